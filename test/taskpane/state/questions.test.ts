import { chooseUnit } from '../../../src/taskpane/state/choose';
import { collectFiles, giveUnit } from '../../../src/taskpane/state/collect';
import { readOpen } from '../../../src/taskpane/state/open-workbook';
import { answer, openQuestions } from '../../../src/taskpane/state/questions';
import { recall, remember } from '../../../src/taskpane/state/remember';
import { openAssessment, openCard, shown } from '../../../src/taskpane/state/shown';
import { workbook } from '../../intake/workbook';
import { openPane, paneOver, picked, SELF_ASSESSMENT } from '../pane';

/** A heading that is like several facts and surely none. */
const DOUBTFUL = {
  name: '指标',
  rows: [
    ['填报单位:县民政局'],
    ['指标名称', '单位', '数值'],
    ['即办件比例', '%', 76],
    ['清单报送时间', '', '2023-06-20'],
  ],
};

test('a doubtful heading is asked about, answered, remembered and can be asked again', async () => {
  const opened = await openPane(DOUBTFUL);
  const asked = () => openQuestions(openAssessment(opened.state())!.questions);
  const [question] = asked();
  expect(question.candidates.length).toBeGreaterThan(0);
  const end = remember(opened.pane);
  const [{ item, fact }] = question.candidates;
  await answer(opened.pane, question.fingerprint, { item, fact });
  expect(asked()).toEqual([]);
  const used = openCard(opened.state())!.items.find((score) => score.item === item)!.facts;
  expect(used.find((each) => each.fact === fact)?.source?.sheet).toBe('指标');
  end();

  const next = paneOver(workbook('四季度.xlsx', DOUBTFUL));
  for (const [key, value] of opened.host.settings) next.host.settings.set(key, value);
  await recall(next.pane);
  await readOpen(next.pane);
  expect(openAssessment(next.state())!.questions).toEqual([]);
  await answer(next.pane, question.fingerprint, undefined);
  expect(openAssessment(next.state())!.questions).toHaveLength(1);
});

test('a workbook that names the wrong unit can be checked as another’s', async () => {
  const opened = await openPane();
  const before = opened.total();
  chooseUnit(opened.pane, '县教体局');
  expect(openCard(opened.state())!.unit).toBe('县教体局');
  chooseUnit(opened.pane, '县发改局');
  expect(opened.total()).toBe(before);
});

test('a collected file that names no known unit counts once it is given one', async () => {
  const opened = await openPane();
  const rows = [['填报单位:古城'], ...SELF_ASSESSMENT.rows.slice(2)];
  const nameless = workbook('报来.xlsx', { name: '表', rows });
  opened.pane.store.set(({ collection }) => ({
    collection: { ...collection, files: [{ file: '报来.xlsx', sha256: '', snapshot: nameless }] },
  }));
  await collectFiles(opened.pane, [picked('县农业农村局自评表.xlsx')]);
  const units = () => shown(opened.state())!.scorecards.map(({ unit }) => unit);
  expect(units()).toEqual(['县农业农村局']);
  await giveUnit(opened.pane, '报来.xlsx', '县教体局');
  expect(units().sort()).toEqual(['县农业农村局', '县教体局'].sort());
});
