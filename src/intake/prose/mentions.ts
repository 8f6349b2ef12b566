import type { Fact, Item } from '../../rulebook/model';
import { checkDate, checkQuantity, type Checked } from './check-value';
import type { Clause } from './clauses';
import type { DateToken } from './dates';
import type { Passage, Stretch } from './passage';
import type { Quantity } from './quantities';
import type { FactPhrases, ItemPhrases } from './vocabulary';

/** The numbers and days of a text, and which facts each of them could be. */

export type Mention = { kind: 'number'; at: Quantity } | { kind: 'date'; at: DateToken };

/** What an item asks of a text, and the numbers and days in it that may answer. */
export interface Inquiry {
  passage: Passage;
  item: Item;
  phrases: ItemPhrases;
  /** The facts that are the whole of another one. */
  totals: Set<string>;
  /** In the order of the text. */
  mentions: Mention[];
  clauseOf: (mention: Mention) => Clause | undefined;
}

/** Measure words of counts; 人次, 天 and the like count something else. */
const COUNTED = '个 项 件 条 种 类 家 户 处 所 台 套 张 份 款 座 站 次 起 例 宗 轮 批 期 场 笔 回'.split(' ');
const DAYS = ['天', '日'];
/** Words that add nothing of their own: a clause of these and a number speaks of the clause before. */
const FILLER =
  /(?:我|本)(?:局|委|办|镇|乡|街道|单位|部门|中心|县)|占(?:全部|全局|总数|总量|应办)?(?:事项)?(?:\d+[项件个])?(?:事项|总数)?(?=的|\d|$|为|达|比)|全年|本年|今年|年内|目前|截至|共计|合计|总计|累计|共|总数|总量|数量|次数|个数|件数|数|分别|达到|达|实际|实现|完成|开展|发生|发现|为|是|有|计|已|均|仅有|仅|只有|只|建成|建设|了|:|\d{4}年度?|\d{1,2}月(?:\d{1,2}日)?|底|的|、/g;

export const isDate = (fact: Fact): boolean => fact.type === 'date' || fact.type === 'dateOrNever';
export const isNumber = (fact: Fact): boolean => fact.type !== 'bool' && !isDate(fact);

function unitsOf(fact: Fact, said: FactPhrases | undefined): string[] {
  if (said?.units) return said.units;
  if (fact.type === 'percent') return ['%', '比'];
  if (fact.type === 'mark') return ['分'];
  return fact.type === 'count' && COUNTED.includes(fact.unit) ? COUNTED : [fact.unit];
}

export function fits(fact: Fact, said: FactPhrases | undefined, mention: Mention): boolean {
  if (mention.kind === 'date') return isDate(fact);
  if (!isNumber(fact)) return false;
  const { unit, selected, ratio } = mention.at;
  if (ratio && fact.type === 'count') return false;
  if (mention.at.handled && fact.unit !== '件') return false;
  // 由18项增加到29项 tells how many there are now.
  if (mention.at.arrived && fact.name.includes('新增')) return false;
  // 3个事项不一致 counts no rounds.
  if (said?.counts === 'rounds' && unit === '个' && mention.at.ofThings) return false;
  const units = unitsOf(fact, said);
  // Days are not working days, and are asked about.
  if (DAYS.includes(unit)) return units.some((one) => one === unit || one.endsWith('工作日'));
  return unit === '' || units.includes(unit) || (selected && COUNTED.includes(unit));
}

/** Of 8个乡镇中已有7个 the first is how many there are, and no part. */
export const isWhole = (mention: Mention): boolean => mention.kind === 'number' && mention.at.whole;

/** Whether the number before one in its clause is the whole that it is a part of. */
export function followsWhole({ at }: Mention, mentions: Mention[]): boolean {
  const numbers = mentions.filter(({ kind, at: other }) => kind === 'number' && other.end <= at.start);
  return numbers
    .slice(-1)
    .some(({ at: other }) => 'whole' in other && 'unit' in at && other.whole && other.unit === at.unit);
}

/** A clause that names nothing itself, but for the `named` word, and so speaks of the one before. */
export function isBare(passage: Passage, clause: Clause, mention: Mention, ...named: Stretch[]): boolean {
  const said = [mention.at, ...named].sort((a, b) => a.start - b.start);
  const from = [clause.start, ...said.map(({ end }) => end)];
  const rest = from.map((start, i) => passage.text.slice(start, said[i]?.start ?? clause.end)).join('');
  return rest.replace(FILLER, '') === '';
}

export function checkMention(passage: Passage, fact: Fact, mention: Mention): Checked {
  if (mention.kind === 'number') return checkQuantity(fact, mention.at);
  return checkDate(fact, mention.at, passage.quote(mention.at.start, mention.at.end));
}
