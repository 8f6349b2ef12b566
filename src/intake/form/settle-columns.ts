import type { Item, Section } from '../../rulebook/model';
import type { Line } from '../grid';
import { speaksOfFact } from '../heading-scores';
import { readProse } from '../prose/read-prose';
import type { Role } from '../roles';
import { columnFor, rowKind, type Column, type Table, type TableWords } from '../tables';
import { isOfAnotherYear, plainText } from '../text';
import { listsUnits } from '../unit-column';
import { readNumber } from '../values';
import { cellWords, COPIED, type CellWords } from './cells';
import { findItem, itemsSpokenOf } from './item-finder';
import { LOCAL_NUMBER, sectionAt, sectionOfTable } from './sections';

/** So many rows tell what a column holds. */
const LOOKED_AT = 40;
/** What so large a part of a column's cells is, the column is. */
const MOST = 0.6;
/** Under a heading that says 完成情况 only what is copied word for word is no report. */
const COPIED_WHOLE = 0.9;
/** A heading in so many words that it means the role, or in words that only suggest it. */
const SAID = 1;
const HINTED = 0.5;
/** Below this nothing speaks for a column. */
const ENOUGH = 0.6;
/** Roles of which a column of a form has one. */
const OF_FORMS: Role[] = [
  ...['goal', 'section', 'clause', 'item', 'method', 'points', 'progress', 'self', 'score', 'evidence'],
  ...['value', 'indicator', 'group', 'problem', 'form', 'kind', 'matter', 'times'],
];

/** What a look at a column's cells tells. */
interface Look {
  column: Column;
  /** Per row: what shows there, and what its words are to the rulebook. */
  texts: string[];
  words: CellWords[];
  numbers: (number | undefined)[];
  filled: number;
}

/**
 * What the columns of a self-assessment form are for, by their headings and by what stands in them held against the
 * rulebook: what repeats its goals, clauses, numbers or ways of inspection, what repeats each row's full points or stays
 * within them, and what answers what the row's item asks for. Content that is plain outweighs the heading, and where the two
 * disagree the table says so.
 */
export function settleForm(table: Table, words: TableWords): void {
  const lines = table.rows.filter((line) => line.entries.length > 1 && isPlain(line)).slice(0, LOOKED_AT);
  if (!lines.length || speaksOfUnits(table, lines, words)) return;
  const sections = sectionsOf(table, lines, words);
  setAside(table, words);
  const looks = table.columns
    .filter((column) => !isOfOtherYears(column, words))
    .map((column) => lookAt(table, column, lines, sections, words));
  if (isListOfFigures(looks, words)) return;
  const named = nameColumns(looks, words);
  let items = lines.map((_, i) => itemOfRow(named, i));
  const told = named.size ? undefined : toldOf(table, looks, words);
  if (told) {
    named.set(told.label, 'goal');
    items = told.items;
  }
  const tasks = items.filter((item) => item && item !== words.rulebook.bonus && item !== words.rulebook.deductions);
  const isNamed = tasks.length >= Math.max(2, lines.length * 0.4) || isWhole(tasks, lines);
  for (const [look, role] of named) if (isNamed || role === 'section') assign(table, look, role, named);
  const isForm = isNamed || [...named.values()].includes('section') || hasFormHeadings(table);
  if (!isForm) return;
  const rest = (): Look[] => looks.filter(({ column }) => !isSettled(table, column, named));
  settleScores(table, rest(), items, words, named);
  const progress = progressOf(table, rest(), items, words);
  if (progress) settleProgress(table, progress, looks, named);
  table.isForm = isNamed && progress !== undefined && isBorneOut(progress.best, words);
}

/** 2022年完成情况, 上年得分 beside those of this year. */
const LAST_YEAR = /上一?年|去年|往年|以前年度/;

function isOfOtherYears({ path }: Column, { rulebook }: TableWords): boolean {
  const heading = path.join(' ');
  return isOfAnotherYear(heading, rulebook.year) || LAST_YEAR.test(heading);
}

/** Takes the roles of a form from columns that tell of other years. */
function setAside(table: Table, words: TableWords): void {
  table.columns = table.columns.map((column) =>
    isOfOtherYears(column, words)
      ? { ...column, roles: column.roles.filter((role) => !OF_FORMS.includes(role)) }
      : column,
  );
}

