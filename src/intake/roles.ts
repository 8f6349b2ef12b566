import { Memo } from '../rulebook/memo';
import type { Vocabulary } from '../rulebook/vocabulary';
import { plainText, splitHeading } from './text';

/** What a column is for: unit, indicator, value, progress, self … (the keys of the vocabulary's roles). */
export type Role = string;

const NO_ROLES: readonly Role[] = [];

/** Answers what a heading's words say a column is for. */
export class Roles {
  private readonly exact = new Map<string, Role[]>();
  private readonly open: { word: string; role: Role }[] = [];
  private readonly known = new Memo<readonly Role[]>(5000);

  constructor(vocabulary: Vocabulary) {
    for (const [role, words] of Object.entries(vocabulary.roles)) {
      for (const word of words) {
        if (word.startsWith('~')) {
          this.open.push({ word: plainText(word), role });
        } else {
          const plain = plainText(word);
          this.exact.set(plain, [...(this.exact.get(plain) ?? []), role]);
        }
      }
    }
  }

  /** The roles that a heading may have; several where the word alone does not decide. */
  of(text: string): readonly Role[] {
    return text.length > 40 ? NO_ROLES : this.known.of(text, () => this.rolesOf(text));
  }

  private rolesOf(text: string): readonly Role[] {
    if (/[:：]$/.test(text)) return NO_ROLES;
    const plain = splitHeading(text).plain;
    const bare = text.replace(/[(（【[].*?[)）】\]]/g, '');
    const roles =
      this.exact.get(plain) ?? this.exact.get(plainText(bare)) ?? this.exact.get(mainPart(bare)) ?? NO_ROLES;
    if (roles.length || plain.length > 20) return roles;
    return [...new Set(this.open.filter(({ word }) => plain.includes(word)).map(({ role }) => role))];
  }
}

/** 完成情况及佐证, 本单位自评情况说明: what is left without the one who writes and what is asked for besides. */
function mainPart(heading: string): string {
  const [first = ''] = heading.split(/[及和与、/／]/);
  return plainText(first)
    .replace(/^(?:20\d{2})?(?:年度?)?(?:(?:本|我)?(?:单位|部门|局|镇|乡|街道))?(?=.{3})/, '')
    .replace(/(?<=情况)(?:的?(?:说明|描述|简述|概述|汇报|小结|总结))$/, '');
}

/** The month that a heading names (3月, 三月份, 2023年3月), or undefined. */
export function monthOf(text: string): number | undefined {
  if (text.length > 12) return undefined;
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  // 2023/1, 202301 and 2023-01 over a column are months as well.
  const compact = /^20\d{2}(?:[./-](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/.exec(plain);
  if (compact) return Number(compact[1] ?? compact[2]);
  const match =
    /^(?:20\d{2}[年.\-/])?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\(.*\)|办件量|办件数|数据|累计)?$/.exec(plain);
  if (!match) return undefined;
  const word = match[1] ?? '';
  const month = /\d/.test(word) ? Number(word) : MONTHS.indexOf(word) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
}

/** The last month of a run from the year's first: 1-3月, 1至3月累计. */
export function throughMonth(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match =
    /^(?:20\d{2}年?)?(?:1|一)月?[-—–~～至到]+(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|累计|累计数)?$/.exec(plain);
  return match ? monthOf(`${match[1]}月`) : undefined;
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
