import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { badDate } from './bad-date';
import { claimedPoints } from './claimed-points';
import { claimWithoutEvidence } from './claim-without-evidence';
import { claimsOverCap } from './claims-over-cap';
import { cumulativeFalls } from './cumulative-falls';
import { doubtfulPercent } from './doubtful-percent';
import { formulaAsText } from './formula-as-text';
import { formulaError } from './formula-error';
import { fractionalCount } from './fractional-count';
import { hiddenFigure } from './hidden-figure';
import { lateReport } from './late-report';
import { markOverMax } from './mark-over-max';
import { missingRequired } from './missing-required';
import { negativeFigure } from './negative-figure';
import { partOverWhole } from './part-over-whole';
import { percentOver100 } from './percent-over-100';
import { rateAgainstCounts } from './rate-against-counts';
import { roundedOnBound } from './rounded-on-bound';
import { selfScoreOverFull } from './self-score-over-full';
import { textNumber } from './text-number';
import { unitTwice } from './unit-twice';
import { unknownUnit } from './unknown-unit';
import { unreadableFigure } from './unreadable-figure';
import { wrongTotal } from './wrong-total';

/** One thing that can be wrong in a workbook. */
export type Check = (reading: Reading) => Finding[];

export const checks: readonly Check[] = [
  unknownUnit,
  unitTwice,
  percentOver100,
  negativeFigure,
  fractionalCount,
  markOverMax,
  badDate,
  unreadableFigure,
  doubtfulPercent,
  textNumber,
  formulaError,
  formulaAsText,
  missingRequired,
  rateAgainstCounts,
  partOverWhole,
  roundedOnBound,
  wrongTotal,
  selfScoreOverFull,
  claimWithoutEvidence,
  claimedPoints,
  claimsOverCap,
  lateReport,
  cumulativeFalls,
  hiddenFigure,
];

/** Runs every check; a place is told once for each thing that is wrong with it. */
export function runChecks(reading: Reading): void {
  const told = new Set<string>();
  for (const check of checks) {
    for (const finding of check(reading)) {
      const { code, source, message } = finding;
      const key = `${code}\n${source?.sheet}\n${source?.cell}\n${message}`;
      if (told.has(key)) continue;
      told.add(key);
      reading.findings.push(finding);
    }
  }
}
