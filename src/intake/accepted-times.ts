import { chineseNumber } from './text';

const ACCEPTING = '(?:属实|成立|查实|认定|核定|审定|核准|核实|确认|认可|采纳)';
const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})(?:次|个|期|篇|处|件|项|起|条|家)';
const SAYS_SO = new RegExp(`(?<!未|不|待|[不未]予|没有|被)${ACCEPTING}[为了的]?${COUNT}|${COUNT}${ACCEPTING}`, 'g');

/** How often a verdict takes what was told for true: 认定2次; 部分属实，其中1处属实. undefined where it names no one number. */
export function acceptedTimes(verdict: string): number | undefined {
  const [first, ...others] = verdict.normalize('NFKC').replace(/\s/g, '').matchAll(SAYS_SO);
  const count = first?.[1] ?? first?.[2];
  if (count === undefined || others.length) return undefined;
  return chineseNumber(count) ?? Number(count);
}
