import { parsePreviousScores, previousFromWorkbook, previousScores, quarterBefore } from '../../src/bulletin';
import { toJson } from '../../src/cli/assessment-json';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';
import { keptQuarter } from '../../src/score-workbook/kept-quarters';
import { withoutOwnSheets } from '../../src/score-workbook/own-sheets';
import { planScoreWorkbook } from '../../src/score-workbook/plan';
import type { Snapshot } from '../../src/workbook/snapshot';
import { assessmentOf, faultless } from './sample-assessment';

const ASSESSMENT = assessmentOf(
  [
    faultless('县甲局', { '1.1': { errors: 3, lists: 1 }, '1.2': { rate: 60.5 }, '1.3': {} }),
    faultless('县乙局', { '1.1': { errors: 30, lists: 2 }, '1.3': { mark: 1.25 }, '10': { blame: 1 } }),
    { name: '丁镇', kind: '乡镇(街道)', facts: { '2.1': { campaigns: 1 } } },
  ],
  { asOf: '2023-06-30', quarter: '2023Q2', readings: { A05: 2 } },
);
const { rulebook } = ASSESSMENT;
const EXPECTED = previousScores(ASSESSMENT);

async function scoreWorkbook(): Promise<Snapshot> {
  return readWorkbook(await writeWorkbook(planScoreWorkbook(ASSESSMENT)), '二季度.xlsx');
}

/** The cell of a sheet that holds a value, to change it. */
function cellWith(workbook: Snapshot, sheet: string, value: string) {
  const found = workbook.sheets
    .find(({ name }) => name === sheet)!
    .rows.flat()
    .find((cell) => String(cell?.value ?? '').includes(value));
  return found!;
}

it('holds totals and where points were lost', () => {
  expect(EXPECTED.quarter).toBe('2023Q2');
  expect(EXPECTED.scores.map(({ unit }) => unit)).toEqual(['县甲局', '县乙局', '丁镇']);
  expect(EXPECTED.problems).toEqual(
    expect.arrayContaining([
      { unit: '县甲局', item: '1.1', criteria: ['1.1#1'], lost: 0.3 },
      { unit: '县乙局', item: '1.1', criteria: ['1.1#1', '1.1#2'], lost: 2 },
      { unit: '县乙局', item: '1.3', criteria: ['1.3#1'], lost: 0.75 },
    ]),
  );
});

describe('from the JSON of an earlier assessment', () => {
  const json = () => JSON.parse(JSON.stringify(toJson(ASSESSMENT)));

  it('is the same', () => {
    expect(parsePreviousScores(JSON.stringify(json()), rulebook)).toEqual(EXPECTED);
  });

  it('has no problems when other rules were in force', () => {
    const { problems, scores } = parsePreviousScores(
      JSON.stringify({ ...json(), rulebook: { id: 'other', hash: '' } }),
      rulebook,
    );
    expect(problems).toBeUndefined();
    expect(scores).toEqual(EXPECTED.scores);
  });

  it.each([
    ['x', '不是有效的JSON'],
    ['[]', '内容不完整'],
    ['{"rulebook":{"id":"a"},"quarter":"2023Q2","units":[{"unit":"甲"}]}', '（units.0.total）'],
    ['{"rulebook":{"id":"a"},"quarter":"二季度","units":[]}', '（quarter）'],
  ])('refuses %s', (text, message) => {
    expect(() => parsePreviousScores(text, rulebook)).toThrow(message);
  });
});

describe('from the score workbook of an earlier assessment', () => {
  it('is the same, from sheets of whatever name', async () => {
    const workbook = await scoreWorkbook();
    for (const sheet of workbook.sheets) sheet.name = `二季度${sheet.name}`;
    const { quarter, scores, problems } = previousFromWorkbook(workbook, rulebook);
    expect(quarter).toBe('2023Q2');
    expect(problems).toEqual(EXPECTED.problems);
    const byUnit = (list: typeof scores) => [...list].sort((a, b) => (a.unit < b.unit ? -1 : 1));
    expect(byUnit(scores)).toEqual(byUnit(EXPECTED.scores));
  });

  it('refuses other workbooks with a sentence', async () => {
    const none: Snapshot = { file: '一览.xlsx', date1904: false, sheets: [] };
    expect(() => previousFromWorkbook(none, rulebook)).toThrow('“一览.xlsx”中没有得分表，请提供上季度');
    const half = await scoreWorkbook();
    half.sheets = half.sheets.filter(({ name }) => name !== '考评数据');
    expect(() => previousFromWorkbook(half, rulebook)).toThrow('没有考评数据表');
    const undated = await scoreWorkbook();
    cellWith(undated, '得分表', '数据截至').value = '说明';
    expect(() => previousFromWorkbook(undated, rulebook)).toThrow('没有写明数据截至日期');
    const other = await scoreWorkbook();
    cellWith(other, '得分表', '数据截至').value = '数据截至2022-06-30。';
    expect(() => previousFromWorkbook(other, rulebook)).toThrow('是2022年的结果');
  });

  it('asks to have a workbook computed that holds no figures', async () => {
    const workbook = await scoreWorkbook();
    for (const row of workbook.sheets[0].rows) for (const cell of row ?? []) if (cell?.formula) cell.value = null;
    expect(() => previousFromWorkbook(workbook, rulebook)).toThrow(
      '没有总分数值，请在Excel中打开、重新计算并保存后再试',
    );
  });
});

describe('from the 得分表 of an earlier quarter in the same workbook', () => {
  const LATER = assessmentOf([faultless('县甲局', { '1.1': { errors: 1 } })], {
    asOf: '2023-09-30',
    quarter: '2023Q3',
  });

  it('is the same after the sheets of another quarter took its place', async () => {
    const kept = keptQuarter(await scoreWorkbook(), '2023Q3')!;
    expect(kept.quarter).toBe('2023年第二季度');
    expect(kept.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['得分表2023年第二季度', false],
      ['考评数据2023年第二季度', true],
      ['口径2023年第二季度', true],
    ]);
    expect(kept.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== undefined)).toEqual([]);
    const sheets = [...planScoreWorkbook(LATER).sheets, ...kept.sheets];
    const workbook = readWorkbook(await writeWorkbook({ sheets }), '考评.xlsx');
    expect(withoutOwnSheets(workbook).sheets).toEqual([]);
    expect(quarterBefore(workbook, '2023Q3')).toBe('2023Q2');
    expect(quarterBefore(workbook, '2023Q2')).toBeUndefined();
    const { quarter, problems } = previousFromWorkbook(workbook, rulebook, '2023Q3');
    expect([quarter, problems]).toEqual([EXPECTED.quarter, EXPECTED.problems]);
    expect(previousFromWorkbook(workbook, rulebook, '2023Q4').quarter).toBe('2023Q3');
  });

  it('is not kept twice when the same quarter is written anew', async () => {
    expect(keptQuarter(await scoreWorkbook(), '2023Q2')).toBeUndefined();
  });
});
