import type { Reading } from '../reading';
import { plainText } from '../text';

/** 工作情况, 落实情况: a name that says nothing of what it is about. */
export function isGeneralName({ vocabulary }: Reading, name: string): boolean {
  const { progress = [], value = [], self = [] } = vocabulary.roles;
  return [...progress, ...value, ...self, ...(vocabulary.hints.progress ?? [])].includes(plainText(name));
}
