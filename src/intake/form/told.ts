import type { Fact, Item } from '../../rulebook/model';
import type { FactValue } from '../../scoring/item-score';
import type { SheetContext } from '../answers';
import { readProse, type ProseFact } from '../prose/read-prose';
import { oneByOne } from '../prose/respectively';
import { readNumber, shorten, type Figure } from '../values';

/** What a text says of one fact of an item. */
export interface Told {
  fact: Fact;
  figure: Figure;
  /** The words that say it. */
  raw: string;
  confidence: number;
}

/** Below this a reading is said to be in doubt and no value is taken. */
const TAKEN = 0.5;

/**
 * The facts of an item that a text tells. What is short may need the name that it stands beside to say what it is about
 * (好差评 | 覆盖率83%，每月汇聚): it is read with that name as well, and several questions in one name with as many answers
 * are read one by one.
 */
export function toldIn(context: SheetContext, item: Item, label: string, text: string): Told[] {
  const found = said(context, item, text);
  if (label !== '' && (!CRITERION.test(label) || ANSWERS.test(text))) {
    const known = new Set(found.filter(({ confidence }) => confidence >= TAKEN).map(({ fact }) => fact));
    const more = questionsWith(label, text).flatMap((answer) =>
      said(context, item, answer.whole).map((one) => ({ ...one, quote: answer.text })),
    );
    const sure = more.filter(({ fact, confidence }) => !known.has(fact) && confidence >= TAKEN);
    const asked = new Set(sure.map(({ fact }) => fact));
    return toldOf(item, [...found.filter(({ fact }) => !asked.has(fact)), ...sure]);
  }
  return toldOf(item, found);
}

/** 未按要求推进扣2分. */
const CRITERION = /扣\s*[\d０-９.．]+\s*分/;
/** What costs points is answered by figures and a bare yes or no; 已推进 tells the opposite. */
export const ANSWERS = /[\d０-９]|^(?:是|否|有|无|没有?|不?存在|未?(?:发现|发生|出现)?|[√×✓✗/—-])[。.]?$/;

function said({ reading, prose }: SheetContext, item: Item, text: string): readonly ProseFact[] {
  return readProse(item, oneByOne(text), { year: reading.rulebook.year, vocabulary: prose });
}

/** 应设数？已设数？ | 12处；11处 are two questions with two answers. */
function questionsWith(label: string, text: string): { whole: string; text: string }[] {
  const name = withoutBound(label).replace(/^[\d一二三四五六七八九十]{1,3}\s*[.、．:：)）]\s*/, '');
  const questions = name.split(/[?？;；]/).filter((part) => part.trim() !== '');
  const answers = text.split(/[;；。]/).filter((part) => part.trim() !== '');
  const listed = listIn(text);
  if (listed) {
    const names = namesIn(questions.map(withoutAsking).join('、'), listed.length);
    return names.map((one, i) => ({ whole: `${one}：${listed[i]}`, text }));
  }
  const asked = questions.map(withoutAsking);
  if (asked.length > 1 && asked.length === answers.length)
    return asked.map((question, i) => ({ whole: `${question}：${answers[i]}`, text: answers[i] as string }));
  // Several questions and one report: which of them a figure answers, its own words say.
  if (/[?？].*[?？]/.test(name) && text.length > LONGEST_ANSWER) return [];
  return [{ whole: `${asked.join('、')}：${text}`, text }];
}

/** 清单是哪天报的, 内容符不符合要求, 落实了吗: what is asked, without the asking. */
function withoutAsking(question: string): string {
  return question
    .replace(/[:：?？]\s*$/, '')
    .replace(/(?:是)?(?:哪一?天|什么时候|何时|几月几[日号])(报|公布|公开|发布|印发|完成)(?:送|出)?的?$/, '$1送')
    .replace(/(?<=公布|公开|发布|印发|完成)送$/, '时间')
    .replace(/([\u4e00-\u9fff])[不没]\1/g, '$1')
    .replace(/有没有|是不是/g, '')
    .replace(/(?:过|了)?(?:没有|没|吗|么|呢)$/, '')
    .replace(/(?:各)?(?:有|是)?(?:多少|几)[\u4e00-\u9fff]{0,2}$/, '');
}

const STROKE = /\s*[/／]\s*/;
const LONGEST_ANSWER = 10;

