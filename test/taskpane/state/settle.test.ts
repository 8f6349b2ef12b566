import { collectAgain } from '../../../src/taskpane/state/assessing';
import { chooseQuarter } from '../../../src/taskpane/state/choose';
import { collectFiles, writeScores } from '../../../src/taskpane/state/collect';
import {
  beginSettling,
  claimsAbout,
  entryFor,
  factOf,
  fillSettlement,
  mattersIn,
  problemsIn,
  removeSettlement,
  settledMatters,
  saveSettlement,
  settlementsIn,
} from '../../../src/taskpane/state/settle';
import { openCard, shown } from '../../../src/taskpane/state/shown';
import { HostError } from '../../../src/workbook/host';
import { toPoints } from '../../../src/scoring/fraction';
import { openPane, picked } from '../pane';

const FARM = '县农业农村局自评表.xlsx';
type Pane = Awaited<ReturnType<typeof openPane>>;

/** At the end of the year nothing can be met any more: what is lost is lost. */
async function atYearEnd(): Promise<Pane> {
  const opened = await openPane();
  chooseQuarter(opened.pane, '2023Q4');
  return opened;
}

/** Settles 2.3's coverage of the open workbook, which says 78.6%. */
async function settleCoverage({ pane }: Pane, value: string) {
  beginSettling(pane, { item: '2.3', fact: 'coverage' });
  fillSettlement(pane, { value, reason: '平台导出数据复核' });
  await saveSettlement(pane);
}

const pointsOf = ({ state }: Pane) => {
  const score = openCard(state())!.items.find(({ item }) => item === '2.3')!;
  return score.points && score.points.n / score.points.d;
};

test('a settled value is what counts, shows who said so and why, and can be taken back', async () => {
  const opened = await atYearEnd();
  expect(pointsOf(opened)).toBe(1);
  await settleCoverage(opened, '88%');
  expect(pointsOf(opened)).toBe(2);
  const used = openCard(opened.state())!
    .items.find(({ item }) => item === '2.3')!
    .facts.find(({ fact }) => fact === 'coverage')!;
  expect(used).toMatchObject({ value: 88, voice: 'office', source: { sheet: '核定', cell: 'D4' } });
  expect(used.claims.at(-1)!.settlement).toMatchObject({ reason: '平台导出数据复核', date: '2023-10-16' });
  await removeSettlement(opened.pane, settledMatters(opened.pane, opened.state())[0]);
  expect(pointsOf(opened)).toBe(1);
});

test('a later settlement decides; the earlier stay on the sheet, in the trace, and count again', async () => {
  const opened = await atYearEnd();
  await settleCoverage(opened, '88%');
  beginSettling(opened.pane, { item: '2.3', fact: 'coverage' });
  const appeal = { value: '60%', reason: '申诉材料不实', date: '2023-11-02', kind: '申诉复核', outcome: '申诉不成立' };
  fillSettlement(opened.pane, appeal);
  await saveSettlement(opened.pane);
  expect(pointsOf(opened)).toBeLessThan(2);
  const [matter] = settledMatters(opened.pane, opened.state());
  expect(matter).toMatchObject({ latest: appeal, earlier: [{ value: '88%', date: '2023-10-16' }] });
  const score = openCard(opened.state())!.items.find(({ item }) => item === '2.3')!;
  const { claims } = score.facts.find(({ fact }) => fact === 'coverage')!;
  expect(claims.flatMap(({ settlement }) => settlement?.value ?? [])).toEqual(['88%', '60%']);
  // The day decides, not the row: an older one that is entered later is history.
  beginSettling(opened.pane, { item: '2.3', fact: 'coverage' });
  fillSettlement(opened.pane, { value: '99%', reason: '补录', date: '2023-10-01' });
  await saveSettlement(opened.pane);
  expect(settledMatters(opened.pane, opened.state())[0].latest.value).toBe('60%');
  await removeSettlement(opened.pane, settledMatters(opened.pane, opened.state())[0]);
  expect(pointsOf(opened)).toBe(2);
});