/** Whose a task is, beside it in a form; a unit under any other heading is whom the row speaks of. */
const WHOSE_TASK = /责任|牵头|配合|协助|主管|承办|科室|股室/;

/** A row for each of several units: no form, which speaks of one. */
function speaksOfUnits({ grid, columns }: Table, lines: Line[], { rulebook }: TableWords): boolean {
  return columns.some(({ index, path }) => !WHOSE_TASK.test(path.join('')) && listsUnits(grid, lines, index, rulebook));
}

const isPlain = (line: Line): boolean => ['plain', 'part'].includes(rowKind(line));

/** What was done is said to be that, or answers what the rows ask for. */
function isBorneOut({ look, answers }: Weighed, words: TableWords): boolean {
  return answers >= 0.3 || headed(look, 'progress', words) === SAID;
}

/** Every row names an item, however few rows there are. */
const isWhole = (tasks: unknown[], lines: Line[]): boolean => tasks.length > 0 && tasks.length === lines.length;

/** The section that each row stands under. */
function sectionsOf(table: Table, lines: Line[], { rulebook }: TableWords): (Section | undefined)[] {
  let section = sectionOfTable(rulebook, table);
  const known = new Map<Line, Section | undefined>();
  for (const line of table.rows) {
    section = sectionAt(rulebook, line, section);
    known.set(line, section);
  }
  return lines.map((line) => known.get(line));
}

function lookAt(
  table: Table,
  column: Column,
  lines: Line[],
  sections: (Section | undefined)[],
  words: TableWords,
): Look {
  const isOfItems = column.roles.includes('item');
  // 1.(1) is a number within the section that its row stands under.
  const inFull = (text: string, i: number): string =>
    isOfItems && sections[i] && LOCAL_NUMBER.test(text.normalize('NFKC').trim())
      ? `${sections[i].id}.${text.normalize('NFKC').trim()}`
      : text;
  const entries = lines.map(({ row }) => table.grid.at(row, column.index));
  const texts = entries.map((entry) => entry?.text ?? '');
  return {
    column,
    texts,
    words: entries.map((entry, i) =>
      cellWords(words, typeof entry?.cell.value === 'string' || isOfItems ? inFull(entry?.text ?? '', i) : ''),
    ),
    numbers: entries.map((entry) => {
      if (typeof entry?.cell.value === 'number') return entry.cell.value;
      const number =
        entry && /^\s*[-－−]?[\d０-９.．]+\s*分?\s*$/.test(entry.text) ? readNumber(entry.text) : undefined;
      return number?.percent ? undefined : number?.value;
    }),
    filled: texts.filter((text) => text !== '').length,
  };
}

/** Names of figures in one column and no words of the rulebook in another: a list of indicators. */
function isListOfFigures(looks: Look[], words: TableWords): boolean {
  const isNames = ({ texts }: Look): boolean =>
    share(texts, (text) => text.length <= 30 && speaksOfFact(text.replace(/^[\d.、\s]+/, ''), words.targets)) > 0.5;
  return (
    looks.some((look) => look.column.roles.includes('indicator') && isNames(look)) &&
    !looks.some(({ words: all }) => share(all, ({ goal, clause }) => Math.max(goal, clause) >= COPIED) > 0.5) &&
    !looks.some(({ column }) => column.roles.some((role) => ['self', 'clause'].includes(role)))
  );
}

/** How large a part of the cells that hold anything a test holds for. */
function share<T>(
  all: T[],
  holds: (one: T, i: number) => boolean,
  filled = all.filter((one) => isFilled(one)).length,
): number {
  return filled ? all.filter((one, i) => isFilled(one) && holds(one, i)).length / filled : 0;
}

const isFilled = (one: unknown): boolean => one !== '' && one !== undefined;

/** The columns that repeat the rulebook, and as what. */
function nameColumns(looks: Look[], words: TableWords): Map<Look, Role> {
  const named = new Map<Look, Role>();
  for (const look of looks) {
    const role = namedRole(look, headed(look, 'progress', words));
    if (role && !(role === 'clause' && [...named.values()].includes('clause'))) named.set(look, role);
  }
  return named;
}

