import type { Claim, Severity, Source, Voice } from '../../../assessment';
import type { Fact } from '../../../rulebook/model';
import type { FactValue, ItemState } from '../../../scoring/item-score';
import { fromFactValue } from '../../../scoring/parse-fact';
import { valueInWords } from '../../../scoring/words';

export const STATES: Record<ItemState, string> = {
  scored: '已定分',
  pending: '缺数据',
  notDue: '未到期限',
  notApplicable: '不涉及',
  rejected: '数值有误',
};

export const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '提醒', info: '说明' };

export const VOICES: Record<Voice, string> = { department: '部门自报', platform: '平台数据', office: '专项组掌握' };

/** Whose word a claim is: of what the office settled, also when it did. */
export function voiceText({ voice, settlement }: Claim): string {
  if (!settlement) return VOICES[voice];
  return [settlement.kind || '核定', settlement.outcome, settlement.date].filter(Boolean).join(' ');
}

/** 自评表 G7 */
export function placeText({ sheet, cell }: Source): string {
  return `${sheet} ${cell}`;
}

/** A fact's value as people say it: 88%, 3次, 是. */
export function valueText(fact: Fact, value: FactValue | undefined, year: number): string {
  if (value === undefined) return '';
  const given = fromFactValue(fact, value, year);
  return given.is === 'value' ? valueInWords(fact, given.value) : String(value);
}

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：' };

/** Reasons are written with half-width marks for cells; here they stand among Chinese. Places such as F4,F23 stay. */
export function wide(text: string): string {
  return text
    .replace(/\(([^()]*[\u4e00-\u9fff][^()]*)\)/g, '（$1）')
    .replace(/(?<=[^\u0000-\u00ff%])[,;:]|[,;:](?=[^\u0000-\u00ff])/g, (mark) => WIDE[mark]);
}
