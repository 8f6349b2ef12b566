import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assess/assess';
import { yearEnd } from '../../src/assess/quarter';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import rulebook from '../../src/rulebook/default';
import { liveScores } from '../../src/workbench/live-scores';
import type { Snapshot } from '../../src/workbook/snapshot';

const NAME = '县民政局指标数据表.xlsx';
const sample = () => readWorkbook(new Uint8Array(readFileSync(join(__dirname, '../../assets/samples', NAME))), NAME);
/** Scores, and the values and cells that they rest on. */
function outcome(snapshot: Snapshot) {
  const { scorecards, findings, questions } = assess(rulebook, [{ file: NAME, sha256: '', snapshot }], {
    asOf: yearEnd(rulebook),
  });
  const cards = scorecards.map(({ unit, total, items }) => [
    unit,
    total,
    items.map(({ item, state, low, high, facts }) => [
      ...[item, state, low, high],
      facts.map(({ fact, value, claims }) => [fact, value, claims.map(({ source }) => source.cell)]),
    ]),
  ]);
  return { cards, findings, questions };
}

test("stand beside the sample's figures, each in its figure's row", () => {
  const live = liveScores(sample())!;
  const scores = live.cells.filter((cell) => cell.formula?.startsWith('YL.SCORE'));
  expect(scores.length).toBeGreaterThan(3);
  for (const { row, formula } of scores) expect(formula).toMatch(new RegExp(`,[A-Z]+${row + 1}\\b`));
  expect(live.tryAt).toMatch(/^[A-Z]+\d+$/);
});

test('are no part of what is read from the workbook', () => {
  const snapshot = sample();
  const before = outcome(snapshot);
  const [sheet] = snapshot.sheets;
  for (const { row, column, value, formula } of liveScores(snapshot)!.cells) {
    const shown = formula?.startsWith('SUBSTITUTE') ? '三、5. 深化推进：得3分（满分3分）' : (value ?? 1);
    sheet.rows[row][column] = { value: shown, text: String(shown), formula };
    sheet.columnCount = Math.max(sheet.columnCount, column + 1);
  }
  expect(outcome(snapshot)).toEqual(before);
});
