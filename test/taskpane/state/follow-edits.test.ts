import { followEdit, hasFormulas } from '../../../src/taskpane/state/follow-edits';
import { workbook } from '../../intake/workbook';

const before = () => workbook('表.xlsx', { name: '甲', rows: [['a', 1], ['b']] }, { name: '乙', rows: [['c']] });
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('following an edit', () => {
  test('puts the new cells in and leaves the old snapshot as it was', () => {
    const snapshot = before();
    const after = followEdit(snapshot, { sheet: '甲', range: at(0, 1), cells: [[{ value: 2, text: '2' }]] })!;
    expect(after.sheets[0].rows[0][1]).toEqual({ value: 2, text: '2' });
    expect(snapshot).toEqual(before());
    expect(after.sheets[1]).toBe(snapshot.sheets[1]);
  });

  test('grows a sheet to the new cells, and shrinks it when its last row is cleared', () => {
    const grown = followEdit(before(), { sheet: '甲', range: at(4, 3), cells: [[{ value: 'x', text: 'x' }]] })!;
    expect([grown.sheets[0].rowCount, grown.sheets[0].columnCount]).toEqual([5, 4]);
    const shrunk = followEdit(grown, { sheet: '甲', range: at(4, 3), cells: [[undefined]] })!;
    expect(shrunk.sheets[0].rowCount).toBe(2);
  });

  test('a cell that was emptied holds nothing', () => {
    const after = followEdit(before(), { sheet: '甲', range: at(1, 0), cells: [[{ value: null, text: '' }]] })!;
    expect(after.sheets[0].rows[1][0]).toBeUndefined();
  });

  test('asks for a new reading when it cannot tell which cells changed, or where', () => {
    expect(followEdit(before(), { sheet: '甲' })).toBeUndefined();
    expect(followEdit(before(), { sheet: '丙', range: at(0, 0), cells: [[undefined]] })).toBeUndefined();
  });

  test('tells workbooks with formulas from those without', () => {
    expect(hasFormulas(before())).toBe(false);
    expect(hasFormulas(workbook('表.xlsx', { rows: [[{ value: 1, text: '1', formula: 'A2' }]] }))).toBe(true);
  });
});
