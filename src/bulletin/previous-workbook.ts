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

/** The tables of one kind in the workbook: the rows below the heading that has these titles, up to one without a first cell. */
function tables(workbook: Snapshot, titles: string[]): { sheet: Sheet; rows: Row[] }[] {
  return workbook.sheets.flatMap((sheet) => {
    const at = sheet.rows.findIndex((row) => titles.every((title) => row?.some((cell) => cell?.value === title)));
    if (at < 0) return [];
    const names = sheet.rows[at].map((cell) => String(cell?.value ?? ''));
    const below = sheet.rows.slice(at + 1);
    const end = below.findIndex((row) => (row?.[0]?.value ?? '') === '' && row?.[0]?.formula === undefined);
    const rows = (end < 0 ? below : below.slice(0, end)).map(
      (cells): Row => new Map(names.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : []))),
    );
    return [{ sheet, rows }];
  });
}

/** The quarter in the key or name of a sheet that was kept when the scores of another quarter took its place. */
const keptQuarter = ({ key, name }: Sheet) => /\d{4}年第[一二三四]季度$/.exec(key ?? name)?.[0];

/** Of several tables, the one that was kept together with the score sheet: 考评数据2023年第二季度 with 得分表2023年第二季度. */
function beside<T extends { sheet: Sheet }>(scores: Sheet, found: T[]): T | undefined {
  const kept = keptQuarter(scores);
  return found.find(({ sheet }) => keptQuarter(sheet) === kept);
}

const textOf = (row: Row, title: string) => String(row.get(title)?.value ?? '').trim();

/** The cut-off that the score sheet states above its table. */
function cutOffOf(sheet: Sheet): string | undefined {
  const texts = sheet.rows.slice(0, 5).flatMap((row) => (row ?? []).map((cell) => String(cell?.value ?? '')));
  return texts.map((text) => /数据截至(\d{4}-\d{2}-\d{2})/.exec(text)?.[1]).find((day) => day !== undefined);
}

function readingsOf(rulebook: Rulebook, workbook: Snapshot, scores: Sheet): ReadingChoice {
  const rows = beside(scores, tables(workbook, ['编号', '选项', '所选含义']))?.rows ?? [];
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

const SCORES = ['名次', '单位', '总分(最低)', '总分(最高)'];

/** The latest quarter before another of which the workbook holds a 得分表; undefined when there is none. */
export function quarterBefore(workbook: Snapshot, quarter: string): string | undefined {
  const quarters = tables(workbook, SCORES).flatMap(({ sheet }) => {
    const asOf = cutOffOf(sheet);
    return asOf ? [quarterOf(asOf)] : [];
  });
  return quarters
    .filter((each) => each < quarter && each.slice(0, 4) === quarter.slice(0, 4))
    .sort()
    .at(-1);
}

/**
 * The result of an earlier quarter from its score workbook: totals from 得分表, problems worked out again from 考评数据
 * and 口径. Throws a Chinese sentence when the workbook is none, or holds no figures.
 * @param quarter the quarter that is to be compared; of a workbook that holds several, the latest before it is taken
 */
export function previousFromWorkbook(workbook: Snapshot, rulebook: Rulebook, quarter?: string): PreviousScores {
  const instead = '请提供上季度考评时写出的得分工作簿或JSON结果文件。';
  const all = tables(workbook, SCORES);
  const before = quarter && quarterBefore(workbook, quarter);
  const scores = all.find(({ sheet }) => before && quarterOf(cutOffOf(sheet) ?? '') === before) ?? all[0];
  if (!scores) throw new Error(`“${workbook.file}”中没有得分表，${instead}`);
  const data = beside(scores.sheet, tables(workbook, ['单位', '条目', '指标编号', '数值']));
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
  const readings = readingsOf(rulebook, workbook, scores.sheet);
  const compiled = compileRulebook(rulebook, readings);
  const scored = [...factsOf(rulebook, data.rows)].map(([unit, given]) => ({
    unit,
    items: scoreUnit(compiled, findUnit(rulebook, unit), given, isoToDay(asOf)).items,
  }));
  return { quarter: quarterOf(asOf), scores: totals, problems: problemsBefore(rulebook, readings, scored) };
}
