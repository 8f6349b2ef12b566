import type { Item } from '../../rulebook/model';
import { recordAnswers, scaleOfAnswers, figureContext, type Answer, type SheetContext } from '../answers';
import { cellWords } from '../form/cells';
import { divide, type Division } from '../form/divide';
import { noteUnclear } from '../form/divided-row';
import { isAimName, isGeneralName } from '../form/general-name';
import { findItem, itemsSpokenOf } from '../form/item-finder';
import { sectionAt } from '../form/sections';
import { claimTold, toldIn, withoutBound } from '../form/told';
import type { Entry, Line } from '../grid';
import { speaksOfFact } from '../heading-scores';
import { matchHeadings, type Heading, type Meaning } from '../headings';
import { itemBefore, itemByReference } from '../items';
import type { Owner } from '../owner';
import { isOfAnotherYear, splitHeading } from '../text';
import { readFigure, readNumber } from '../values';

/** A name with what is said beside it, or a paragraph, which has no name. */
interface Saying {
  label: string;
  /** What stood last above it that names an item. */
  topic: string;
  /** The item whose number stands in the line, or in the one above. */
  item?: Item | undefined;
  at: Entry;
  answer: string;
}

const LONGEST_LABEL = 60;
/** So much of a name must be one item's. */
const SPEAKS = 0.45;
/** So much of a text is the rulebook's own, and tells nothing of what was done. */
const VERBATIM = 0.9;
/** What is told in words is taken from here on; what is less sure is asked. */
const SURE = 0.6;

/**
 * Text that stands in no form: names with answers beside them, questions and answers, cards, paragraphs of a report. Each is
 * read for the item that its words speak of. Returns whether anything was taken or asked.
 */
export function readPassages(context: SheetContext, lines: Line[], owner: () => Owner): boolean {
  const besides = columnsBesides(context, lines);
  const coming = linesStillToCome(lines);
  const sayings = lines.flatMap((line, i) =>
    coming.has(line) ? [] : sayingsIn(context, line, lines.slice(Math.max(0, i - 2), i), besides),
  );
  const meanings = meaningsOf(context, sayings);
  let unit: string | undefined;
  const hasUnit = (): boolean => (unit ??= owner().unit) !== undefined;
  const answers: Answer[] = [];
  const told: { saying: Saying; division: Division }[] = [];
  let isRead = false;
  const settled = new Set<string>();
  const figures = new Map<string, Answer[]>();
  for (const [i, saying] of sayings.entries()) {
    const meaning = meanings[i];
    const name = `${saying.at.row} ${saying.label}`;
    if (settled.has(name) && saying.label !== '') continue;
    if (meaning?.kind === 'target' && isFigure(context, saying, meaning)) {
      const { target, confidence, inverse } = meaning;
      if (isDenied(saying, meaning)) {
        const { reading, grid } = context;
        const doubt: Meaning = { kind: 'doubtful', candidates: [{ target, score: confidence, exact: false }] };
        reading.ask(headingOf(saying), saying.label, reading.source(grid, saying.at.row, saying.at.column), doubt);
        isRead = true;
        continue;
      }
      // Of several figures beside one name nobody can tell which counts: all of them are claimed.
      const answer = { target, confidence, inverse, row: saying.at.row, column: saying.at.column };
      figures.set(name, [...(figures.get(name) ?? []), answer]);
      continue;
    }
    if (figures.has(name)) continue;
    const said = spoken(context, saying);
    if (said.parts.length || said.unclear.length) told.push({ saying, division: said });
    if (said.parts.length) settled.add(name);
    else if (meaning?.kind === 'doubtful' && saying.answer.length <= 12) {
      const { reading, grid } = context;
      reading.ask(headingOf(saying), saying.label, reading.source(grid, saying.at.row, saying.at.column), meaning);
      isRead = true;
    }
  }
  for (const list of figures.values()) answers.push(...sound(context, list));
  const claims = told.flatMap(({ saying, division }) =>
    division.parts.flatMap(({ item, text }) =>
      toldIn(context, item, saying.label, text)
        .filter(({ confidence, figure }) => confidence >= SURE || figure.state !== 'value')
        .map((one) => ({ item, one, at: saying.at })),
    ),
  );
  if ((answers.length || claims.length) && !hasUnit()) return true;
  if (unit === undefined) return isRead;
  const scale = scaleOfAnswers(context.grid, answers);
  recordAnswers(context, unit, 'department', answers, () => scale);
  for (const { item, one, at } of claims) claimTold(context, unit, item, one, at);
  for (const { saying, division } of told) noteUnclear(context, saying.at, division, unit);
  return isRead || answers.length > 0 || claims.length > 0;
}

