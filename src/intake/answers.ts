import type { Voice } from '../assessment';
import type { Fact, Item } from '../rulebook/model';
import type { Cell } from '../workbook/snapshot';
import { joinCells, type Entry, type Grid } from './grid';
import type { SheetNotes } from './notes';
import type { ProseVocabulary } from './prose/vocabulary';
import type { Reading } from './reading';
import type { Target } from './targets';
import { percentScale, readFigure, type Figure, type FigureContext, type PercentScale } from './values';

/** What a table is read with. */
export interface SheetContext {
  reading: Reading;
  grid: Grid;
  notes: SheetNotes;
  prose: ProseVocabulary;
}

/** A cell that answers a heading which has been placed. */
export interface Answer {
  target: Target;
  confidence: number;
  inverse: boolean;
  row: number;
  column: number;
  /** What it says, where the cell answers several headings. */
  entry?: Entry;
}

/** How to read the cells of a sheet for one fact. */
export function figureContext(context: SheetContext, scale: PercentScale, inverse = false): FigureContext {
  const { reading, notes } = context;
  return {
    year: reading.rulebook.year,
    date1904: reading.snapshot.date1904,
    scale,
    slash: notes.slash,
    inverse,
  };
}

/** How the percentages among some cells are written when they carry no sign. */
export function scaleOfAnswers(grid: Grid, answers: Iterable<Answer>): PercentScale {
  const cells: Cell[] = [];
  for (const answer of answers) {
    const { target } = answer;
    if (target.fact.type !== 'percent' && !target.rate) continue;
    const entry = entryOf(grid, answer);
    if (entry) cells.push(entry.cell);
  }
  return percentScale(cells);
}

/** Turns the answers that one table gives about one unit into claims. */
export function recordAnswers(
  context: SheetContext,
  unit: string,
  voice: Voice,
  answers: Answer[],
  scaleOf: (answer: Answer) => PercentScale,
): void {
  const { reading } = context;
  const counts = new Map<string, number>();
  const parts = new Map<Fact, Answer[]>();
  const hasRates = answers.some((answer) => answer.target.rate);
  for (const answer of answers) {
    const { target } = answer;
    if (target.rate) continue;
    if (target.part !== undefined) {
      parts.set(target.fact, [...(parts.get(target.fact) ?? []), answer]);
      continue;
    }
    const figure = figureAt(context, answer, scaleOf(answer));
    claimAt(context, unit, voice, answer, target.item, target.fact, figure, scaleOf(answer));
    if (hasRates && typeof figure.value === 'number') counts.set(`${target.item.id}/${target.fact.id}`, figure.value);
    const twin = twinOf(reading, target, answers);
    if (twin) claimAt(context, unit, voice, answer, twin.item, twin.fact, figure, scaleOf(answer));
  }
  for (const [fact, list] of parts) recordParts(context, unit, voice, fact, list);
  for (const answer of answers) if (answer.target.rate) recordRate(context, unit, answer, counts, scaleOf(answer));
}

function entryOf(grid: Grid, { entry, row, column }: Answer): Entry | undefined {
  return entry ?? grid.at(row, column);
}

function figureAt(context: SheetContext, answer: Answer, scale: PercentScale): Figure {
  const entry = entryOf(context.grid, answer);
  return readFigure(entry?.cell, entry?.text ?? '', answer.target.fact, figureContext(context, scale, answer.inverse));
}

function claimAt(
  context: SheetContext,
  unit: string,
  voice: Voice,
  answer: Answer,
  item: Item,
  fact: Fact,
  figure: Figure,
  scale: PercentScale,
): void {
  const { reading, grid } = context;
  const { row, column } = answer;
  const entry = entryOf(grid, answer);
  reading.claim(
    {
      unit,
      voice: fact.type === 'mark' && voice === 'platform' ? 'office' : voice,
      confidence: figure.code === 'doubtful-percent' ? Math.min(answer.confidence, 0.6) : answer.confidence,
      source: reading.source(grid, row, column),
      raw: entry?.text ?? '',
      linkable: !answer.inverse && !answer.entry && entry !== undefined && readsAlone(entry.cell, fact, scale),
    },
    item,
    fact,
    figure,
    {
      hidden: grid.isHidden(row, column),
      expected: fact.optional === undefined,
      rounded: fact.type === 'percent' && figure.state === 'value',
    },
  );
}

