/**
 * Writes the sample workbooks in assets/samples: `npm run samples`. Units are real, all figures are invented. The files are
 * kept in the repository, so this runs only when the samples change.
 */
import fs from 'node:fs';
import path from 'node:path';
import type ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { parse } from 'yaml';
import { openRulebook } from '../src/scoring/open-rulebook';
import { ledgers } from './samples/ledgers.mts';
import { indicatorList, monthlyTable, unitTable } from './samples/office-tables.mts';
import { inOwnOrder, likeAnnex1, type Entries } from './samples/self-assessments.mts';

const HERE = import.meta.dirname;
const SAMPLES = path.join(HERE, '..', 'assets', 'samples');
const RULES = path.join(HERE, '..', 'src', 'rulebook', 'yiliang-2023');

const read = (...parts: string[]) => fs.readFileSync(path.join(...parts), 'utf8');
const files = fs.readdirSync(RULES).filter((name) => name.endsWith('.yaml'));
const rulebook = openRulebook(files.map((name) => ({ path: name, text: read(RULES, name) })));
const entries = parse(read(HERE, 'samples', 'self-assessments.yaml')) as { [unit: string]: Entries };

const workbooks: { [name: string]: ExcelJS.Workbook } = {
  县农业农村局自评表: likeAnnex1(rulebook, '县农业农村局', entries['县农业农村局']),
  匡远街道自评情况表: inOwnOrder(rulebook, '匡远街道', entries['匡远街道']),
  县民政局指标数据表: indicatorList(),
  数据统计类指标汇总: unitTable(),
  办件数据汇聚情况表: monthlyTable(),
  专项组办公室台账: ledgers(),
};

fs.mkdirSync(SAMPLES, { recursive: true });
for (const [name, workbook] of Object.entries(workbooks)) {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  // A fixed time, so that the same samples are the same bytes.
  fs.writeFileSync(path.join(SAMPLES, `${name}.xlsx`), zipSync(parts, { mtime: new Date(2023, 9, 8), level: 9 }));
}
