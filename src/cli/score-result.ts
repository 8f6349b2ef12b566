import { basename } from 'node:path';
import type { Assessment } from '../assessment';
import { FileHost } from '../hosts/file/file-host';
import { diskFile } from '../hosts/file/node';
import { keptQuarter, keptWords } from '../score-workbook/kept-quarters';
import { isOwn, lostKey, owned, ownSheet } from '../score-workbook/own-sheets';
import { planScoreWorkbook } from '../score-workbook/plan';
import { SHEETS } from '../score-workbook/sheet-names';
import type { PlannedSheet } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import type { EarlierScores } from './earlier-scores';
import type { Result } from './results';
import { oneLine } from './terminal';

/**
 * Makes the score workbook, out of the one that is there if so: sheets of people's own stay as they are, and so does the
 * result of another quarter.
 * @param companions sheets that go with it
 */
export async function scoresToWrite(
  path: string,
  assessment: Assessment,
  { replaced: earlier, decided }: EarlierScores,
  companions: PlannedSheet[] = [],
): Promise<Result> {
  const { sheets: planned, title } = planScoreWorkbook(assessment, undefined, decided);
  // 核定 is the office's own: once it is there, nothing but the office changes it.
  const hasSettlements = earlier && ownSheet(earlier, SHEETS.settlements);
  const kept = earlier && keptQuarter(earlier, assessment.quarter);
  const sheets = [
    ...planned.filter(({ name }) => !hasSettlements || name !== SHEETS.settlements),
    ...(kept?.sheets ?? []),
    ...companions,
  ];
  let made = diskFile(path).load();
  const host = new FileHost(basename(path), { load: () => made, save: (bytes) => (made = bytes) }, title);
  await host.claimSheets(lostKeys(earlier));
  await host.writeSheets(owned(sheets));
  const became = [keptWords(kept), staleFormulas(earlier)].filter((words) => words);
  return { path, content: made!, became: became.join('\n') };
}

/** Sheets of ours whose keys are lost, the first of each. */
function lostKeys(earlier: Snapshot | undefined): { name: string; key: string }[] {
  const known = new Set(earlier?.sheets.map(({ key }) => key));
  return (earlier?.sheets ?? []).flatMap((sheet) => {
    const key = lostKey(sheet);
    if (key === undefined || known.has(key)) return [];
    known.add(key);
    return [{ name: sheet.name, key }];
  });
}

/** Formulas on people's own sheets keep their figures until Excel computes them again. */
function staleFormulas(earlier: Snapshot | undefined): string {
  const own = (earlier?.sheets ?? []).filter(isOwn).map(({ name }) => name);
  const stale = (earlier?.sheets ?? []).filter(
    (sheet) =>
      !isOwn(sheet) && sheet.rows.some((row) => row?.some((cell) => own.some((name) => cell?.formula?.includes(name)))),
  );
  if (!stale.length) return '';
  const names = stale.map(({ name }) => `“${oneLine(name)}”`).join('、');
  return `工作表${names}中的公式引用了得分工作簿的工作表，显示的仍是原来的结果，请在Excel中打开后重新计算（Ctrl+Alt+F9）。`;
}