/** 39/39/38, 90.1% / 93.0%, 是/是/否: short answers parted by strokes, or numbers by 、. A single 3/4 is a share. */
function listIn(text: string): string[] | undefined {
  const plain = text
    .replace(/[（(][^（）()]*[)）]/g, '')
    .trim()
    .replace(/^(?:依次|分别)(?:为|是)?[:：]?|[。；;]+$/g, '');
  const isShare = /^\d+\s*[/／]\s*\d+$/.test(plain);
  const parts = STROKE.test(plain) && !isShare ? plain.split(STROKE) : plain.split('、');
  const isList = parts.length > 1 && parts.every((part) => part !== '' && part.length <= LONGEST_ANSWER);
  return isList && (STROKE.test(plain) || parts.every((part) => /^\d/.test(part))) && !isShare ? parts : undefined;
}

/**
 * The names that a list of answers belongs to, by their order: 已承接/已实施/已发布, 目录事项（应承接、已承接、已实施）,
 * 用水/用电/用气报装进驻. None when there are not as many: then nobody can tell which is which.
 */
function namesIn(name: string, count: number): string[] {
  const inBrackets = /[（(]([^（）()]*[、/／][^（）()]*)[)）]/.exec(name)?.[1];
  const lists = [inBrackets, name].flatMap((list) =>
    list === undefined ? [] : [list.split(STROKE), list.split('、')],
  );
  const names = lists.find((list) => list.length === count)?.map((one) => one.trim());
  if (!names) return [];
  const last = names[names.length - 1] as string;
  const short = names[0]?.length ?? 0;
  const sharesEnd = names.slice(0, -1).every((one) => one.length === short) && last.length > short + 1;
  return sharesEnd ? names.map((one, i) => (i < names.length - 1 ? one + last.slice(short) : one)) : names;
}

/** 监管行为覆盖率80%以上: the name without what is demanded of it. */
export function withoutBound(name: string): string {
  return name.replace(
    /(?:不低于|不少于|不高于|不超过|[不未]?达到?|低于|不足|少于|超过|≥|≤|>=|<=|[（(])?\s*\d+(?:\.\d+)?\s*(?:%|％|次|件|个|项)?\s*(?:及?以[上下内])?[)）]?$/,
    '',
  );
}

function toldOf(item: Item, found: readonly ProseFact[]): Told[] {
  return found.flatMap(({ fact: id, state, value, quote, problem, confidence }): Told[] => {
    const fact = item.facts.find((one) => one.id === id);
    if (!fact) return [];
    if (confidence < TAKEN && state === 'value')
      return [{ fact, figure: doubtful(fact, quote), raw: quote, confidence }];
    const figure: Figure = {
      state,
      ...(value === undefined ? {} : { value }),
      ...problemOf(fact, state, value, quote, problem),
    };
    return [{ fact, figure, raw: quote, confidence }];
  });
}

function doubtful(fact: Fact, quote: string): Figure {
  return { state: 'missing', code: 'unreadable', problem: `“${shorten(quote)}”说的是不是“${fact.name}”，拿不准。` };
}

/** Names the trouble with a value that prose reading refused, in the words of the checks. */
function problemOf(
  fact: Fact,
  state: string,
  value: FactValue | undefined,
  quote: string,
  problem: string | undefined,
): Pick<Figure, 'code' | 'problem'> {
  if (state !== 'rejected') return problem === undefined ? {} : { problem };
  const number = typeof value === 'number' ? value : readNumber(quote.replace(/^[^\d\-－０-９]*/, ''))?.value;
  const says = problem ?? `“${quote}”不可能。`;
  if (fact.type === 'date' || fact.type === 'dateOrNever') return { code: 'bad-date', problem: says };
  if (number !== undefined && number < 0) return { code: 'negative-figure', problem: says };
  if (fact.type === 'percent') return { code: 'percent-over-100', problem: says };
  if (fact.type === 'mark') return { code: 'mark-over-max', problem: says };
  return { code: number !== undefined && !Number.isInteger(number) ? 'fractional-count' : 'unreadable', problem: says };
}

/** Claims what was told at a place. */
export function claimTold(
  context: SheetContext,
  unit: string,
  item: Item,
  { fact, figure, raw, confidence }: Told,
  at: { row: number; column: number },
  linkable = false,
): void {
  const { reading, grid } = context;
  const source = reading.source(grid, at.row, at.column);
  reading.claim({ unit, voice: 'department', confidence, source, raw, linkable }, item, fact, figure, {
    hidden: grid.isHidden(at.row, at.column),
    rounded: fact.type === 'percent',
  });
}
