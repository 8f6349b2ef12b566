import { fromDecimal, sum, timesOver, toPoints, ZERO, type Fraction } from '../scoring/fraction';
import { shortDecimal } from '../scoring/words';
import { MEASURE_NAMES } from './names';
import type { Block, Bulletin, Chart, Figure, FigureSources, Measure, Run } from './model';

const HUNDRED = fromDecimal(100);

/** How many units; the sources are the units that were counted. */
export function countOf(measure: Measure, units: string[], rest: Partial<FigureSources> = {}): Figure {
  return numberOf(measure, units.length, { units, items: [], ...rest });
}

/** A whole number or a value as it was reported. */
export function numberOf(measure: Measure, value: number, sources: FigureSources): Figure {
  return { measure, value, display: shortDecimal(value), sources };
}

/** Points, rounded once for display. */
export function pointsOf(measure: Measure, points: Fraction, sources: FigureSources): Figure {
  return numberOf(measure, toPoints(points), sources);
}

/** A share of full points in percent, to 0.01. */
export function rateOf(measure: Measure, points: Fraction, full: Fraction, sources: FigureSources): Figure {
  const value = full.n === 0 ? 0 : toPoints(timesOver(points, HUNDRED, full));
  return { measure, value, display: `${value}%`, sources };
}

/** The average, exactly. */
export function mean(values: Fraction[]): Fraction {
  return values.length === 0 ? ZERO : timesOver(sum(values), fromDecimal(1), fromDecimal(values.length));
}

/** Points, or their range while it is open: 80.5～92. */
export function range(low: Figure, high: Figure): Run[] {
  return low.value === high.value ? [low] : [low, '～', high];
}

export function isFigure(run: Run): run is Figure {
  return typeof run !== 'string';
}

/** Runs as one text. */
export function textOf(runs: Run[]): string {
  return runs.map((run) => (isFigure(run) ? run.display : run)).join('');
}

export interface ListedFigure extends Figure {
  /** Chinese name of the measure. */
  name: string;
  /** The heading or annex it stands under. */
  place: string;
  /** The sentence, the table row or the bar that it stands in. */
  text: string;
}

/** The figures of a block, each with the words around it. */
function figuresIn(block: Block): { figure: Figure; text: string }[] {
  const within = (runs: Run[], text: string) => runs.filter(isFigure).map((figure) => ({ figure, text }));
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return within(block.runs, textOf(block.runs));
    case 'table':
      return block.rows.flatMap((cells) => within(cells.flat(), cells.map(textOf).join('｜')));
    case 'chart':
      return block.series.flatMap(({ name, figures: values }) =>
        values.map((figure, index) => ({ figure, text: `${block.title}｜${block.categories[index]}｜${name}` })),
      );
  }
}

/** Every figure of a bulletin in reading order, with where it stands and what it was computed from. */
export function figures(bulletin: Bulletin): ListedFigure[] {
  const listed: ListedFigure[] = [];
  function list(blocks: Block[], start: string): void {
    let place = start;
    for (const block of blocks) {
      if (block.kind === 'heading') place = block.text;
      for (const { figure, text } of figuresIn(block)) {
        listed.push({ ...figure, name: MEASURE_NAMES[figure.measure], place, text });
      }
    }
  }
  list(bulletin.body, '正文');
  bulletin.annexes.forEach((annex, index) => list(annex.blocks, `附件${index + 1} ${annex.title}`));
  return listed;
}

/** The charts of a bulletin in reading order. */
export function charts({ body, annexes }: Bulletin): Chart[] {
  const blocks = [body, ...annexes.map((annex) => annex.blocks)].flat();
  return blocks.filter((block): block is Chart => block.kind === 'chart');
}
