import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Assessment } from '../assessment';
import { FileHost } from '../hosts/file/file-host';
import { diskFile } from '../hosts/file/node';
import { keptQuarter, keptWords } from '../score-workbook/kept-quarters';
import { isOwn, lostKey, ownSheet } from '../score-workbook/own-sheets';
import { ledgerIn } from '../score-workbook/settlements-ledger';
import { planScoreWorkbook } from '../score-workbook/plan';
import { SHEETS } from '../score-workbook/sheet-names';
import type { PlannedSheet } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import { wrongCall } from './failure';
import { readFile } from './read-file';
import { isSameFile, listFiles } from './read-files';
import type { Result } from './results';
import { oneLine } from './terminal';

/**
 * The score workbook that a result is written into; undefined when there is none yet. What is none is refused: a workbook
 * that the result is made from, one without sheets of ours, one that cannot be looked into.
 */
function earlierResult(option: string, out: string | undefined, paths: string[]): Snapshot | undefined {
  if (out === undefined || !existsSync(out)) return undefined;
  const instead = '请换一个名称。';
  const { snapshot, reason } = readFile(out, basename(out));
  const isInput = listFiles(paths).some((path) => isSameFile(path, out));
  if (isInput && !snapshot?.sheets.every(isOwn)) {
    throw wrongCall(`${option}指定的“${out}”是要考评的工作簿，不能写成结果，${instead}`);
  }
  if (!snapshot) throw wrongCall(`${option}指定的“${out}”已有内容但读不出来，写入后会丢失，${instead}${reason ?? ''}`);
  if (!snapshot.sheets.some(isOwn)) {
    throw wrongCall(`${option}指定的“${out}”不是得分工作簿，其中没有本程序写的工作表，没有写入，${instead}`);
  }
  return snapshot;
}

/** The score workbooks that a command goes by. */
export interface EarlierScores {
  /** The one that the result is written into. */
  replaced?: Snapshot;
  /** The one whose 核定, 口径 and remarks count again. */
  decided?: Snapshot;
}

/**
 * @param option the option that names the result, and `out` what it names
 * @param settlements the workbook that --settlements names
 */
export function earlierScores(
  option: string,
  out: string | undefined,
  settlements: string | undefined,
  paths: string[],
): EarlierScores {
  const replaced = earlierResult(option, out, paths);
  if (settlements === undefined) return { replaced, decided: replaced };
  if (replaced && !isSameFile(out!, settlements)) {
    throw wrongCall(`${option}指定的“${out}”中已有核定表，不能再用--settlements指定另一个工作簿，请只用其中一个。`);
  }
  const { snapshot, reason } = readFile(settlements, basename(settlements));
  if (!snapshot) throw wrongCall(reason ?? `--settlements指定的“${settlements}”不能读取。`);
  if (!ledgerIn(snapshot)) throw wrongCall(`--settlements指定的“${settlements}”中没有核定表，请指定得分工作簿。`);
  return { replaced, decided: snapshot };
}

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
  await host.writeSheets(sheets.map((sheet) => ({ key: sheet.name, sheet })));
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
