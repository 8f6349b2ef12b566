import { assess } from '../../src/assess/assess';
import type { Assessment, Claim, FactUsed } from '../../src/assessment';
import { toJson } from '../../src/cli/assessment-json';
import { toText } from '../../src/cli/assessment-text';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { UnreadableFile } from '../../src/hosts/file/unreadable';
import rulebook from '../../src/rulebook/default';
import type { Mutant } from './mutate';

const AS_OF = '2023-09-30';

/** A workbook before anything is done to it. */
export interface Original {
  file: string;
  bytes: Uint8Array;
  sheets: string[];
  assessment: Assessment;
}

/** What came of a workbook; for one that is refused the sentence that says why. */
export type Result = { refused: string } | { assessment: Assessment };

/** All that `yl assess` does with a file, but for the disk. */
export function assessBytes(bytes: Uint8Array, file: string): Result {
  let snapshot;
  try {
    snapshot = readWorkbook(bytes, file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { refused: error.message };
  }
  const assessment = assess(rulebook, [{ file, sha256: '', snapshot }], { asOf: AS_OF });
  JSON.stringify(toJson(assessment));
  toText(assessment);
  return { assessment };
}

function factsOf({ scorecards }: Assessment): Map<string, FactUsed> {
  const facts = new Map<string, FactUsed>();
  for (const { unit, items, bonus, deductions } of scorecards) {
    for (const score of [...items, bonus, deductions]) {
      for (const fact of score.facts) facts.set(`${unit} ${score.item}.${fact.fact}`, fact);
    }
  }
  return facts;
}

/** What is said besides the facts: findings and questions. */
function saidIn({ findings, questions }: Assessment): Set<string> {
  return new Set(
    [...findings, ...questions].map(({ source, ...rest }) => JSON.stringify([source?.sheet, source?.cell, rest])),
  );
}

function isNews(before: Assessment, after: Assessment): boolean {
  const old = saidIn(before);
  return [...saidIn(after)].some((one) => !old.has(one));
}

const rowOf = (address: string) => Number(/\d+$/.exec(address)![0]);

/** Whether any of a claim's cells stands in a row: F4,F17:F18. */
function isInRow(claim: Claim, sheet: string, row: number): boolean {
  if (claim.source.sheet !== sheet) return false;
  return claim.source.cell.split(',').some((range) => {
    const [from, to = from] = range.split(':');
    return row >= rowOf(from) && row <= rowOf(to);
  });
}

/**
 * What is wrong with a result; undefined when nothing is. A score is silently wrong when
 * - a file that was damaged, and not refused, gives other facts or scores than it gave before;
 * - a cell that is a whole fact gives a value that its content cannot mean;
 * - a fact that has nothing to do with the row of the changed cell has another value, and nothing new is said.
 * Facts that are gone are no wrong scores: the item is then pending, and shown so.
 */
export function judge(original: Original, mutant: Mutant, result: Result): string | undefined {
  if ('refused' in result) {
    return /^\p{Script=Han}.*。请.*。$/su.test(result.refused)
      ? undefined
      : `refused without a sentence: ${result.refused}`;
  }
  const { assessment } = result;
  if (mutant.kind === 'bytes' || mutant.kind === 'part') return differenceOf(original.assessment, assessment);
  return mutant.cell ? wrongByCell(original, assessment, mutant.cell) : undefined;
}

function differenceOf(original: Assessment, assessment: Assessment): string | undefined {
  const [before, after] = [original, assessment].map((each) => JSON.stringify(toJson(each)));
  return before === after ? undefined : 'read, and gives something else';
}

function wrongByCell(
  original: Original,
  assessment: Assessment,
  { sheet, address, value }: NonNullable<Mutant['cell']>,
): string | undefined {
  const [before, after] = [factsOf(original.assessment), factsOf(assessment)];
  const name = original.sheets[sheet];
  for (const [place, fact] of before) {
    const now = after.get(place);
    if (now?.value === undefined) continue;
    const own = fact.claims.find(
      ({ source, linkable }) => linkable && source.sheet === name && source.cell === address,
    );
    const still = own && now.claims.find(({ source }) => source.sheet === name && source.cell === address);
    if (still && now.source === still.source) {
      if (!value.means.includes(now.value as never)) return `${place} is taken for ${String(now.value)}`;
      continue;
    }
    const touched = [...fact.claims, ...now.claims].some((claim) => isInRow(claim, name, rowOf(address)));
    if (!touched && fact.value !== undefined && now.value !== fact.value && !isNews(original.assessment, assessment)) {
      return `${place} went from ${String(fact.value)} to ${String(now.value)}, and nothing is said`;
    }
  }
  return undefined;
}