const STILL_TO_COME = /(?:下一?步|今后|明年|下阶段|20\d\d年)[^。，]{0,4}(?:打算|计划|思路|安排|举措|措施|重点)/;
const LONGEST_TITLE = 30;

/** What stands under 三、下步打算, up to the next title. */
function linesStillToCome(lines: Line[]): Set<Line> {
  const coming = new Set<Line>();
  let isComing = false;
  for (const line of lines) {
    const [only, ...others] = line.entries;
    if (only && !others.length && only.text.length <= LONGEST_TITLE && isTitleLine(only.text))
      isComing = STILL_TO_COME.test(only.text);
    else if (isComing) coming.add(line);
  }
  return coming;
}

/** Columns under words that say they hold something else than what was done: 2022年实际, 年度目标, 未完成原因. */
function columnsBesides({ reading }: SheetContext, lines: Line[]): Set<number> {
  const besides = new Set<number>();
  for (const { entries } of lines.slice(0, 8)) {
    for (const { text, column, cell } of entries) {
      if (entries.length < 3 || typeof cell.value !== 'string' || text.length > 12) continue;
      if (BESIDES.test(text) || isOfAnotherYear(text, reading.rulebook.year)) besides.add(column);
    }
  }
  return besides;
}

const BESIDES =
  /^分值|满分|标准分|权重|自评得?分|目标值?$|任务数$|计划|上年|去年|同期|差距|原因|备注|责任|科室|股室|排名|平均|同比|环比|增减|增幅|位次|名次/;

/** 未完成 beside what was really done is a verdict on it and no answer. */
const STATE = /^(?:已|未|基本|部分|正在)?(?:完成|达标|推进中|推进)$/;

/** A line taken as names with answers: each name has what stands beside it, a lone text is a paragraph. */
function sayingsIn(context: SheetContext, line: Line, above: Line[], besides: Set<number>): Saying[] {
  const entries = line.entries.filter((entry, i) => i === 0 || entry.text !== line.entries[i - 1]?.text);
  const topic = topicOf(context, above);
  const [first] = entries;
  if (!first) return [];
  if (entries.length === 1) {
    const { text } = first;
    const question = questionAbove(above);
    const reply = question && REPLY.exec(text);
    if (reply) return [{ label: question, topic: '', at: first, answer: text.slice(reply[0].length) }];
    if (QUESTION.test(text)) return [];
    const colon = /^([^:：。；\n]{2,24})[:：]\s*(?=\S)/.exec(text);
    const label = colon?.[1] ?? '';
    if (isTitleLine(text) || sectionAt(context.reading.rulebook, line, undefined)) return [];
    return [
      { label, topic: topic.text, item: topic.item, at: first, answer: colon ? text.slice(colon[0].length) : text },
    ];
  }
  const sayings: Saying[] = [];
  let item: Item | undefined;
  let label: Entry | undefined;
  let hasAnswer = false;
  const speaking = entries.slice(0, -1).findIndex((entry) => speaks(context, entry));
  for (const [i, entry] of entries.entries()) {
    const reference =
      typeof entry.cell.value === 'string' ? itemByReference(context.reading.rulebook, entry.text) : undefined;
    if (reference) {
      item = reference;
      continue;
    }
    const isLast = i === entries.length - 1;
    if (!label && isReport(context, entry)) {
      sayings.push({ label: '', topic: topic.text, item: item ?? topic.item, at: entry, answer: entry.text });
      continue;
    }
    if (!isLast && i >= speaking && isName(context, entry, label === undefined, hasAnswer)) {
      label = entry;
      hasAnswer = false;
    } else if (label && [label, entry, entries[i - 1]].some((one) => one && isAimName(one.text))) {
      continue;
    } else if (label && !besides.has(entry.column) && (isLast || !STATE.test(entry.text))) {
      hasAnswer = true;
      const general = isGeneralName(context.reading, label.text);
      const above = !general && speaks(context, label) ? undefined : topic;
      sayings.push({
        label: general ? '' : label.text,
        topic: above?.text ?? '',
        item: item ?? above?.item,
        at: entry,
        answer: entry.text,
      });
    }
  }
  return sayings;
}

