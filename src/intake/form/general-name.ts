import type { Reading } from '../reading';
import { plainText } from '../text';

/** 工作情况, 落实情况: a name that says nothing of what it is about. */
export function isGeneralName({ vocabulary }: Reading, name: string): boolean {
  const { progress = [], value = [], self = [] } = vocabulary.roles;
  return [...progress, ...value, ...self, ...(vocabulary.hints.progress ?? [])].includes(plainText(name));
}

const OF_AIMS = /^(?:年度|工作|任务|考核)?(?:目标|指标|要求|标准)(?:任务|值|要求)?[:：]?$/;

/** 目标 on a card: what is aimed at, beside 完成. */
export const isAimName = (name: string): boolean => OF_AIMS.test(name.trim());
