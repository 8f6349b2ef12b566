/**
 * What reading costs beyond opening the file: intake of sheets of 20,000 rows and 20 columns against the parse of the
 * same bytes by the spreadsheet library and by the product's own reader.
 */
import { read, utils, write } from '@e965/xlsx';
import { readWorkbook } from '../src/hosts/file/read-workbook';
import { readSnapshot } from '../src/intake/read';
import rulebook from '../src/rulebook/default';
import type { Fact } from '../src/rulebook/model';
import type { Result } from './measure';

const ROWS = 20_000;
const COLUMNS = 20;
const RUNS = 3;

type Value = string | number;

const units = rulebook.units.map(({ name }) => name);
const facts = rulebook.sections.flatMap(({ items }) => items.flatMap(({ facts: own }) => own)).slice(0, COLUMNS - 2);
/** A value as a unit would report it. */
function valueOf({ type }: Fact, i: number): Value {
  if (type === 'bool') return i % 5 ? '是' : '否';
  if (type === 'date' || type === 'dateOrNever') return `2023-0${1 + (i % 6)}-1${i % 9}`;
  if (type === 'mark') return 1;
  return type === 'percent' ? 80 + (i % 20) : i % 60;
}

const problems = ['线上线下办事指南内容不一致', '权责清单未动态调整', '事项“明进暗不进”', '移动端办事指南有错误'];

/** A row per unit, a figure per column. */
function figures(): Value[][] {
  const rows: Value[][] = [['序号', '单位', ...facts.map(({ name }) => name)]];
  for (let i = 1; i < ROWS; i += 1)
    rows.push([i, units[i % units.length], ...facts.map((fact) => valueOf(fact, i % units.length))]);
  return rows;
}

/** A ledger of findings with many columns of text. */
function ledger(): Value[][] {
  const rest = Array.from({ length: COLUMNS - 6 }, (_, c) => `附注${c + 1}`);
  const rows: Value[][] = [['序号', '日期', '单位', '问题描述', '次数', '是否核实', ...rest]];
  for (let i = 1; i < ROWS; i += 1) {
    const day = `2023-0${1 + (i % 9)}-1${i % 9}`;
    const said = rest.map((_, c) => `第${i}条的附注${c + 1}`);
    rows.push([i, day, units[i % units.length], problems[i % problems.length], 1, i % 3 ? '是' : '否', ...said]);
  }
  return rows;
}

/** Nothing that is asked for. */
function other(): Value[][] {
  return Array.from({ length: ROWS }, (_, i) =>
    Array.from({ length: COLUMNS }, (_, c) => (c % 3 ? `办理事项${i}材料${c}` : i * c)),
  );
}

function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < RUNS; i += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function measure(name: string, rows: Value[][]): Result {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表');
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const library = fastest(() => read(bytes));
  const own = fastest(() => readWorkbook(bytes, '表.xlsx'));
  const snapshot = readWorkbook(bytes, '表.xlsx');
  // A sheet object that was read before is not laid out again, so each run gets one of its own.
  const intake = fastest(() => {
    const fresh = { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet })) };
    return readSnapshot(fresh, rulebook, { asOf: '2023-12-31', readings: {} });
  });
  const ms = (time: number): string => `${Math.round(time)} ms`;
  return {
    what: `识别 ${ROWS}×${COLUMNS} 的工作表（${name}）`,
    measured: `${ms(intake)}，为库解析的${(intake / library).toFixed(2)}倍`,
    beside: `表格库解析 ${ms(library)}，本产品打开文件 ${ms(own)}`,
    aim: '少于表格库解析同一文件的时间',
    met: intake < library,
  };
}

export function intake(): Promise<Result[]> {
  return Promise.resolve([measure('汇总表', figures()), measure('台账', ledger()), measure('无关内容', other())]);
}
