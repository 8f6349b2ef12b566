import { composeAgain, fillBulletin, giveFile, makeNotices, makeWord } from '../../../src/taskpane/state/bulletin';
import { chooseQuarter, goTo } from '../../../src/taskpane/state/choose';
import { writeBulletinSheets } from '../../../src/taskpane/state/bulletin-sheets';
import { writeScores } from '../../../src/taskpane/state/collect';
import { makePlainCopy } from '../../../src/taskpane/state/plain-copy';
import { readOpen } from '../../../src/taskpane/state/open-workbook';
import { confirmReading, switchable, tryReading } from '../../../src/taskpane/state/readings';
import { recall, remember } from '../../../src/taskpane/state/remember';
import { itemsFound, readingsFound, sectionsFound } from '../../../src/taskpane/state/search';
import { beginSettling, fillSettlement } from '../../../src/taskpane/state/settle';
import { openAssessment, openCard } from '../../../src/taskpane/state/shown';
import { suggestionsFor } from '../../../src/taskpane/state/suggestions';
import { itemsOf } from '../../../src/rulebook/rules';
import { rulebook, workbook } from '../../intake/workbook';
import { HostError } from '../../../src/workbook/host';
import { openPane, paneOver, picked, SELF_ASSESSMENT } from '../pane';

describe('readings', () => {
  test('an option shows its effect first, and counts once it is confirmed', async () => {
    const opened = await openPane();
    const before = opened.total();
    await tryReading(opened.pane, 'A05', 2);
    const [effect] = opened.state().trying!.tried!.effects;
    expect(effect).toMatchObject({ unit: '县发改局', from: before });
    expect(effect.gain).toBeLessThan(0);
    expect(opened.total()).toBe(before);
    await confirmReading(opened.pane);
    expect(opened.total()).toBe(effect.to);
    expect(opened.state().readings).toEqual({ A05: 2 });
  });

  test('going back to the default leaves no choice behind', async () => {
    const opened = await openPane();
    await tryReading(opened.pane, 'A05', 2);
    await confirmReading(opened.pane);
    await tryReading(opened.pane, 'A05', 1);
    await confirmReading(opened.pane);
    expect(opened.state().readings).toEqual({});
    await tryReading(opened.pane, 'A05', 1);
    expect(opened.state().trying).toBeUndefined();
  });

  test('the sheet 口径 and the pane stay one, whichever is changed', async () => {
    const opened = await openPane();
    await writeScores(opened.pane);
    await tryReading(opened.pane, 'A05', 2);
    await confirmReading(opened.pane);
    const { sheets } = await opened.host.read();
    const sheet = sheets.find(({ name }) => name === '口径')!;
    const row = sheet.rows.findIndex((cells) => cells?.[0]?.text === 'A05');
    expect(sheet.rows[row][1]!.value).toBe(2);
    opened.host.put('口径', `B${row + 1}`, 3);
    await readOpen(opened.pane);
    expect(opened.state().readings).toEqual({ A05: 3 });
  });

  test('those that the scores rest on come first', async () => {
    const { state } = await openPane();
    const { here, rest } = switchable(rulebook, openAssessment(state()));
    expect(here.map(({ id }) => id)).toContain('A48');
    expect(rest.map(({ id }) => id)).toContain('A61');
  });
});

describe('suggestions', () => {
  test('name the smallest change with its gain, largest first', async () => {
    const { state } = await openPane();
    const all = suggestionsFor(rulebook, {}, openCard(state())!);
    expect(all.map(({ gain }) => gain)).toEqual([...all.map(({ gain }) => gain)].sort((a, b) => b - a));
    const coverage = all.find(({ item, text }) => item.id === '2.3' && text.includes('监管行为数据覆盖率'))!;
    expect(coverage).toMatchObject({ gain: 1, text: '“监管行为数据覆盖率”由78.6%提高到80%' });
  });

  test('what is missing counts what it could bring', async () => {
    const opened = await openPane();
    chooseQuarter(opened.pane, '2023Q4');
    const all = suggestionsFor(rulebook, {}, openCard(opened.state())!);
    expect(all.find(({ item }) => item.id === '2.10')).toMatchObject({ kind: 'report' });
    expect(all.filter(({ kind }) => kind === 'reach')).toEqual([]);
  });
});

describe('searching', () => {
  test('a number finds the item and those below it', () => {
    expect(itemsFound(itemsOf(rulebook), '3.13').map(({ id }) => id)).toEqual(['3.13.1', '3.13.2', '3.13.3']);
    expect(itemsFound(itemsOf(rulebook), '3.1').map(({ id }) => id)).toEqual(['3.1']);
  });

  test('words must all occur; nothing found is nothing', () => {
    const found = sectionsFound(rulebook, '好差评 覆盖率').flatMap(({ items }) => items.map(({ id }) => id));
    expect(found).toContain('2.10');
    expect(sectionsFound(rulebook, '火星探测')).toEqual([]);
    expect(sectionsFound(rulebook, '').flatMap(({ items }) => items)).toHaveLength(itemsOf(rulebook).length);
  });

  test('readings are found by id, by item and by words', () => {
    expect(readingsFound(rulebook.readings, 'a05').map(({ id }) => id)).toEqual(['A05']);
    expect(readingsFound(rulebook.readings, '3.5').map(({ id }) => id)).toContain('A48');
    expect(readingsFound(rulebook.readings, '折算').map(({ id }) => id)).toContain('A05');
  });
});

