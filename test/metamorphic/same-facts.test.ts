import fc from 'fast-check';
import type { Snapshot } from '../../src/workbook/snapshot';
import * as changes from './changes';
import { outcome, type Outcome } from './outcome';
import { samples, selfMade } from './workbooks';

const WORKBOOKS = [...samples(), ...selfMade()].map((workbook): [string, Snapshot] => [workbook.file, workbook]);

/** What a change may add to the findings, since it is itself worth a word. */
const SAYS: { [change: string]: string[] } = {
  rowsHidden: ['hidden-figure'],
  // SUM passes over texts, so its total no longer fits.
  numbersAsTexts: ['text-number', 'wrong-subtotal'],
  fullWidth: ['text-number'],
};

/** The findings without what a change may add. */
function without({ findings, ...rest }: Outcome, codes: string[]): Outcome {
  return { ...rest, findings: Object.fromEntries(Object.entries(findings).filter(([code]) => !codes.includes(code))) };
}

const orders = fc.infiniteStream(fc.nat(1_000_000)).map((stream) => (n: number): number[] => {
  const keys = Array.from({ length: n }, () => stream.next().value as number);
  return keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
});

describe.each(WORKBOOKS)('%s says the same', (_, workbook) => {
  const before = outcome(workbook);

  it('and says something', () => {
    expect(Object.keys(before.facts).length + Object.keys(before.reports).length).toBeGreaterThan(3);
  });

  it.each(Object.entries(changes))('%s', (name, change) => {
    const allowed = SAYS[name] ?? [];
    fc.assert(
      fc.property(orders, (order) => {
        expect(without(outcome(change(workbook, order)), allowed)).toEqual(without(before, allowed));
      }),
      // A change that leaves nothing to chance needs one run only.
      { numRuns: change.length > 1 ? 4 : 1 },
    );
  });

  it('after several changes at once', () => {
    const several = fc.shuffledSubarray(Object.entries(changes), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(several, orders, (list, order) => {
        const allowed = list.flatMap(([name]) => SAYS[name] ?? []);
        const changed = list.reduce((sofar, [, change]) => change(sofar, order), workbook);
        expect(without(outcome(changed), allowed)).toEqual(without(before, allowed));
      }),
      { numRuns: 8 },
    );
  });
});
