import type { Band, Measure, Rounding, Switchable } from '../../rulebook/model';
import { compileMeasure, valueOf } from '../measure';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/**
 * Which band a value lies in. Bands leave no holes, so the first whose upper end is not passed is the one; the last has
 * no end that counts (a rate of counts may pass 100%).
 */
function finder(ordered: Band[]): (value: number) => number {
  const bounded = ordered.slice(0, -1);
  const ends = bounded.map(({ upTo, below }) => upTo ?? below!);
  const inclusive = bounded.map(({ upTo }) => upTo !== undefined);
  return (value) => {
    let index = 0;
    while (index < ends.length && (value > ends[index] || (value === ends[index] && !inclusive[index]))) index += 1;
    return index;
  };
}

/** Says where a value lies: 在80%(含)至91%(不含)之间. */
function bandInWords(band: Band, lowest: boolean, highest: boolean, bound: (value: number) => string): string {
  const lower = () => (band.from !== undefined ? `${bound(band.from)}（含）` : `${bound(band.above!)}（不含）`);
  const upper = () => (band.upTo !== undefined ? `${bound(band.upTo)}（含）` : `${bound(band.below!)}（不含）`);
  if (highest) return `在${lower()}以上`;
  if (lowest) return `在${upper()}以下`;
  return `在${lower()}至${upper()}之间`;
}

function isUneven(ordered: Band[]): boolean {
  const steps = ordered.slice(1).map((band, index) => band.points - ordered[index].points);
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

/** 91%及以上得1分,80%—91%(不含)得0.7分…: the points of the band that the value lies in. */
export const awardBands: Mechanism<{
  of: Switchable<Measure>;
  bands: Switchable<Band[]>;
  round?: Switchable<Rounding | 'general'>;
}> = ({ of, bands, round }, context) => {
  const rounding = context.resolve<Rounding | 'general'>(round ?? 'general');
  const measure = compileMeasure(
    context.resolve<Measure>(of),
    context,
    rounding === 'general' ? context.rounding : rounding,
  );
  const ordered = [...context.resolve<Band[]>(bands)].sort((a, b) => (a.from ?? a.above!) - (b.from ?? b.above!));
  const full = Math.max(...ordered.map((band) => band.points));
  const find = finder(ordered);
  const sizes = ordered.map((band) => hundredths(band.points));
  const words = ordered.map(
    (band, index) => `，${bandInWords(band, index === 0, index === ordered.length - 1, measure.bound)}`,
  );
  return {
    kind: 'award',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    uneven: isUneven(ordered),
    value(values, unit) {
      const value = valueOf(measure, values);
      // A share of nothing counts against nobody.
      return (Number.isNaN(value) ? hundredths(full) : sizes[find(value)]) * (unit / HUNDREDTHS);
    },
    because(values) {
      const value = valueOf(measure, values);
      return measure.words(values) + (Number.isNaN(value) ? '，没有应办事项' : words[find(value)]);
    },
  };
};
