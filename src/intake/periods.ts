import { monthOf, throughMonth } from './roles';
import type { Column } from './tables';

/** What part of the year a figure is of. part: one month or quarter alone; toDate: from January on; whole: the year. */
export interface Period {
  kind: 'part' | 'toDate' | 'whole';
  /** The last month of it, 0 where the words do not say. */
  last: number;
}

const WHOLE =
  /^(?:20\d{2}年?)?(全年|年度|今年|今年数|本年|本年度|年累计|全年累计|年度累计|本年累计|全年数|年度数|全年合计|年度合计)$/;
const SUM = /^(合计|累计|总计|累计数|合计数|累计值|本期累计|累计完成|截至目前|年初至今|本年以来)$/;
const TO_DATE = /^(?:20\d{2}年?)?(?:(上半年)|(?:前|第?一至|1[-—–~至])([二三四234])(?:个)?季度?)(?:累计|合计)?$/;
const QUARTER = /^(?:20\d{2}年?)?(?:第?([一二三四1-4])季度?|q([1-4]))(?:数|数据|完成数|完成值|数值)?$/i;
/** 9月评价率, 前三季度宣传次数: the part of the year before the name of a figure. */
const LEAD =
  /^(?:20\d{2}年)?(?:\d{1,2}月?(?:[-—–~～至]\d{1,2}月)?(?<=月)份?|第?[一二三四]季度|上半年|前[二三]季度|全年)(?=[^\d底末前以内、，,（(\-—–~～至].)/;
/** 三季度末, 9月底: what stands then has come about from January on. */
const AS_OF = /^(?:截至)?(?:20\d{2}年?)?(?:第?([一二三四1-4])季度?|(\d{1,2})月)[末底]$/;
/** 7—9月: from January on it would be a sum. */
const RUN = /^(?:20\d{2}年?)?\d{1,2}月?[-—–~至到]+(\d{1,2})月$/;
/** 截至9月30日. */
const AS_OF_DAY = /^截[至止](?:20\d{2}年?)?()(\d{1,2})月\d{1,2}日$/;
const YEAR_END = /^(?:20\d{2}年?|本年)?年?(?:年末|年底|年终)(?:实际|实绩|数|值|完成)?(?:数|值)?$/;
const PART =
  /^(本月|当月|上月|本季|本季度|当季|本期|当期|上期|本月数|本期数|当月数|本季数|下半年|上季度)$|^第[一二三四五六七八九十\d]{1,2}(?:轮|批|次)(?:抽查|检查|巡查|督查)?$/;

/** The part of the year that a heading names, and nothing else: 三季度, 9月, 1-9月累计, 全年. */
export function periodOf(heading: string): Period | undefined {
  if (heading.length > 16) return undefined;
  const plain = heading.normalize('NFKC').replace(/[\s()]/g, '');
  const through = throughMonth(plain);
  if (through !== undefined) return { kind: through === 12 ? 'whole' : 'toDate', last: through };
  if (WHOLE.test(plain) || YEAR_END.test(plain)) return { kind: 'whole', last: 12 };
  if (SUM.test(plain)) return { kind: 'toDate', last: 0 };
  const toDate = TO_DATE.exec(plain);
  if (toDate) return { kind: 'toDate', last: toDate[1] ? 6 : quarterNamed(toDate[2] ?? '') * 3 };
  const asOf = AS_OF.exec(plain) ?? AS_OF_DAY.exec(plain);
  if (asOf) return { kind: 'toDate', last: asOf[1] ? quarterNamed(asOf[1]) * 3 : Number(asOf[2]) };
  const month = monthOf(plain);
  if (month !== undefined) return { kind: 'part', last: month };
  const part = QUARTER.exec(plain);
  if (part) return { kind: 'part', last: quarterNamed(part[1] ?? part[2] ?? '') * 3 };
  const run = RUN.exec(plain);
  if (run) return { kind: 'part', last: Number(run[1]) };
  return PART.test(plain) ? { kind: 'part', last: 0 } : undefined;
}

/** The number of a quarter: 三 and 3 are 3. */
export function quarterNamed(word: string): number {
  return '一二三四'.indexOf(word) + 1 || Number(word);
}

/**
 * Of the same figure for several parts of the year the one that counts: that of the year, else the one that reaches
 * furthest from January on. undefined when there are parts only: which of them would count, nobody can tell.
 */
export function countingPeriod<T>(all: { period: Period; of: T }[]): T | undefined {
  // 累计 beside 上半年: a sum that does not say until when goes to the day it was made.
  const rank = ({ kind, last }: Period): number => (kind === 'whole' ? 100 : last || 99);
  const counting = all.filter(({ period }) => period.kind !== 'part');
  return counting.sort((a, b) => rank(b.period) - rank(a.period))[0]?.of;
}

/** A column's headings without the one that names a part of the year, and that part. */
export function withoutPeriod({ path }: Pick<Column, 'path'>): { path: string[]; period?: Period } {
  for (const [i, text] of [...path.entries()].reverse()) {
    const period = periodOf(text);
    if (period && path.length > 1) return { path: path.filter((_, at) => at !== i), period };
  }
  const last = path[path.length - 1] ?? '';
  for (const [brackets, inner = ''] of last.matchAll(/[(（【]([^()（）【】]+)[)）】]/g)) {
    // （%，1—9月）: the measure stays.
    const parts = inner.split(/[,，、]/);
    const at = parts.findIndex((part) => periodOf(part) !== undefined);
    const rest = parts.filter((_, i) => i !== at).join('，');
    const name = last.replace(brackets, rest && `（${rest}）`);
    const period = periodOf(parts[at] ?? '');
    if (period && name !== '') return { path: [...path.slice(0, -1), name], period };
  }
  const [lead = ''] = LEAD.exec(last) ?? [];
  const period = lead ? periodOf(lead) : undefined;
  if (period) return { path: [...path.slice(0, -1), last.slice(lead.length)], period };
  return { path };
}

/** 评价覆盖率（9月）: the name of a figure and the part of the year in one cell. */
export function namesItsPart({ path }: Pick<Column, 'path'>): boolean {
  const { path: rest, period } = withoutPeriod({ path: path.slice(-1) });
  return rest[0] !== path[path.length - 1] && period?.kind === 'part' && period.last > 0;
}
