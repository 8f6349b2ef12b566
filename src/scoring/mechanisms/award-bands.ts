import type { Band, Measure, Rounding, Switchable } from '../../rulebook/model';
import { compileMeasure } from '../measure';
import { HUNDREDTHS, ticks, type Mechanism } from './part';

function inBand(band: Band, value: number): boolean {
  return (
    (band.from === undefined || value >= band.from) &&
    (band.above === undefined || value > band.above) &&
    (band.upTo === undefined || value <= band.upTo) &&
    (band.below === undefined || value < band.below)
  );
}

/** Says where a value lies: 在80%(含)至91%(不含)之间. */
function bandInWords(band: Band, lowest: boolean, highest: boolean, bound: (value: number) => string): string {
  const lower = () => (band.from !== undefined ? `${bound(band.from)}(含)` : `${bound(band.above!)}(不含)`);
  const upper = () => (band.upTo !== undefined ? `${bound(band.upTo)}(含)` : `${bound(band.below!)}(不含)`);
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
  const find = (value: number) => ordered.find((band) => inBand(band, value));
  return {
    kind: 'award',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    uneven: isUneven(ordered),
    value(values, unit) {
      const value = measure.value(values);
      // A share of nothing counts against nobody.
      return ticks(Number.isNaN(value) ? full : find(value)!.points, unit);
    },
    because(values) {
      const value = measure.value(values);
      if (Number.isNaN(value)) return `${measure.words(values)},没有应办事项`;
      const index = ordered.indexOf(find(value)!);
      return `${measure.words(values)},${bandInWords(ordered[index], index === 0, index === ordered.length - 1, measure.bound)}`;
    },
  };
};