/** 10、进驻事项清单报送时间？ asks, and tells nothing. */
const QUESTION = /[?？]\s*$/;
const REPLY = /^\s*(?:答复?|回复|答案|回答)\s*[:：]\s*/;

/** The question in the line right above. */
function questionAbove(above: Line[]): string | undefined {
  const [first, ...others] = above[above.length - 1]?.entries ?? [];
  return first && !others.length && QUESTION.test(first.text) ? first.text : undefined;
}

/** The first text of a line may be a name in any words; a further one must speak of the rulebook. */
function isName(context: SheetContext, entry: Entry, isFirst: boolean, isAfterAnswer: boolean): boolean {
  const { cell, text } = entry;
  if (typeof cell.value !== 'string' || text.length > LONGEST_LABEL || readNumber(text)) return false;
  if (/^[(（]?[\d一二三四五六七八九十]{1,3}[)）.、]?$/.test(text)) return false;
  if (isFirst) return true;
  return isAfterAnswer && speaks(context, entry);
}

/** 应承接60项，均已承接。: sentences of the writer's own, which what stands beside them (a score) does not answer. */
function isReport({ reading }: SheetContext, { cell, text }: Entry): boolean {
  if (typeof cell.value !== 'string' || !/[。；]/.test(text) || !/[\d已未均无]/.test(text)) return false;
  const words = cellWords(reading, text);
  return !words.is && Math.max(words.goal, words.clause) < VERBATIM;
}

function speaks({ reading }: SheetContext, { cell, text }: Entry): boolean {
  if (typeof cell.value !== 'string' || text.length > LONGEST_LABEL) return false;
  if (speaksOfFact(text, reading.targets)) return true;
  const [best] = itemsSpokenOf(reading.rulebook, reading.targets, text);
  return (best?.score ?? 0) >= SPEAKS;
}

/** 自评得分 | 2.5 is no item's number. */
const POINTS = /分(?:值|数)?$/;

/** 任务编号 | 2.1: a number behind these is that of an item. */
const NUMBER_OF_ITEM = /^(?:任务|条目|项目|指标|细则|考评项?|考核项?)?(?:编号|序号|条款号?)$/;

/** What the lines right above name without saying anything of it: the head of a card. */
function topicOf(context: SheetContext, above: Line[]): { text: string; item?: Item } {
  const { reading } = context;
  for (const line of [...above].reverse()) {
    const texts = line.entries.filter(
      (entry, i) =>
        typeof entry.cell.value === 'string' &&
        entry.text.length <= 40 &&
        !POINTS.test(line.entries[i - 1]?.text ?? '') &&
        !isReport(context, entry),
    );
    const numbered = line.entries.filter((_, i) => NUMBER_OF_ITEM.test(line.entries[i - 1]?.text ?? ''));
    const item = [...numbered, ...texts].map(({ text }) => itemByReference(reading.rulebook, text)).find((one) => one);
    const named = texts.filter(
      ({ text }) => (itemsSpokenOf(reading.rulebook, reading.targets, text)[0]?.score ?? 0) >= 0.5,
    );
    if (texts.length !== line.entries.length && !item && !named.length) continue;
    if (item || named.length) return { text: named.map(({ text }) => text).join(' '), ...(item ? { item } : {}) };
  }
  return { text: '' };
}

const NOTE = /^(?:填表|填报|填写)?(?:说明|备注|注)\s*[:：]/;

/** 2023年季度工作情况报告、问题清单报送台账 */
const TITLE = /^[^。；;，,：:]+(?:台账|登记簿|名册|[一览统计汇总登记明细情况考核评]表)$/;

function isTitleLine(text: string): boolean {
  if (NOTE.test(text) || TITLE.test(text)) return true;
  if (!/[，,。；;：:、\d]/.test(text.replace(/20\d{2}年?/g, ''))) return true;
  return text.length < 6 || /^(填报|填表|报送|自评)?(单位|部门)[^:：]{0,6}[:：]/.test(text);
}

