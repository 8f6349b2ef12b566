import { showCollected } from '../../../src/taskpane/state/choose';
import { collectFiles, countOpen, leaveOut, writeScores } from '../../../src/taskpane/state/collect';
import { makePlainCopy } from '../../../src/taskpane/state/plain-copy';
import { composeAgain } from '../../../src/taskpane/state/bulletin';
import { assessAgain, readOpen } from '../../../src/taskpane/state/open-workbook';
import { openCard, notSentIn, shown } from '../../../src/taskpane/state/shown';
import { HostError } from '../../../src/workbook/host';
import { openPane, picked, readWorkbook } from '../pane';

jest.setTimeout(60_000);

const FARM = '县农业农村局自评表.xlsx';
const STREET = '匡远街道自评情况表.xlsx';
const unitsOf = (opened: Awaited<ReturnType<typeof openPane>>) =>
  opened.state().collection.assessment?.scorecards.map(({ unit }) => unit) ?? [];

describe('collecting workbooks', () => {
  test('reads the picked files, scores them and says who has not sent in', async () => {
    const opened = await openPane();
    await collectFiles(opened.pane, [picked(FARM), picked(STREET)]);
    expect(unitsOf(opened).sort()).toEqual(['县农业农村局', '匡远街道'].sort());
    const missing = notSentIn(shown(opened.state())!);
    expect(missing).toContain('县发改局');
    expect(missing).not.toContain('匡远街道');
    expect(opened.state().busy).toBeUndefined();
  });

  test('shows progress, and when it is stopped keeps what was read', async () => {
    const opened = await openPane();
    const seen: (number | undefined)[] = [];
    opened.pane.store.subscribe(() => {
      const { busy } = opened.state();
      if (busy?.total) seen.push(busy.done);
      if (busy?.done === 1) busy.stop!();
    });
    await collectFiles(opened.pane, [picked(FARM), picked(STREET), picked('县民政局指标数据表.xlsx')]);
    expect([...new Set(seen)]).toEqual([0, 1]);
    expect(unitsOf(opened)).toEqual(['县农业农村局']);
    expect(opened.state().notice?.text).toMatch(/读取了1个文件，还有2个/);
  });

  test('a file that cannot be read is told, the others are read all the same', async () => {
    const opened = await openPane();
    const broken = picked('坏的.xlsx', new TextEncoder().encode('不是工作簿'));
    await collectFiles(opened.pane, [broken, picked(FARM)]);
    const { files } = opened.state().collection.assessment!;
    expect(files.map(({ file, status }) => [file, status])).toEqual([
      ['坏的.xlsx', 'unreadable'],
      [FARM, 'read'],
    ]);
    expect(files[0].reason).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(unitsOf(opened)).toEqual(['县农业农村局']);
  });

  test('the same file picked twice counts once; another of the same name is kept beside it', async () => {
    const opened = await openPane();
    await collectFiles(opened.pane, [picked(FARM)]);
    await collectFiles(opened.pane, [picked(FARM)]);
    expect(opened.state().collection.files.map(({ file }) => file)).toEqual([FARM]);
    const other = { ...picked(STREET), name: FARM };
    await collectFiles(opened.pane, [other]);
    expect(opened.state().collection.files.map(({ file }) => file)).toEqual([FARM, FARM.replace(/$/, '（2）')]);
  });

  test('lock files that Excel leaves behind are passed over', async () => {
    const opened = await openPane();
    await collectFiles(opened.pane, [picked('~$草稿.xlsx', new Uint8Array(10)), picked(FARM)]);
    expect(opened.state().collection.files).toHaveLength(1);
  });

  test('the open workbook counts when it is asked to, and a file can be left out again', async () => {
    const opened = await openPane();
    await collectFiles(opened.pane, [picked(FARM)]);
    await countOpen(opened.pane, true);
    expect(unitsOf(opened)).toContain('县发改局');
    await leaveOut(opened.pane, FARM);
    expect(unitsOf(opened)).toEqual(['县发改局']);
    await countOpen(opened.pane, false);
    expect(opened.state().collection.assessment).toBeUndefined();
  });

  test('writes our sheets, which are then not taken for the department’s', async () => {
    const opened = await openPane();
    const before = opened.total();
    await collectFiles(opened.pane, [picked(FARM)]);
    showCollected(opened.pane, { unit: '县农业农村局' });
    await writeScores(opened.pane);
    expect(opened.host.sheetNames()).toEqual(
      expect.arrayContaining(['自评表', '得分表', '考评数据', '检查结果', '口径']),
    );
    expect(opened.state().notice?.intent).toBe('success');
    expect(opened.state().collection.unit).toBe('县农业农村局');
    await writeScores(opened.pane);
    await readOpen(opened.pane);
    expect(opened.host.sheetNames().filter((name) => name.startsWith('得分表'))).toHaveLength(1);
    expect(opened.total()).toBe(before);
    expect(openCard(opened.state())!.unit).toBe('县发改局');
  });

  test('keeps the scores of another quarter beside the new ones, and the bulletin compares with them', async () => {
    const opened = await openPane();
    await writeScores(opened.pane);
    opened.pane.store.set({ quarter: '2023Q4', quarterChosen: true, view: 'bulletin' });
    await assessAgain(opened.pane);
    await writeScores(opened.pane);
    expect(opened.host.sheetNames()).toEqual(expect.arrayContaining(['得分表', '得分表2023年第三季度']));
    expect(opened.state().notice?.text).toContain('2023年第三季度得分按数值保留在“得分表2023年第三季度”');
    await composeAgain(opened.pane);
    expect(opened.state().bulletin.compared).toBe('2023Q3');
    await writeScores(opened.pane);
    expect(opened.state().notice?.text).not.toContain('保留');
  });

  test('a host that cannot write says why', async () => {
    const opened = await openPane();
    opened.host.failure = new HostError('工作簿结构受保护，请先撤销保护。');
    await writeScores(opened.pane);
    expect(opened.state().notice).toEqual({ intent: 'error', text: '工作簿结构受保护，请先撤销保护。' });
    expect(opened.state().busy).toBeUndefined();
  });

  test('the plain copy holds values and not one formula', async () => {
    const opened = await openPane();
    await makePlainCopy(opened.pane);
    const { made } = opened.state();
    const copy = readWorkbook(made!.bytes, made!.name);
    const cells = copy.sheets.flatMap(({ rows }) => rows.flatMap((row) => row ?? [])).filter((cell) => cell);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => cell!.formula !== undefined)).toEqual([]);
  });
});