const PLAIN_WORDS = /^(是|否|有|无|完成|未完成|√|×|未报送|未公布|未报)$/;

/** Whether the cell by itself, without its column and notes, says the same to a formula. */
function readsAlone(cell: Cell, fact: Fact, scale: PercentScale): boolean {
  const { value, format } = cell;
  if (typeof value === 'boolean') return true;
  if (typeof value === 'number')
    return fact.type !== 'percent' || Boolean(format?.includes('%')) || value > 1.5 || scale === 'fraction';
  if (typeof value !== 'string') return false;
  const plain = value.normalize('NFKC').trim();
  if (fact.type === 'date' || fact.type === 'dateOrNever')
    return /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(plain) || PLAIN_WORDS.test(plain);
  return fact.type === 'bool' ? PLAIN_WORDS.test(plain) : fact.type === 'percent' && /^\d+(\.\d+)?%$/.test(plain);
}

/** The fact of another item that the same figure answers, unless the table has that item's own figure. */
function twinOf(reading: Reading, target: Target, own: Answer[]): { item: Item; fact: Fact } | undefined {
  const id = reading.targets.sameAs.get(target.item.id);
  if (id === undefined) return undefined;
  const isTwin = (one: Target): boolean => one.item.id === id && one.fact.id === target.fact.id;
  if (own.some((answer) => isTwin(answer.target))) return undefined;
  const twin = reading.targets.all.find(isTwin);
  return twin && { item: twin.item, fact: twin.fact };
}

/** A fact that several yes-or-no cells decide together. */
function recordParts(context: SheetContext, unit: string, voice: Voice, fact: Fact, answers: Answer[]): void {
  const { reading, grid } = context;
  const first = answers[0];
  if (!first) return;
  const { item } = first.target;
  if (reading.isTold(unit, fact, grid)) return;
  const words = reading.vocabulary.items[item.id]?.facts[fact.id]?.parts;
  const all = words?.rule !== 'any';
  const figures = answers.map((answer) => figureAt(context, answer, 'unknown'));
  const known = figures.filter((figure) => figure.state === 'value');
  const deciding = known.some((figure) => figure.value === !all);
  const complete = known.length === answers.length && (!all || answers.length >= (words?.of.length ?? 1));
  let figure: Figure;
  if (deciding) figure = { state: 'value', value: !all };
  else if (complete) figure = { state: 'value', value: all };
  else if (figures.every((one) => one.state === 'notApplicable')) figure = { state: 'notApplicable' };
  else figure = { state: 'missing' };
  reading.claim(
    {
      unit,
      voice,
      confidence: Math.min(...answers.map((answer) => answer.confidence)),
      source: reading.sourceAt(grid, joinCells(answers)),
      raw: answers.map(({ row, column }) => grid.textAt(row, column)).join('；'),
      linkable: false,
    },
    item,
    fact,
    figure,
    { hidden: answers.some(({ row, column }) => grid.isHidden(row, column)) },
  );
}

function recordRate(
  context: SheetContext,
  unit: string,
  answer: Answer,
  counts: Map<string, number>,
  scale: PercentScale,
): void {
  const { reading, grid } = context;
  const { target, row, column } = answer;
  const { item, rate } = target;
  if (!rate) return;
  const entry = entryOf(grid, answer);
  const asPercent = { ...target.fact, type: 'percent' as const };
  const figure = readFigure(entry?.cell, entry?.text ?? '', asPercent, figureContext(context, scale));
  const done = counts.get(`${item.id}/${rate.done}`);
  const of = counts.get(`${item.id}/${rate.of}`);
  if (figure.state !== 'value' || typeof figure.value !== 'number' || done === undefined || of === undefined) return;
  const nameOf = (id: string): string => item.facts.find((fact) => fact.id === id)?.name ?? id;
  reading.rates.push({
    source: reading.source(grid, row, column),
    name: [...target.names][0] ?? '',
    rate: figure.value,
    done: { name: nameOf(rate.done), value: done },
    of: { name: nameOf(rate.of), value: of },
    item: item.id,
    unit,
  });
}