function namedRole({ words, texts, filled, column }: Look, saysDone: number): Role | undefined {
  if (!filled || column.roles.includes('seq')) return undefined;
  const part = (holds: (one: CellWords) => boolean): number =>
    words.filter((one, i) => texts[i] !== '' && holds(one)).length / filled;
  if (part(({ is }) => is === 'reference') >= MOST) {
    // 佐证材料 2-7 is the number of a file.
    if (column.roles.some((role) => ['evidence', 'remark', 'self', 'score'].includes(role))) return undefined;
    return new Set(words.map(({ item }) => item)).size >= 2 || column.roles.includes('item') ? 'item' : undefined;
  }
  if (part(({ is }) => is === 'section') >= MOST) return 'section';
  if (part(({ is }) => is === 'method') >= MOST) return 'method';
  const mean = (of: (one: CellWords) => number): number =>
    words.reduce((sum, one, i) => sum + (texts[i] === '' ? 0 : of(one)), 0) / filled;
  const [goal, clause] = [mean((one) => (one.is === 'title' ? 1 : one.goal)), mean((one) => one.clause)];
  // What was done is told in the rulebook's words too, and the figures among them.
  if (Math.max(goal, clause) < (saysDone ? COPIED_WHOLE : MOST)) return undefined;
  return clause > goal ? 'clause' : 'goal';
}

function itemOfRow(named: Map<Look, Role>, i: number): Item | undefined {
  for (const role of ['item', 'goal', 'clause']) {
    for (const [look, own] of named) {
      const item = own === role ? look.words[i]?.item : undefined;
      if (item) return item;
    }
  }
  return undefined;
}

/** Tables with such columns are of another kind, whatever names stand in them. */
const OF_OTHERS: Role[] = [
  'unit',
  'month',
  'problem',
  'quarter',
  'attendance',
  'level',
  'form',
  'received',
  'deadline',
];
const SAMPLES = 10;

/**
 * Names of tasks in the writer's own words, and beside them what was done: each bears the other out when what stands beside
 * a name answers what the item so named asks for.
 */
function toldOf(
  table: Table,
  looks: Look[],
  words: TableWords,
): { label: Look; items: (Item | undefined)[] } | undefined {
  if (OF_OTHERS.some((role) => columnFor(table, role))) return undefined;
  const texts = looks.filter(
    ({ texts, filled, column }) => filled > 0 && !column.roles.includes('seq') && !texts.every(isShortFigure),
  );
  const speaking = ({ texts: all }: Look): number =>
    share(all, (text) => (itemsSpokenOf(words.rulebook, words.targets, text)[0]?.score ?? 0) >= 0.5);
  const labels = texts
    .filter(({ texts: all }) => share(all, (text) => text.length <= 60) > 0.8)
    .map((look) => ({ look, speaking: speaking(look) }))
    .filter((one) => one.speaking >= 0.5)
    .sort((a, b) => b.speaking - a.speaking)
    .slice(0, 2);
  let best: { label: Look; items: (Item | undefined)[]; answered: number } | undefined;
  for (const { look: label } of labels) {
    for (const answer of texts.filter((look) => look !== label && isTelling(look)).slice(0, 4)) {
      const items = label.texts.map((text, i) =>
        i < SAMPLES && text !== '' ? findItem(words, { label: text, text: answer.texts[i] ?? '' }).item : undefined,
      );
      const asked = items.filter((item) => item).length;
      const answered = answersIn(answer, items, words);
      const rows = label.texts.slice(0, SAMPLES).filter((text) => text !== '').length;
      if (asked * 2 < rows || answered < 0.4 || answered <= (best?.answered ?? 0)) continue;
      best = { label, items, answered };
    }
  }
  return best;
}

const isShortFigure = (text: string): boolean => /^[\d０-９.％%/／—-]*$/.test(text);

/** Cells that say more than a figure or a word. */
function isTelling({ texts }: Look): boolean {
  return share(texts, (text) => text.length >= 6) >= 0.5;
}

function hasFormHeadings(table: Table): boolean {
  const has = (role: Role): boolean => columnFor(table, role) !== undefined;
  return has('self') && (has('goal') || has('clause') || has('item'));
}

