import type { AssessOptions } from '../assess/assess-intakes';
import rulebook from '../rulebook/default';
import type { ReadingChoice } from '../rulebook/model';
import { readingsIn } from '../score-workbook/chosen-readings';
import { ledgerIn, rowsOf } from '../score-workbook/settlements-ledger';
import { findUnit } from '../rulebook/units';
import type { Snapshot } from '../workbook/snapshot';
import { oneLine, say } from './terminal';

/**
 * What the office decided in an earlier score workbook and what therefore counts again: its settlements, its readings.
 * Says on standard error what that is, and which rows of 核定 say too little.
 * @param given the readings that the call names; they stand over those of the workbook
 */
export function carriedOver(
  earlier: Snapshot | undefined,
  given: ReadingChoice,
): Required<Pick<AssessOptions, 'readings' | 'settlements'>> {
  if (!earlier) return { readings: given, settlements: [] };
  const ledger = ledgerIn(earlier);
  const rows = ledger ? rowsOf(rulebook, earlier.file, ledger) : [];
  const known = rows.filter(({ settlement }) => settlement && findUnit(rulebook, settlement.unit));
  const settlements = known.flatMap(({ settlement }) => settlement ?? []);
  const chosen = readingsIn(rulebook, earlier) ?? {};
  const kept = Object.entries(chosen).filter(([id]) => given[id] === undefined);
  const told = [
    ...(settlements.length ? [`核定${settlements.length}条`] : []),
    ...(kept.length ? [`口径${kept.map(([id, option]) => `${id}选项${option}`).join('、')}`] : []),
  ];
  const file = oneLine(earlier.file);
  if (told.length) say(`沿用“${file}”中的${told.join('，')}。`);
  const unread = rows.filter((row) => !known.includes(row)).map(({ row }) => row + 1);
  if (unread.length) {
    say(
      `“${file}”核定表第${unread.join('、')}行没有采用：单位、条目、指标、核定值没有填全，或名单、细则中没有；原样保留。`,
    );
  }
  return { readings: { ...chosen, ...given }, settlements };
}
