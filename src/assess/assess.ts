import type { Assessment, Intake } from '../assessment';
import { readSnapshot } from '../intake/read';
import type { ReadableRulebook } from '../rulebook/model';
import type { Snapshot } from '../workbook/snapshot';
import { assessIntakes, type AssessOptions, type IntakeInput } from './assess-intakes';

/** A file that was handed in: its workbook, what was read from it already, or why it cannot be read. */
export interface FileInput extends IntakeInput {
  snapshot?: Snapshot;
}

/** What one workbook says, as assess reads it: for callers that read many and keep none. */
export function readInput(rulebook: ReadableRulebook, snapshot: Snapshot, options: AssessOptions): Intake {
  return readSnapshot(snapshot, rulebook, { ...options, readings: options.readings ?? {} });
}

/**
 * The one pipeline that everybody calls: workbooks to facts, facts to points, with everything found on the way.
 * A file that cannot be read is one entry in `files`; the others are assessed all the same.
 */
export function assess(rulebook: ReadableRulebook, inputs: FileInput[], options: AssessOptions): Assessment {
  const read = ({ snapshot, ...input }: FileInput): IntakeInput =>
    snapshot && !input.intake ? { ...input, intake: readInput(rulebook, snapshot, options) } : input;
  return assessIntakes(rulebook, inputs.map(read), options);
}
