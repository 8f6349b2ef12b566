import { chooseQuarter, chooseUnit, showCell } from '../../../src/taskpane/state/choose';
import { readOpen } from '../../../src/taskpane/state/open-workbook';
import { openAssessment, openCard } from '../../../src/taskpane/state/shown';
import { HostError } from '../../../src/workbook/host';
import { workbook } from '../../intake/workbook';
import { openPane, paneOver, SELF_ASSESSMENT, type Opened } from '../pane';

const pointsOf = ({ state }: Opened, item: string) => {
  const score = openCard(state())!.items.find((each) => each.item === item)!;
  return score.points && score.points.n / score.points.d;
};

describe('the open workbook', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('is read once and scored, unit and quarter recognised', async () => {
    const opened = await openPane();
    expect(opened.state().quarter).toBe('2023Q3');
    expect(openCard(opened.state())!.unit).toBe('县发改局');
    expect(pointsOf(opened, '3.5')).toBe(3);
    expect(opened.host.reads).toBe(1);
  });

  test('an edit moves the score within a second, without another reading', async () => {
    const opened = await openPane();
    opened.host.edit('自评表', 'C5', '承诺时限压缩比80%,即办件比例76%,平均跑动次数0.03次。');
    await jest.advanceTimersByTimeAsync(1000);
    expect(pointsOf(opened, '3.5')).toBe(2.7);
    expect(opened.host.reads).toBe(1);
  });

  test('many edits at once are scored once', async () => {
    const opened = await openPane();
    let assessments = 0;
    let last = openAssessment(opened.state());
    opened.pane.store.subscribe(() => {
      const now = openAssessment(opened.state());
      if (now !== last) assessments += 1;
      last = now;
    });
    for (let n = 0; n < 20; n++) opened.host.edit('自评表', 'C5', `平均跑动次数0.0${n % 9}次。`);
    await jest.advanceTimersByTimeAsync(1000);
    expect(assessments).toBe(1);
  });

  test('is read anew when the host cannot say which cells changed', async () => {
    const opened = await openPane();
    opened.host.put('自评表', 'C5', '承诺时限压缩比80%,即办件比例76%,平均跑动次数0.03次。');
    opened.host.editUnknown('自评表');
    await jest.advanceTimersByTimeAsync(1000);
    expect(opened.host.reads).toBe(2);
    expect(pointsOf(opened, '3.5')).toBe(2.7);
  });

  test('results of formulas are fetched once the person pauses', async () => {
    const total = { value: 7, text: '7', formula: 'SUM(D4:D6)' };
    const opened = await openPane({ ...SELF_ASSESSMENT, rows: [...SELF_ASSESSMENT.rows, ['合计', '', '', total]] });
    opened.host.edit('自评表', 'D4', 1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(opened.host.reads).toBe(1);
    await jest.advanceTimersByTimeAsync(5000);
    expect(opened.host.reads).toBe(2);
  });

  test('after the end no edit is followed', async () => {
    const opened = await openPane();
    await opened.end();
    opened.host.edit('自评表', 'C5', '平均跑动次数9次。');
    await jest.advanceTimersByTimeAsync(5000);
    expect(pointsOf(opened, '3.5')).toBe(3);
  });

  test('another quarter changes what is due; a chosen one stays through another reading', async () => {
    const opened = await openPane();
    const before = opened.total();
    chooseQuarter(opened.pane, '2023Q4');
    expect(opened.total()).not.toBe(before);
    await readOpen(opened.pane);
    expect(opened.state().quarter).toBe('2023Q4');
  });

  test('a workbook that names no unit is the chosen unit’s', async () => {
    const rows = SELF_ASSESSMENT.rows.slice(2);
    const opened = await openPane({ name: '表', rows });
    expect(openCard(opened.state())).toBeUndefined();
    chooseUnit(opened.pane, '县教体局');
    expect(openCard(opened.state())!.unit).toBe('县教体局');
    expect(pointsOf(opened, '3.5')).toBe(3);
  });

  test('a failure is a sentence, and reading again mends it', async () => {
    const { pane, host, state } = paneOver(workbook('自评表.xlsx', SELF_ASSESSMENT));
    const read = jest.spyOn(host, 'read').mockRejectedValueOnce(new HostError('工作簿正在编辑，请按回车后重试。'));
    await readOpen(pane);
    expect(state().workbook).toEqual({ status: 'failed', reason: '工作簿正在编辑，请按回车后重试。' });
    read.mockRestore();
    await readOpen(pane);
    expect(state().workbook.status).toBe('ready');
  });

  test('an edit that comes in while the workbook is read is not lost', async () => {
    const opened = await openPane();
    const stale = await opened.host.read();
    let answer: (snapshot: typeof stale) => void = () => undefined;
    jest.spyOn(opened.host, 'read').mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const reading = readOpen(opened.pane);
    opened.host.edit('自评表', 'C5', '承诺时限压缩比80%,即办件比例76%,平均跑动次数0.03次。');
    await jest.advanceTimersByTimeAsync(1000);
    answer(stale);
    await reading;
    expect(pointsOf(opened, '3.5')).toBe(2.7);
  });

  test('a click on a source selects its cell; a sheet that is gone is a sentence', async () => {
    const opened = await openPane();
    await showCell(opened.pane, { file: '自评表.xlsx', sheet: '自评表', cell: 'C5,C7' });
    expect(opened.host.selected).toEqual({ sheet: '自评表', cell: 'C5' });
    await showCell(opened.pane, { file: '自评表.xlsx', sheet: '旧表', cell: 'C5' });
    expect(opened.state().notice).toMatchObject({ intent: 'error', text: expect.stringContaining('旧表') });
  });
});