function headingOf({ label, at, item }: Saying): Heading {
  const name = label.replace(/^[\d一二三四五六七八九十]{1,3}\s*[.、．:：)）]\s*/, '').replace(/[:：?？]$/, '');
  const { plain, measure } = splitHeading(withoutBound(name));
  return { leaf: plain, parents: [], measure, samples: [at], ...(item ? { item: item.id } : {}) };
}

function meaningsOf({ reading }: SheetContext, sayings: Saying[]): Meaning[] {
  const named = sayings.filter(({ label, answer }) => label !== '' && answer.length <= 20);
  const headings = named.map((saying) => {
    const { item, rest } = itemBefore(reading.rulebook, saying.label);
    return headingOf({ ...saying, label: rest, item: item ?? saying.item });
  });
  const meanings = matchHeadings(headings, reading.targets, reading.mapping);
  return sayings.map((saying) => meanings[named.indexOf(saying)] ?? { kind: 'ignored' });
}

const BARE = /^(?:是|否|有|无|√|×|✓|✗)$/;

/** 没有明确办结时限 | 否: what a bare yes or no to words that deny says of the thing itself, only the writer knows. */
function isDenied({ label, answer }: Saying, meaning: Meaning): boolean {
  if (meaning.kind !== 'target' || meaning.inverse || !BARE.test(answer.trim())) return false;
  const { type, better } = meaning.target.fact;
  if (better === 'no') return false; // 清单不符合要求 is itself what is asked.
  if (type === 'count') return /率|比例|低于|不达|未达|不足/.test(label);
  return type !== 'mark' && /[未没无](?!障碍)|不(?!动产)|低于/.test(label);
}

/** Those that are values, where some are; 否 | 0 says it in figures. */
function sound(context: SheetContext, answers: Answer[]): Answer[] {
  if (answers.length < 2) return answers;
  const values = answers.filter(({ row, column, target, inverse }) => {
    const entry = context.grid.at(row, column);
    return (
      entry &&
      readFigure(entry.cell, entry.text, target.fact, figureContext(context, 'unknown', inverse)).state === 'value'
    );
  });
  const figures = values.filter(({ row, column }) => !BARE.test(context.grid.textAt(row, column).trim()));
  return figures.length ? figures : values.length ? values : answers;
}

/** Whether the answer is nothing but the figure, the day or the yes that its name asks for. */
function isFigure(context: SheetContext, { at, answer }: Saying, meaning: Meaning): boolean {
  if (meaning.kind !== 'target' || at.text !== answer) return false;
  const figure = readFigure(at.cell, at.text, meaning.target.fact, figureContext(context, 'unknown', meaning.inverse));
  return figure.state !== 'missing' || (figure.code !== undefined && figure.code !== 'unreadable');
}

/** 落实, 情况 and 名称 are no answers. */
const SAYS_SOMETHING = /[\d０-９一二三四五六七八九十两零〇]|[已未没无有是否均全都可能达齐√×✓✗]|完成|不涉及/;

const NOTHING: Division = { parts: [], unclear: [] };

/** What a saying says of which items: as a whole, else clause by clause. */
function spoken(context: SheetContext, saying: Saying): Division {
  const { reading, prose } = context;
  const finder = { rulebook: reading.rulebook, targets: reading.targets, prose };
  const { label, topic, answer, item: given } = saying;
  const words = cellWords(finder, answer);
  if (!SAYS_SOMETHING.test(answer) || words.is || Math.max(words.goal, words.clause) >= VERBATIM) return NOTHING;
  // 整改完成率低于100% | 否 is no figure, and what it says is told in the column for it.
  if (BARE.test(answer.trim()) && /低于|[不未]达|不足|少于|超过/.test(label)) return NOTHING;
  const name = label === '' ? topic : `${label} ${topic}`.trim();
  const whole = given ?? findItem(finder, { label: withoutBound(name), text: answer }).item;
  if (given || (label !== '' && answer.length <= 60))
    return whole ? { parts: [{ item: whole, text: answer }], unclear: [] } : NOTHING;
  return divide(finder, answer, { after: whole });
}
