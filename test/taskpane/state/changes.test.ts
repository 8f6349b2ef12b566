import { makeFixes, showFixes } from '../../../src/taskpane/state/fixes';
import { marksFor } from '../../../src/score-workbook/finding-marks';
import { markCells, unmarkCells } from '../../../src/taskpane/state/marks';
import { nextSteps } from '../../../src/taskpane/state/next-steps';
import { findingsOf, openAssessment, openCard } from '../../../src/taskpane/state/shown';
import { HostError } from '../../../src/workbook/host';
import { openPane } from '../pane';

const INDICATORS = {
  name: '指标',
  rows: [
    ['填报单位:县民政局'],
    ['指标名称', '单位', '数值'],
    ['承诺时限压缩比', '%', '92'],
    ['即办件比例', '%', 76],
    ['平均跑动次数', '次', 0.03],
  ],
};

describe('safe fixes', () => {
  test('are shown first, and change nothing before they are agreed to', async () => {
    const { pane, host, state } = await openPane(INDICATORS);
    const findings = findingsOf(openAssessment(state())!, undefined);
    showFixes(pane, findings);
    expect(state().fixing!.map(({ code }) => code)).toContain('text-number');
    expect(host.textAt('指标', 'C3')).toBe('92');
    const { fix } = state().fixing![0];
    await makeFixes(pane);
    expect(state().fixing).toBeUndefined();
    expect(findingsOf(openAssessment(state())!, undefined).filter((finding) => finding.fix)).toEqual([]);
    expect(fix!.source.cell).toBe('C3');
    expect(state().notice?.intent).toBe('success');
  });

  test('a failure leaves the finding and says so', async () => {
    const { pane, host, state } = await openPane(INDICATORS);
    showFixes(pane, openAssessment(state())!.findings);
    host.failure = new HostError('工作表受保护，请先撤销保护。');
    await makeFixes(pane);
    expect(state().notice).toEqual({ intent: 'error', text: '工作表受保护，请先撤销保护。' });
    expect(openAssessment(state())!.findings.some(({ fix }) => fix)).toBe(true);
  });
});

describe('marks', () => {
  const source = { file: '表.xlsx', sheet: '表', cell: 'C7' };
  const base = { code: 'x', message: '有误。', remedy: '请改。', source };

  test('a cell has one mark, as grave as the gravest and with all that is said', () => {
    const marks = marksFor([
      { ...base, severity: 'info' },
      { ...base, severity: 'error', message: '超过100%。' },
      { ...base, severity: 'warning', source: undefined },
    ]);
    expect(marks).toEqual([
      { place: { sheet: '表', cell: 'C7' }, severity: 'error', note: '有误。\n请改。\n超过100%。\n请改。' },
    ]);
  });

  test('are put on and taken back', async () => {
    const { pane, host, state } = await openPane();
    await markCells(pane);
    expect(host.marks.length).toBeGreaterThan(0);
    expect(state().marked).toBe(true);
    await unmarkCells(pane);
    expect(host.marks).toEqual([]);
    expect(state().marked).toBe(false);
  });
});

test('the next steps name what is to be done, and nothing when all is done', async () => {
  const { state } = await openPane();
  const assessment = openAssessment(state())!;
  const card = openCard(state())!;
  expect(nextSteps(assessment, card).map(({ kind }) => kind)).toEqual(['report', 'warnings']);
  const items = card.items.map((score) => ({ ...score, state: 'scored' as const }));
  expect(nextSteps({ ...assessment, findings: [] }, { ...card, items })).toEqual([]);
});
