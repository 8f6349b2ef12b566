import { charts, figures } from '../../src/bulletin';
import { bulletinSheets } from '../../src/score-workbook/bulletin-sheet';
import type { PlannedSheet, PlannedValue } from '../../src/workbook/planned-write';
import { assessmentOf, faultless } from './sample-assessment';
import { bulletinOf } from './text';

const ASSESSMENT = assessmentOf([
  faultless('县甲局', { '1.1': { errors: 3 }, '9': { praise: 1 } }),
  faultless('县乙局'),
  faultless('县丙局'),
  faultless('丁镇', { '1.2': {}, '2.1': { campaigns: 1 } }, { kind: '乡镇(街道)' }),
]);
for (const card of ASSESSMENT.scorecards) {
  for (const used of [...card.items, card.bonus, card.deductions].flatMap(({ facts }) => facts)) {
    used.source = { file: `${card.unit}.xlsx`, sheet: '指标', cell: used.fact };
  }
}
const BULLETIN = bulletinOf(ASSESSMENT);
const [CHARTS, FIGURES] = bulletinSheets(figures(BULLETIN), charts(BULLETIN), ASSESSMENT);

/** A sheet's rows as values. */
function rowsOf(sheet: PlannedSheet): PlannedValue[][] {
  const rows: PlannedValue[][] = [];
  for (const { row, column, value } of sheet.cells) (rows[row] ??= [])[column] = value ?? null;
  return rows;
}

describe('通报数据', () => {
  const rows = rowsOf(FIGURES).slice(3);
  const find = (name: string, display: string) => rows.find((row) => row[2] === name && row[4] === display)!;

  it('has every figure of the bulletin, in its order, within its text', () => {
    const listed = figures(BULLETIN);
    expect(rows.map((row) => row[3])).toEqual(listed.map(({ value }) => value));
    expect(rows.map((row) => row[0])).toEqual(listed.map((_, index) => index + 1));
    for (const [, , , , display, text] of rows) {
      const isBar = String(text).split('｜').length === 3 && !String(text).includes(String(display));
      expect(isBar || String(text).includes(String(display))).toBe(true);
    }
    expect(FIGURES.filter).toEqual({ top: 2, left: 0, bottom: rows.length + 2, right: 11 });
  });

  it('says of which units, items and cells a figure was made', () => {
    const praise = find('数据', '1');
    expect(praise.slice(5, 9)).toEqual(['县甲局加2分：市级表彰奖励1次。', '县甲局', '9', 'praise']);
    expect(praise[11]).toBe('县甲局.xlsx 指标 praise');
    expect(find('单位数', '4')[6]).toBe('全部');
    const average = rows.find((row) => row[2] === '平均已确定得分')!;
    expect([average[6], average[7], average[11]]).toEqual(['全部', '全部', '见考评数据']);
  });

  it('names the cells of the sentence that a loss is about, and no others', () => {
    const losses = rows.filter((row) => row[2] === '失分' && row[6] === '县甲局' && String(row[1]).startsWith('附件2'));
    expect(losses.map((row) => row[11])).toEqual(['县甲局.xlsx 指标 errors']);
  });

  it('names no cell of a fact without a value', () => {
    const rates = rows.filter((row) => row[6] === '全部' && row[7] === '1.2');
    expect(rates.length).toBeGreaterThan(0);
    for (const row of rates) {
      expect(row[11]).toBe('县甲局.xlsx 指标 rate;县乙局.xlsx 指标 rate;县丙局.xlsx 指标 rate');
    }
  });
});

it('通报 has every chart, over the block of its figures', () => {
  const rows = rowsOf(CHARTS);
  const all = charts(BULLETIN);
  expect(all.map(({ title }) => title)).toEqual(['各部分得分率（%）', '各部分失分合计（分）', '各单位考评得分（分）']);
  for (const { title, categories, series } of all) {
    const at = rows.findIndex((row) => row?.[0] === title);
    expect(rows[at + 1]).toEqual(['', ...series.map(({ name }) => name)]);
    const block = rows.slice(at + 2, at + 2 + categories.length);
    expect(block).toEqual(
      categories.map((category, index) => [category, ...series.map(({ figures: list }) => list[index].value)]),
    );
    const chart = CHARTS.charts!.find((candidate) => candidate.title === title)!;
    expect(chart.data).toEqual({ top: at + 1, left: 0, bottom: at + 1 + categories.length, right: series.length });
    expect(chart.stacked).toBe(series.length > 1);
  }
});

it.each([3, 16, 45, 60])('no chart of 通报 is cut in two by a printed page: %d units', (count) => {
  const assessment = assessmentOf(Array.from({ length: count }, (_, index) => faultless(`县${index + 1}局`)));
  const bulletin = bulletinOf(assessment);
  const [sheet] = bulletinSheets(figures(bulletin), charts(bulletin), assessment);
  const starts = [0, ...sheet.print!.breakBefore!];
  const rowsOnPage = count > 15 ? 43 : 33;
  for (const { at } of sheet.charts!) {
    const page = Math.max(...starts.filter((start) => start <= at.row));
    const next = starts.find((start) => start > page) ?? Infinity;
    expect(at.row + at.rows).toBeLessThanOrEqual(Math.min(next, page + rowsOnPage));
  }
});
