import type { Assessment, Scorecard } from '../../assessment';
import type { Reading, ReadingChoice, Rulebook } from '../../rulebook/model';
import { subtract, toPoints } from '../../scoring/fraction';
import { assessShown } from './assessing';
import { assessAgain } from './open-workbook';
import type { Pane } from './pane';
import type { Effect } from './pane-state';
import { rangeText, shown } from './shown';

/** A reading that a person can switch. */
export interface Switchable extends Reading {
  options: { [option: string]: string };
  default: number;
}

/** The switchable readings: those that scores here rest on, then the others. */
export function switchable(
  rulebook: Rulebook,
  assessment: Assessment | undefined,
): { here: Switchable[]; rest: Switchable[] } {
  const all = rulebook.readings.filter((reading): reading is Switchable => reading.options !== undefined);
  const used = new Set(
    (assessment?.scorecards ?? []).flatMap((card) =>
      [...card.items, card.bonus, card.deductions]
        .filter(({ facts, state }) => facts.length > 0 || state === 'notApplicable')
        .flatMap(({ readings }) => readings),
    ),
  );
  return { here: all.filter(({ id }) => used.has(id)), rest: all.filter(({ id }) => !used.has(id)) };
}

export function chosenOption(choice: ReadingChoice, reading: Switchable): number {
  return choice[reading.id] ?? reading.default;
}

function totalOf({ total }: Scorecard): string {
  return rangeText(total);
}

/** The units whose totals change from one assessment to another. */
export function effects(before: Assessment, after: Assessment): Effect[] {
  return after.scorecards.flatMap((card) => {
    const old = before.scorecards.find(({ unit }) => unit === card.unit);
    if (!old || totalOf(old) === totalOf(card)) return [];
    return [
      {
        unit: card.unit,
        from: totalOf(old),
        to: totalOf(card),
        gain: toPoints(subtract(card.total.low, old.total.low)),
      },
    ];
  });
}

function defaultOf(pane: Pane, reading: string): number | undefined {
  return pane.services.rulebook.readings.find(({ id }) => id === reading)?.default;
}

/** Looks at what an option would do, before anybody confirms it. */
export function tryReading(pane: Pane, reading: string, option: number): void {
  const state = pane.store.get();
  const now = shown(state);
  if (option === (state.readings[reading] ?? defaultOf(pane, reading))) return pane.store.set({ trying: undefined });
  const then = now && assessShown(pane, { ...state, readings: { ...state.readings, [reading]: option } });
  pane.store.set({
    trying: { reading, option, units: now?.scorecards.length ?? 0, effects: then ? effects(now, then) : [] },
  });
}

/** Takes the option that was looked at. */
export function confirmReading(pane: Pane): void {
  const { trying, readings } = pane.store.get();
  if (!trying) return;
  const others = { ...readings };
  delete others[trying.reading];
  pane.store.set({
    trying: undefined,
    readings:
      trying.option === defaultOf(pane, trying.reading) ? others : { ...others, [trying.reading]: trying.option },
    notice: { intent: 'success', text: `口径${trying.reading}已更改，得分已按新口径计算。` },
  });
  assessAgain(pane);
}