describe('the bulletin', () => {
  test('is previewed when it is looked at, follows its form and becomes a Word file', async () => {
    const opened = await openPane();
    await composeAgain(opened.pane);
    expect(opened.state().bulletin.bulletin).toBeUndefined();
    goTo(opened.pane, 'bulletin');
    await fillBulletin(opened.pane, { number: '宜政务通〔2023〕3号' });
    expect(opened.state().bulletin.bulletin).toMatchObject({ number: '宜政务通〔2023〕3号' });
    await makeWord(opened.pane);
    const { made } = opened.state();
    expect(made!.name).toMatch(/第三季度.*\.docx$/);
    expect(String.fromCharCode(...made!.bytes.slice(0, 2))).toBe('PK');
  });

  test('takes an earlier quarter’s score workbook and a template, and says when a file is neither', async () => {
    const opened = await openPane();
    goTo(opened.pane, 'bulletin');
    const earlier = await openPane();
    chooseQuarter(earlier.pane, '2023Q2');
    await makePlainCopy(earlier.pane);
    await giveFile(opened.pane, 'previous', picked('上季度.xlsx', earlier.state().made!.bytes));
    expect(opened.state().bulletinFiles.previous!.scores.quarter).toBe('2023Q2');
    const titles = opened
      .state()
      .bulletin.bulletin!.body.flatMap((block) => (block.kind === 'heading' ? block.text : []));
    expect(titles.join()).toContain('问题复查');
    await giveFile(opened.pane, 'previous', picked('县农业农村局自评表.xlsx'));
    expect(opened.state().notice).toMatchObject({ intent: 'error', text: expect.stringMatching(/。$/) });
    await giveFile(opened.pane, 'template', picked('模板.docx', new TextEncoder().encode('不是模板')));
    await makeWord(opened.pane);
    expect(opened.state().notice).toMatchObject({ intent: 'error', text: expect.stringMatching(/模板不是Word文档/) });
  });

  test('is written into the workbook as charts and sources, which are then not taken for the department’s', async () => {
    const opened = await openPane();
    const before = opened.total();
    goTo(opened.pane, 'bulletin');
    await composeAgain(opened.pane);
    await writeBulletinSheets(opened.pane);
    expect(opened.host.sheetNames()).toEqual(['自评表', '通报', '通报数据']);
    expect(opened.state().notice!.text).toMatch(/^已写入“通报”、“通报数据”。.*请在“汇总”中写入/);
    await writeScores(opened.pane);
    await writeBulletinSheets(opened.pane);
    expect(opened.host.sheetNames().filter((name) => name.startsWith('通报'))).toEqual(['通报', '通报数据']);
    expect(opened.state().notice!.text).not.toContain('汇总');
    const findings = openAssessment(opened.state())!.findings.map(({ source }) => source?.sheet);
    expect(findings.filter((sheet) => sheet?.startsWith('通报'))).toEqual([]);
    expect(opened.total()).toBe(before);
  });

  test('says that its charts are only in a copy where they cannot be seen, and keeps all when nothing is written', async () => {
    const opened = await openPane();
    goTo(opened.pane, 'bulletin');
    await composeAgain(opened.pane);
    opened.host.showsCharts = false;
    await writeBulletinSheets(opened.pane);
    expect(opened.state().notice!.text).toContain('图表在这里不显示，另存副本后');
    opened.host.failure = new HostError('工作簿的结构受保护，不能写入工作表。');
    await writeBulletinSheets(opened.pane);
    expect(opened.state().notice).toEqual({ intent: 'error', text: '工作簿的结构受保护，不能写入工作表。' });
  });

  test('notices are a Word file of their own', async () => {
    const opened = await openPane();
    await makeNotices(opened.pane);
    expect(opened.state().made!.name).toBe('扣分告知单2023Q3.docx');
  });

  test('says what is wrong with the form', async () => {
    const opened = await openPane();
    goTo(opened.pane, 'bulletin');
    await fillBulletin(opened.pane, { issuer: '' });
    expect(opened.state().bulletin).toEqual({ problem: expect.stringMatching(/发文机关.*。$/) });
  });
});

describe('what the workbook remembers', () => {
  test('choices and a half-filled form are there again in the next session', async () => {
    jest.useFakeTimers();
    const opened = await openPane();
    const end = remember(opened.pane);
    chooseQuarter(opened.pane, '2023Q2');
    await tryReading(opened.pane, 'A05', 2);
    await confirmReading(opened.pane);
    beginSettling(opened.pane, { item: '2.10' });
    fillSettlement(opened.pane, { reason: '现场核查' });
    await jest.advanceTimersByTimeAsync(1000);
    end();
    jest.useRealTimers();

    const next = paneOver(workbook('自评表.xlsx', SELF_ASSESSMENT));
    for (const [key, value] of opened.host.settings) next.host.settings.set(key, value);
    await recall(next.pane);
    await readOpen(next.pane);
    expect(next.state()).toMatchObject({ quarter: '2023Q2', readings: { A05: 2 }, settling: { reason: '现场核查' } });
    expect(next.total()).toBe(opened.total());
  });

  test.each([
    'no json',
    '[]',
    'null',
    '{"readings":{"A05":9,"__proto__":1},"unit":"火星局","quarter":"1999Q9","settling":{"unit":1}}',
  ])('what makes no sense is passed over: %s', async (kept) => {
    const opened = paneOver(workbook('自评表.xlsx', SELF_ASSESSMENT));
    opened.host.settings.set('yl.pane', kept);
    await recall(opened.pane);
    await readOpen(opened.pane);
    expect(opened.state()).toMatchObject({ quarter: '2023Q3', readings: {} });
    expect(opened.state().settling).toBeUndefined();
  });
});
