import type { CellChange } from '../../workbook/host';
import { HostError } from '../../workbook/host';
import { readSettlements } from '../../score-workbook/settlements-ledger';
import type { Snapshot } from '../../workbook/snapshot';
import { assessOpen, collectAgain } from './assessing';
import { composeAgain } from './bulletin';
import { followEdit, hasFormulas } from './follow-edits';
import { loadReader } from './intakes';
import { withoutOwnSheets } from '../../score-workbook/own-sheets';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';
import { readingsIn } from '../../score-workbook/chosen-readings';
import { quarterSaid } from './recognise';

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
  const before = officeBasis(pane, store.get());
  store.set((state) => {
    const said = state.quarterChosen ? undefined : quarterSaid(services.rulebook, withoutOwnSheets(snapshot));
    const quarter = said?.quarter ?? state.quarter;
    // The formulas of 得分表 go by the sheet 口径: what stands there is what counts.
    const readings = readingsIn(services.rulebook, snapshot) ?? state.readings;
    const assessment = assessOpen(pane, snapshot, { ...state, quarter, readings });
    return {
      quarter,
      readings,
      ...(said && { quarterSaid: said.where }),
      workbook: { status: 'ready', snapshot, assessment },
    };
  });
  const { files, withOpen } = store.get().collection;
  const moved = withOpen || (files.length > 0 && officeBasis(pane, store.get()) !== before);
  void (moved ? collectAgain(pane) : Promise.resolve()).then(() => composeAgain(pane));
}

/** What collected scores rest on of the open workbook, beside its own sheets: 核定, 口径 and the quarter. */
function officeBasis({ services }: Pane, { quarter, readings, workbook }: PaneState): string {
  const settlements = workbook.status === 'ready' ? readSettlements(services.rulebook, workbook.snapshot) : [];
  return JSON.stringify([quarter, readings, settlements]);
}

/** Works out anew all that rests on the quarter, the unit, the readings and the headings. */
export async function assessAgain(pane: Pane): Promise<void> {
  const snapshot = snapshotOf(pane.store.get());
  if (snapshot) takeOver(pane, snapshot);
  await collectAgain(pane);
  await composeAgain(pane);
}

/** Reads the open workbook, for the first time or anew. */
export async function readOpen(pane: Pane, { quietly = false } = {}): Promise<void> {
  const { store, host } = pane;
  const before = snapshotOf(store.get());
  if (!before) store.set({ workbook: { status: 'reading' } });
  try {
    const [snapshot] = await Promise.all([host.read(), loadReader()]);
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
