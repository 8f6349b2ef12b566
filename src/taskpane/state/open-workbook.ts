import type { CellChange } from '../../workbook/host';
import { HostError } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { assessOpen, collectAgain } from './assessing';
import { composeAgain } from './bulletin';
import { followEdit, hasFormulas } from './follow-edits';
import { withoutOwnSheets } from './own-sheets';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';
import { quarterOfWorkbook } from './quarter';

/** Quick enough to feel live, slow enough not to run at every keystroke of a fill. */
const AFTER_EDIT = 150;
/** Results of formulas are fetched once the person pauses. */
const AFTER_PAUSE = 2000;

/** What went wrong, as a sentence for people. */
export function reasonOf(error: unknown, otherwise: string): string {
  return error instanceof HostError ? error.message : otherwise;
}

function snapshotOf({ workbook }: PaneState): Snapshot | undefined {
  return workbook.status === 'ready' ? workbook.snapshot : undefined;
}

/** Takes over a workbook that was just read or edited. */
export function takeOver(pane: Pane, snapshot: Snapshot): void {
  const { store, services } = pane;
  store.set((state) => {
    const said = state.quarterChosen ? undefined : quarterOfWorkbook(services.rulebook, snapshot);
    const quarter = said ?? state.quarter;
    return {
      quarter,
      workbook: { status: 'ready', snapshot, assessment: assessOpen(pane, snapshot, { ...state, quarter }) },
    };
  });
  if (store.get().collection.withOpen) collectAgain(pane);
  void composeAgain(pane);
}

/** Works out anew all that rests on the quarter, the unit and the readings. */
export function assessAgain(pane: Pane): void {
  const snapshot = snapshotOf(pane.store.get());
  if (snapshot) takeOver(pane, snapshot);
  collectAgain(pane);
  void composeAgain(pane);
}

/** Reads the open workbook, for the first time or anew. */
export async function readOpen(pane: Pane, { quietly = false } = {}): Promise<void> {
  const { store, host } = pane;
  const before = snapshotOf(store.get());
  if (!before) store.set({ workbook: { status: 'reading' } });
  try {
    const snapshot = await host.read();
    // An edit that came in meanwhile may be younger than what was read.
    if (snapshotOf(store.get()) !== before) return await readOpen(pane, { quietly: true });
    takeOver(pane, snapshot);
  } catch (error) {
    if (quietly && before) return;
    store.set({ workbook: { status: 'failed', reason: reasonOf(error, '工作簿没有读出来。请保存后重试。') } });
  }
}

/** Follows what the person does in the grid; gives a function that ends it. */
export async function followEdits(pane: Pane): Promise<() => Promise<void>> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let lost = false;
  let latest: Snapshot | undefined;

  function catchUp(): void {
    if (latest && !lost) {
      takeOver(pane, latest);
      if (hasFormulas(withoutOwnSheets(latest))) {
        pausing = setTimeout(() => void readOpen(pane, { quietly: true }), AFTER_PAUSE);
      }
    } else void readOpen(pane, { quietly: true });
    lost = false;
    latest = undefined;
  }

  function follow(change: CellChange): void {
    const known = latest ?? snapshotOf(pane.store.get());
    latest = lost || !known ? undefined : followEdit(known, change);
    lost ||= !latest;
    clearTimeout(waiting);
    clearTimeout(pausing);
    waiting = setTimeout(catchUp, AFTER_EDIT);
  }

  const end = await pane.host.onChange(follow);
  return async () => {
    clearTimeout(waiting);
    clearTimeout(pausing);
    await end();
  };
}
