import { quarterOf } from '../assess/quarter';
import { isoToDay } from '../rulebook/day';
import type { Item, ReadingChoice, Rulebook } from '../rulebook/model';
import { findUnit } from '../rulebook/units';
import { compileRulebook } from '../scoring/compile';
import { MISSING, parseFact, type Given } from '../scoring/parse-fact';
import { scoreUnit } from '../scoring/scorecard';
import type { Cell, Sheet, Snapshot } from '../workbook/snapshot';
import type { PreviousScores } from './model';
import { problemsBefore } from './previous';

/** A table of one of the score workbook's sheets: rows by the titles of their columns. */
type Row = Map<string, Cell>;

/** The rows below the heading that has these titles, up to the first row without a first cell. */
function table(workbook: Snapshot, titles: string[]): { sheet: Sheet; rows: Row[] } | undefined {
  for (const sheet of workbook.sheets) {
    const at = sheet.rows.findIndex((row) => titles.every((title) => row?.some((cell) => cell?.value === title)));
    if (at < 0) continue;
    const names = sheet.rows[at].map((cell) => String(cell?.value ?? ''));
    const below = sheet.rows.slice(at + 1);
    const end = below.findIndex((row) => (row?.[0]?.value ?? '') === '' && row?.[0]?.formula === undefined);
    const rows = (end < 0 ? below : below.slice(0, end)).map(
      (cells): Row => new Map(names.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : []))),
    );
    return { sheet, rows };
  }
  return undefined;
}

const textOf = (row: Row, title: string) => String(row.get(title)?.value ?? '').trim();

/** The cut-off that the score sheet states above its table. */
function cutOffOf(sheet: Sheet): string | undefined {
  const texts = sheet.rows.slice(0, 5).flatMap((row) => (row ?? []).map((cell) => String(cell?.value ?? '')));
  return texts.map((text) => /数据截至(\d{4}-\d{2}-\d{2})/.exec(text)?.[1]).find((day) => day !== undefined);
}

function readingsOf(rulebook: Rulebook, workbook: Snapshot): ReadingChoice {
  const rows = table(workbook, ['编号', '选项', '所选含义'])?.rows ?? [];
  return Object.fromEntries(
    rulebook.readings.flatMap((reading) => {
      const row = rows.find((candidate) => textOf(candidate, '编号') === reading.id);
      const option = row && textOf(row, '选项');
      return option && reading.options && Object.hasOwn(reading.options, option) ? [[reading.id, Number(option)]] : [];
    }),
  );
}

/** The facts of each unit, item by item, as the sheet with the data holds them. */
function factsOf(rulebook: Rulebook, rows: Row[]): Map<string, (item: Item) => Given[]> {
  const units = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const facts = units.get(textOf(row, '单位')) ?? new Map<string, Row>();
    facts.set(`${textOf(row, '条目')} ${textOf(row, '指标编号')}`, row);
    units.set(textOf(row, '单位'), facts);
  }
  return new Map(
    [...units].map(([unit, facts]) => [
      unit,
      (item: Item) =>
        item.facts.map((fact) => {
          const cell = facts.get(`${item.id} ${fact.id}`)?.get('数值');
          return cell ? parseFact(fact, cell.value, rulebook.year) : MISSING;
        }),
    ]),
  );
}

/**
 * The result of an earlier quarter from its score workbook: totals from 得分表, problems worked out again from 考评数据
 * and 口径. Throws a Chinese sentence when the workbook is none, or holds no figures.
 */
export function previousFromWorkbook(workbook: Snapshot, rulebook: Rulebook): PreviousScores {
  const instead = '请提供上季度考评时写出的得分工作簿或JSON结果文件。';
  const scores = table(workbook, ['名次', '单位', '总分(最低)', '总分(最高)']);
  const data = table(workbook, ['单位', '条目', '指标编号', '数值']);
  if (!scores) throw new Error(`“${workbook.file}”中没有得分表，${instead}`);
  if (!data) throw new Error(`“${workbook.file}”中没有考评数据表，${instead}`);
  const asOf = cutOffOf(scores.sheet);
  if (!asOf) throw new Error(`“${workbook.file}”的得分表没有写明数据截至日期，${instead}`);
  if (Number(asOf.slice(0, 4)) !== rulebook.year) {
    throw new Error(
      `“${workbook.file}”是${asOf.slice(0, 4)}年的结果，不是考评细则年度（${rulebook.year}年）的，不能比较。`,
    );
  }
  const totals = scores.rows.map((row) => {
    const [low, high] = ['总分(最低)', '总分(最高)'].map((title) => row.get(title)?.value);
    const unit = textOf(row, '单位');
    if (typeof low !== 'number' || typeof high !== 'number') {
      throw new Error(`“${workbook.file}”的得分表中${unit}没有总分数值，请在Excel中打开、重新计算并保存后再试。`);
    }
    return { unit, low, high };
  });
  const readings = readingsOf(rulebook, workbook);
  const compiled = compileRulebook(rulebook, readings);
  const scored = [...factsOf(rulebook, data.rows)].map(([unit, given]) => ({
    unit,
    items: scoreUnit(compiled, findUnit(rulebook, unit), given, isoToDay(asOf)).items,
  }));
  return { quarter: quarterOf(asOf), scores: totals, problems: problemsBefore(rulebook, readings, scored) };
}
