import type { Assessment, Scorecard } from '../../assessment';
import type { Reading, ReadingChoice, Rulebook } from '../../rulebook/model';
import { subtract, toPoints } from '../../scoring/fraction';
import { assessShown } from './assessing';
import { assessAgain, readOpen, reasonOf } from './open-workbook';
import type { Pane } from './pane';
import type { Effect, Trying } from './pane-state';
import { optionPlace } from '../../score-workbook/chosen-readings';
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
export async function tryReading(pane: Pane, reading: string, option: number): Promise<void> {
  const { store } = pane;
  const state = store.get();
  const now = shown(state);
  if (option === (state.readings[reading] ?? defaultOf(pane, reading))) return store.set({ trying: undefined });
  const trying: Trying = { reading, option };
  store.set({ trying });
  const then = now && (await assessShown(pane, { ...state, readings: { ...state.readings, [reading]: option } }));
  // Another option may be looked at by now.
  if (store.get().trying !== trying) return;
  const tried = { units: now?.scorecards.length ?? 0, effects: then ? effects(now, then) : [] };
  store.set({ trying: { ...trying, tried } });
}

/** Takes the option that was looked at; where the workbook has its sheet 口径, formulas go by it at once. */
export async function confirmReading(pane: Pane): Promise<void> {
  const { store, host } = pane;
  const { trying, readings, workbook } = store.get();
  if (!trying) return;
  const { reading, option } = trying;
  const place = workbook.status === 'ready' ? optionPlace(workbook.snapshot, reading) : undefined;
  try {
    if (place) await host.setCells([{ place, value: option }]);
  } catch (error) {
    const text = reasonOf(error, '口径没有更改：“口径”表不能写入。请撤销保护后重试。');
    return store.set({ notice: { intent: 'error', text } });
  }
  const others = { ...readings };
  delete others[reading];
  store.set({
    trying: undefined,
    readings: option === defaultOf(pane, reading) ? others : { ...others, [reading]: option },
    notice: { intent: 'success', text: `口径${reading}已更改，得分已按新口径计算。` },
  });
  if (place) await readOpen(pane, { quietly: true });
  await assessAgain(pane);
}