test('what people wrote on the 核定 sheet stays: rows half filled in, columns of their own', async () => {
  const opened = await atYearEnd();
  await settleCoverage(opened, '88%');
  const { host, pane } = opened;
  host.put('核定', 'J3', '经办人');
  host.put('核定', 'J4', '张三');
  host.put('核定', 'A5', '县财政局');
  host.put('核定', 'E5', '待核实');
  await settleCoverage(opened, '89%');
  const at = (cell: string) => host.textAt('核定', cell);
  expect(['J3', 'J4', 'A5', 'E5', 'D6'].map(at)).toEqual(['经办人', '张三', '县财政局', '待核实', '89%']);
  await removeSettlement(pane, { latest: settlementsIn(opened.pane, opened.state())[0], earlier: [] });
  expect(['J3', 'A4', 'E4', 'D5'].map(at)).toEqual(['经办人', '县财政局', '待核实', '89%']);
});

test('settlements survive a new collection and count in it; 考评数据 says when and why', async () => {
  const opened = await atYearEnd();
  await collectFiles(opened.pane, [picked(FARM)]);
  const before = shown(opened.state())!.scorecards[0].total.high;
  beginSettling(opened.pane, { unit: '县农业农村局', item: '2.3', fact: 'coverage' });
  fillSettlement(opened.pane, { value: '30%', reason: '现场核查', kind: '申诉复核', outcome: '申诉不成立' });
  await saveSettlement(opened.pane);
  const after = shown(opened.state())!.scorecards[0].total.high;
  expect(after.n / after.d).toBeLessThan(before.n / before.d);
  await writeScores(opened.pane);
  await collectFiles(opened.pane, [picked(FARM)]);
  expect(settlementsIn(opened.pane, opened.state())).toMatchObject([{ unit: '县农业农村局', outcome: '申诉不成立' }]);
  const snapshot = await opened.host.read();
  const data = snapshot.sheets.find(({ name }) => name === '考评数据')!;
  const row = data.rows.find((cells) => cells?.[0]?.text === '县农业农村局' && cells[3]?.text === 'coverage')!;
  expect(row.map((cell) => cell?.text)).toEqual(expect.arrayContaining(['申诉复核，申诉不成立，2023-10-16，现场核查']));
});

test('a department cannot settle: a 核定 sheet in a collected file says nothing', async () => {
  const office = await atYearEnd();
  await settleCoverage(office, '88%');
  const department = await atYearEnd();
  const snapshot = await office.host.read();
  snapshot.sheets.forEach((sheet) => delete sheet.key);
  department.pane.store.set(({ collection }) => ({
    collection: {
      ...collection,
      files: [{ file: '报来.xlsx', sha256: '', snapshot: { ...snapshot, file: '报来.xlsx' } }],
    },
  }));
  await collectAgain(department.pane);
  const [card] = shown(department.state())!.scorecards;
  expect(toPoints(card.items.find(({ item }) => item === '2.3')!.points!)).toBe(1);
});

test('the form shows what the workbooks say, and takes it over as it is entered', async () => {
  const { pane, state } = await atYearEnd();
  beginSettling(pane, { item: '2.3', fact: 'coverage' });
  const [claim] = claimsAbout(state(), state().settling!);
  expect(claim.source.cell).toBe('C4');
  expect(entryFor(factOf(pane, '2.3', 'coverage')!, claim)).toBe('78.6%');
});

test('a form that lacks something is not written; a failure keeps what was filled in', async () => {
  const opened = await atYearEnd();
  const { pane, host, state } = opened;
  beginSettling(pane, { item: '2.3', fact: 'coverage' });
  fillSettlement(pane, { value: '130%', kind: '申诉复核' });
  expect(Object.keys(problemsIn(pane, state().settling!)).sort()).toEqual(['outcome', 'reason', 'value']);
  await saveSettlement(pane);
  expect(host.sheetNames()).not.toContain('核定');
  host.failure = new HostError('工作簿结构受保护，请先撤销保护。');
  await settleCoverage(opened, '88%');
  expect(state()).toMatchObject({ settling: { value: '88%' }, notice: { intent: 'error' } });
});

test('what is settled no longer waits', async () => {
  const opened = await atYearEnd();
  const waiting = () => mattersIn(shown(opened.state())!, settlementsIn(opened.pane, opened.state()));
  const [matter] = waiting();
  beginSettling(opened.pane, matter);
  fillSettlement(opened.pane, { value: '0', reason: '没有发生' });
  await saveSettlement(opened.pane);
  expect(waiting().some(({ item, fact }) => item === matter.item && fact === matter.fact)).toBe(false);
});