/** Gives a column its role by content; what its heading says besides that cannot be true is taken from it. */
function assign(table: Table, { column }: Look, role: Role, named: Map<Look, Role>): void {
  const own = table.columns.find(({ index }) => index === column.index);
  if (!own || own.roles[0] === role) return;
  if (own.roles.some((one) => ['progress', 'self', 'evidence'].includes(one)) && role !== 'item')
    doubt(table, own, role);
  const isGoal = role === 'section' && own.roles.includes('goal') && ![...named.values()].includes('goal');
  setRoles(table, own, isGoal ? ['goal', 'section'] : [role]);
}

function setRoles(table: Table, column: Column, roles: Role[]): void {
  const others = column.roles.filter((role) => !OF_FORMS.includes(role) && !roles.includes(role));
  table.columns = table.columns.map((one) =>
    one.index === column.index ? { ...one, roles: [...roles, ...others] } : one,
  );
}

function doubt(table: Table, column: Column, role: Role): void {
  (table.doubts ??= []).push({ column, role });
}

function isSettled(table: Table, column: Column, named: Map<Look, Role>): boolean {
  if ([...named.keys()].some((look) => look.column === column)) return true;
  const roles = table.columns.find(({ index }) => index === column.index)?.roles ?? [];
  return roles.some((role) => ['seq', 'unit', 'goal', 'clause', 'item', 'method', 'section'].includes(role));
}

/** How a heading speaks for a role. */
function headed({ column }: Look, role: Role, { hints }: TableWords): number {
  if (column.roles.includes(role)) return SAID;
  const plain = plainText(column.path.join(''));
  return (hints[role] ?? []).some((word) => plain.includes(word)) ? HINTED : 0;
}

/** Numbers that repeat full points, and numbers that stay within them. */
function settleScores(
  table: Table,
  looks: Look[],
  items: (Item | undefined)[],
  words: TableWords,
  named: Map<Look, Role>,
): void {
  const figures = looks.filter(
    (look) =>
      share(look.numbers, () => true, look.filled) >= MOST &&
      share(look.numbers, (n, i) => within(n as number, items[i])) >= 0.8 &&
      !isCounting(look.numbers),
  );
  const isFull = (look: Look): number => share(look.numbers, (n, i) => items[i]?.points === n);
  const weight = (look: Look): number => headed(look, 'points', words) + isFull(look) - headed(look, 'self', words);
  const has = (role: Role): boolean => columnFor(table, role) !== undefined;
  const before = (look: Look): boolean =>
    figures.length > 1 ||
    looks.some(({ column, texts }) => column.index > look.column.index && texts.some((text) => text.length > 12));
  const points = figures.filter((look) => weight(look) >= 0.8 && before(look)).sort((a, b) => weight(b) - weight(a))[0];
  if (points && !has('points')) assign(table, points, 'points', named);
  if (has('self')) return;
  const rest = figures.filter((look) => look !== points && !look.column.roles.includes('points'));
  const own = rest.find((look) => headed(look, 'self', words) > 0) ?? rest[0];
  if (own && !(own.column.roles.includes('score') && headed(own, 'self', words) < SAID))
    assign(table, own, 'self', named);
}

function within(number: number, item: Item | undefined): boolean {
  return item === undefined || item.penalty === true ? Math.abs(number) <= 20 : Math.abs(number) <= item.points;
}

/** 1 2 3 …: numbers of rows. */
function isCounting(numbers: (number | undefined)[]): boolean {
  const all = numbers.filter((number) => number !== undefined);
  return all.length >= 3 && all.every((number, i) => i === 0 || number === (all[i - 1] as number) + 1);
}

interface Weighed {
  look: Look;
  /** How many of its cells answer what their row's item asks for. */
  answers: number;
  score: number;
}

/** Words for how a task stands, which tell nothing of what was done. */
const STATE =
  /^(?:已?(?:基本|全部|部分|按时|按期|如期)?(?:完成|达标|落实|开展)|(?:未|没)(?:完成|达标|落实|开展)|(?:正在|持续|有序|正|长期)?(?:推进|进行|坚持)中?|正常|达到|是|否|有|无|√|×|✓|优秀?|良好?|合格|不涉及|不适用|[/／—-]+)$/;

