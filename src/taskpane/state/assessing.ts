import { assess, type FileInput } from '../../assess/assess';
import { quarterEnd } from '../../assess/quarter';
import type { Assessment } from '../../assessment';
import type { ReadingChoice } from '../../rulebook/model';
import type { Snapshot } from '../../workbook/snapshot';
import { withoutOwnSheets } from './own-sheets';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';

function input(snapshot: Snapshot): FileInput {
  return { file: snapshot.file, sha256: '', snapshot: withoutOwnSheets(snapshot) };
}

/** Scores workbooks by what the state has chosen. */
export function assessInputs(
  { services: { rulebook } }: Pane,
  inputs: FileInput[],
  { quarter, readings }: { quarter: string; readings: ReadingChoice },
): Assessment {
  return assess(rulebook, inputs, { asOf: quarterEnd(rulebook, quarter)!, readings });
}

/** Scores what the department's own sheets of the open workbook say. */
export function assessOpen(
  pane: Pane,
  snapshot: Snapshot,
  state: Pick<PaneState, 'quarter' | 'readings' | 'unit'>,
): Assessment {
  const own = input(snapshot);
  const assessment = assessInputs(pane, [own], state);
  if (assessment.scorecards.length || !state.unit) return assessment;
  // A workbook that names no unit is read as if its file's name did.
  const named = { ...own.snapshot!, file: `${state.unit} ${own.file}` };
  return assessInputs(pane, [{ ...own, file: named.file, snapshot: named }], state);
}

/** Scores what the office collected; undefined when that is nothing. */
export function assessCollected(pane: Pane, state: PaneState): Assessment | undefined {
  const { collection, workbook } = state;
  const open = collection.withOpen && workbook.status === 'ready' ? [input(workbook.snapshot)] : [];
  const inputs = [...open, ...collection.files];
  return inputs.length ? assessInputs(pane, inputs, state) : undefined;
}

/** What the office works on: what it collected, otherwise the open workbook. */
export function assessShown(pane: Pane, state: PaneState): Assessment | undefined {
  const collected = assessCollected(pane, state);
  if (collected || state.workbook.status !== 'ready') return collected;
  return assessOpen(pane, state.workbook.snapshot, state);
}

/** Works out anew what the office collected. */
export function collectAgain(pane: Pane): void {
  const state = pane.store.get();
  pane.store.set({ collection: { ...state.collection, assessment: assessCollected(pane, state) } });
}
