import type { readInput } from '../../assess/assess';
import type { AssessOptions } from '../../assess/assess-intakes';
import type { Intake } from '../../assessment';
import type { Snapshot } from '../../workbook/snapshot';
import type { Pane } from './pane';
import { withoutOwnSheets } from '../../score-workbook/own-sheets';

let reader: typeof readInput | undefined;

/** Loads what reads workbooks, a quarter of the pane: the first view does not wait for it. */
export async function loadReader(): Promise<void> {
  reader ??= (await import(/* webpackChunkName: "reader" */ '../../assess/assess')).readInput;
}

/** What was read from a workbook under each choice of quarter, readings and headings; the last few are kept. */
const known = new WeakMap<Snapshot, Map<string, Intake>>();
const MOST = 4;

function keyOf({ asOf, readings, mapping, unit }: AssessOptions): string {
  return JSON.stringify([asOf, readings, mapping, unit]);
}

/** Whether a workbook has been read by these options already. */
export function isRead(snapshot: Snapshot, options: AssessOptions): boolean {
  return known.get(snapshot)?.has(keyOf(options)) ?? false;
}

/**
 * What the department's own sheets of a workbook say; each workbook is read once by the same options. Only once the
 * reader is loaded.
 */
export function intakeOf({ services }: Pane, snapshot: Snapshot, options: AssessOptions): Intake {
  let kept = known.get(snapshot);
  if (!kept) known.set(snapshot, (kept = new Map()));
  const key = keyOf(options);
  const intake = kept.get(key) ?? reader!(services.rulebook, withoutOwnSheets(snapshot), options);
  kept.delete(key);
  kept.set(key, intake);
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return intake;
}

/** The same, said of another unit: for a workbook that names the wrong one. */
export function inNameOf(intake: Intake, named: string, unit: string): Intake {
  const renamed = <T extends { unit?: string }>(all: T[]): T[] =>
    all.map((each) => (each.unit === named ? { ...each, unit } : each));
  return {
    ...intake,
    claims: renamed(intake.claims),
    selfScores: renamed(intake.selfScores),
    receipts: renamed(intake.receipts),
    findings: renamed(intake.findings),
    units: intake.units.map((each) => (each === named ? unit : each)),
  };
}
