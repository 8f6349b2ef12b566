import { assessIntakes, type AssessOptions, type IntakeInput } from '../../assess/assess-intakes';
import { quarterEnd } from '../../assess/quarter';
import type { Assessment } from '../../assessment';
import { readSettlements } from '../../score-workbook/settlements-ledger';
import type { Snapshot } from '../../workbook/snapshot';
import { breather } from './breathe';
import { inNameOf, intakeOf, isRead, loadReader } from './intakes';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';

/** What scores rest on besides the workbooks. */
export type Choices = Pick<PaneState, 'quarter' | 'readings' | 'mapping'>;

function optionsOf({ services }: Pane, { quarter, readings, mapping }: Choices, unit?: string): AssessOptions {
  return { asOf: quarterEnd(services.rulebook, quarter)!, readings, mapping, ...(unit && { unit }) };
}

/** Scores what the department's own sheets of the open workbook say, with what the office has settled on its sheet. */
export function assessOpen(
  pane: Pane,
  snapshot: Snapshot,
  { unit, ...choices }: Choices & Pick<PaneState, 'unit'>,
): Assessment {
  const options = optionsOf(pane, choices, unit);
  const read = intakeOf(pane, snapshot, options);
  const [named, ...others] = read.units;
  const misnamed = unit && named && !others.length && named !== unit;
  const intake = misnamed ? inNameOf(read, named, unit) : read;
  const inputs: IntakeInput[] = [{ file: snapshot.file, sha256: '', intake }];
  const settlements = readSettlements(pane.services.rulebook, snapshot);
  return assessIntakes(pane.services.rulebook, inputs, { ...optionsOf(pane, choices), settlements });
}

interface Collected {
  input: IntakeInput;
  snapshot?: Snapshot;
  options: AssessOptions;
}

function collected(pane: Pane, { collection, workbook, ...choices }: PaneState): Collected[] {
  const open =
    collection.withOpen && workbook.status === 'ready'
      ? [{ file: workbook.snapshot.file, sha256: '', snapshot: workbook.snapshot }]
      : [];
  return [...open, ...collection.files].map(({ snapshot, ...input }) => ({
    input,
    snapshot,
    options: optionsOf(pane, choices, collection.unitsGiven[input.file]),
  }));
}

/** The units that each collected file speaks for, as far as it has been read. */
export function unitsByFile(pane: Pane, state: PaneState): Map<string, string[]> {
  const read = collected(pane, state).filter(({ snapshot, options }) => snapshot && isRead(snapshot, options));
  return new Map(
    read.map(({ input, snapshot, options }) => [input.file, intakeOf(pane, snapshot!, options).units] as const),
  );
}

/** Called while many workbooks are read: so many of so many; gives false to stop. */
export type Progress = (done: number, total: number) => boolean;

/**
 * Scores what the office collected, letting the page draw between the files; undefined when that is nothing, or when it
 * was stopped.
 */
export async function assessCollected(
  pane: Pane,
  state: PaneState,
  progress: Progress = () => true,
): Promise<Assessment | undefined> {
  const all = collected(pane, state);
  if (!all.length) return undefined;
  const pause = breather();
  const inputs: IntakeInput[] = [];
  await loadReader();
  for (const { input, snapshot, options } of all) {
    if (snapshot && !isRead(snapshot, options)) {
      if (!progress(inputs.length, all.length)) return undefined;
      await pause();
    }
    inputs.push(snapshot ? { ...input, intake: intakeOf(pane, snapshot, options) } : input);
  }
  if (!progress(all.length, all.length)) return undefined;
  const settlements =
    state.workbook.status === 'ready' ? readSettlements(pane.services.rulebook, state.workbook.snapshot) : [];
  return assessIntakes(pane.services.rulebook, inputs, { ...optionsOf(pane, state), settlements });
}

/** What the office works on: what it collected, otherwise the open workbook. */
export async function assessShown(pane: Pane, state: PaneState): Promise<Assessment | undefined> {
  const assessment = await assessCollected(pane, state);
  if (assessment || state.workbook.status !== 'ready') return assessment;
  return assessOpen(pane, state.workbook.snapshot, state);
}

/** So long nobody asks what is going on, in milliseconds. */
const PATIENCE = 300;

/** The latest working out of each pane, and whether its progress shows; an older one gives way. */
const latest = new WeakMap<Pane, { shows: boolean }>();

/** Works out anew what the office collected; stopped, it leaves what was worked out before. */
export async function collectAgain(pane: Pane): Promise<void> {
  const { store } = pane;
  const run = { shows: latest.get(pane)?.shows ?? false };
  latest.set(pane, run);
  const began = Date.now();
  const stop = () => {
    latest.delete(pane);
    const notice = { intent: 'warning', text: '计分已停止，显示的还是以前的结果。' } as const;
    store.set({ busy: undefined, notice });
  };
  const progress: Progress = (done, total) => {
    if (latest.get(pane) !== run) return false;
    run.shows ||= !store.get().busy && Date.now() - began > PATIENCE;
    if (run.shows && done < total) store.set({ busy: { what: '正在计分', done, total, stop } });
    return true;
  };
  const assessment = await assessCollected(pane, store.get(), progress);
  if (latest.get(pane) !== run) return;
  store.set(({ collection, busy }) => ({
    collection: { ...collection, assessment },
    busy: run.shows ? undefined : busy,
  }));
  run.shows = false;
}