/** 已完成, 基本完成, 不涉及 all the way down: what was done stands in another column. */
function tellsStateOnly({ texts }: Look): boolean {
  return share(texts, (text) => STATE.test(text.trim())) >= 0.8;
}

/** The column that tells what was done, and others that tell something as well. */
function progressOf(
  table: Table,
  looks: Look[],
  items: (Item | undefined)[],
  words: TableWords,
): { best: Weighed; others: Weighed[] } | undefined {
  const candidates = looks
    .filter(({ column, filled }) => filled > 0 && !hasRole(table, column, ['points', 'self', 'score']))
    .map((look) => ({ look, answers: answersIn(look, items, words) }));
  const state = candidates.find(({ look }) => headed(look, 'progress', words) > 0 && tellsStateOnly(look));
  const isToldElsewhere =
    state !== undefined && candidates.some(({ look, answers }) => look !== state.look && answers >= MOST);
  const weighed = candidates
    .filter((one) => !isToldElsewhere || one !== state)
    .map(({ look, answers }): Weighed => {
      const heading = headed(look, 'progress', words);
      const isOther =
        !isToldElsewhere &&
        heading < SAID &&
        (hints(look, 'besides', words) || hasRole(table, look.column, ['evidence', 'remark']));
      const score = heading + answers * 1.5 + (isProse(look.texts) ? 0.35 : 0) - (isOther ? 1.2 : 0);
      return { look, answers, score };
    })
    .sort((a, b) => b.score - a.score);
  const best = weighed.find(({ score }) => score >= ENOUGH);
  if (best && isToldElsewhere && state) setRoles(table, state.look.column, ['state']);
  return best && { best, others: weighed.filter((one) => one !== best && one.answers >= 0.5 && one.score >= ENOUGH) };
}

function hasRole(table: Table, column: Column, roles: Role[]): boolean {
  return table.columns.some((one) => one.index === column.index && one.roles.some((role) => roles.includes(role)));
}

function hints({ column }: Look, kind: string, words: TableWords): boolean {
  const plain = plainText(column.leaf || column.path.join(''));
  return (words.hints[kind] ?? []).some((word) => plain.includes(word));
}

/** A look at so many answers is enough. */
const ANSWERS = 12;

function answersIn({ texts, words: own }: Look, items: (Item | undefined)[], words: TableWords): number {
  let asked = 0;
  let answered = 0;
  for (const [i, text] of texts.entries()) {
    const item = items[i];
    if (!item || text === '' || asked >= ANSWERS) continue;
    asked += 1;
    if (Math.max(own[i]?.goal ?? 0, own[i]?.clause ?? 0) >= 0.9) continue;
    const found = readProse(item, text, { year: words.rulebook.year, vocabulary: words.prose });
    if (found.some(({ confidence, state }) => confidence >= 0.5 && state !== 'missing')) answered += 1;
  }
  return asked ? answered / asked : 0;
}

function isProse(texts: string[]): boolean {
  return share(texts, (text) => text.length >= 8 && /[\u4e00-\u9fff]{4}/.test(text)) > 0.5;
}

function settleProgress(
  table: Table,
  { best, others }: { best: Weighed; others: Weighed[] },
  looks: Look[],
  named: Map<Look, Role>,
): void {
  const { look } = best;
  const said = looks.find(
    (one) => one !== look && !named.has(one) && one.column.roles.includes('progress') && one.filled > 0,
  );
  const index = look.column.index;
  const own = table.columns.find((column) => column.index === index);
  if (!own) return;
  if (!own.roles.includes('progress')) {
    if (own.roles.some((role) => ['goal', 'clause', 'evidence', 'method'].includes(role)))
      doubt(table, own, 'progress');
    setRoles(table, own, ['progress']);
  }
  for (const other of table.columns) {
    if (other.index !== index && other.roles.includes('progress'))
      table.columns = table.columns.map((one) =>
        one.index === other.index
          ? { ...one, roles: one.roles.filter((role) => role !== 'progress' && role !== 'value') }
          : one,
      );
  }
  for (const { column } of new Set([
    ...others.map((one) => one.look),
    ...(said && said.column.roles[0] === 'progress' ? [said] : []),
  ]))
    doubt(table, column, 'besides');
}
