import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { indicatorList, makeWorkbook } from './make-workbook';
import { buildCli, temporaryFolder, yl } from './yl';

const folder = temporaryFolder();
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  buildCli();
  await makeWorkbook(at('县民政局.xlsx'), { 指标: indicatorList('县民政局', '88%', '76%', 0.03) });
  await makeWorkbook(at('县水务局.xlsx'), { 指标: indicatorList('宜良县水务局', '92%', '102%', 0.08) });
  fs.writeFileSync(at('坏的.xlsx'), 'not a workbook');
  fs.writeFileSync(at('~$县民政局.xlsx'), 'lock');
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('yl assess', () => {
  it('gives the JSON document of the contract and nothing else on standard output', () => {
    const { code, out, err } = yl('assess', at('县民政局.xlsx'), '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ rulebook: { id: 'yiliang-2023' }, asOf: '2023-12-31', quarter: '2023Q4' });
    expect(result.files).toEqual([
      { file: '县民政局.xlsx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), status: 'read' },
    ]);
    const [unit] = result.units;
    expect(unit.unit).toBe('县民政局');
    expect(unit.total.points).toBeNull();
    expect(unit.provisional).toBe(true);
    const item = unit.items.find((each: { item: string }) => each.item === '3.5');
    expect(item).toMatchObject({
      state: 'scored',
      points: 2.7,
      low: 2.7,
      high: 2.7,
      missing: [],
      readings: ['A47', 'A48', 'A49'],
    });
    expect(item.facts[0]).toMatchObject({
      fact: 'compress',
      value: 88,
      source: { file: '县民政局.xlsx', sheet: '指标', cell: 'D4' },
    });
    expect(item.lines[0]).toMatchObject({ criterion: '3.5#1', effect: 0.7 });
  });

  it('says why each point of an item was lost, and nothing of the many bonuses that nobody claims', async () => {
    await makeWorkbook(at('县司法局.xlsx'), { 指标: indicatorList('县司法局', '88%', '76%', 0.08) });
    const { out } = yl('assess', at('县司法局.xlsx'));
    fs.rmSync(at('县司法局.xlsx'));
    expect(out).toContain('；平均跑动次数0.08次，在0.05次（不含）以上，不得分\n');
    expect(out).toMatch(/^ {2}9 激励加分 0\/5 已定分 没有加分事项$/m);
    expect(out).toMatch(/^ {2}10 扣分 0 已定分 没有扣分事项$/m);
  });

  it('keeps on when one file cannot be read, and ends with 1 when findings are errors', () => {
    const { code, out } = yl('assess', folder, '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out);
    expect(result.files.map((file: { status: string }) => file.status).sort()).toEqual(['read', 'read', 'unreadable']);
    expect(result.files.find((file: { status: string }) => file.status === 'unreadable').reason).toMatch(
      /[\u4e00-\u9fff]/,
    );
    expect(result.units.map((unit: { unit: string }) => unit.unit).sort()).toEqual(['县民政局', '县水务局'].sort());
    const rejected = result.units
      .find((unit: { unit: string }) => unit.unit === '县水务局')
      .items.find((item: { item: string }) => item.item === '3.5');
    expect(rejected).toMatchObject({ state: 'rejected', points: null, low: 1, high: 2 });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'percent-over-100', severity: 'error', cell: 'D5' }),
    );
  });

  it('takes a workbook that names no unit for the one that --unit names', async () => {
    await makeWorkbook(at('指标.xlsx'), { 指标: indicatorList('', '88%', '76%', 0.03) });
    expect(JSON.parse(yl('assess', at('指标.xlsx'), '--json').out).units).toEqual([]);
    const { units } = JSON.parse(yl('assess', at('指标.xlsx'), '--unit', '县发展和改革局', '--json').out);
    expect(units.map(({ unit }: { unit: string }) => unit)).toEqual(['县发改局']);
    fs.rmSync(at('指标.xlsx'));
  });

  it('reads many workbooks in threads, in their order, and leaves out what cannot be read', async () => {
    const many = path.join(folder, '一季度');
    fs.mkdirSync(many);
    const names = [
      '县民政局',
      '县水务局',
      '县司法局',
      '县林草局',
      '县教体局',
      '县统计局',
      '县审计局',
      '县医保局',
      '县城管局',
    ];
    for (const name of names) {
      await makeWorkbook(path.join(many, `${name}.xlsx`), { 指标: indicatorList(name, '88%', '76%', 0.03) });
    }
    fs.writeFileSync(path.join(many, '坏的.xlsx'), 'not a workbook');
    const { code, out, err } = yl('assess', many, '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    const files = [...names, '坏的'].map((name) => `${name}.xlsx`).sort();
    expect(result.files.map(({ file }: { file: string }) => file)).toEqual(files);
    expect(result.files.filter(({ status }: { status: string }) => status === 'unreadable')).toMatchObject([
      { file: '坏的.xlsx', reason: expect.stringContaining('请') },
    ]);
    const alone = JSON.parse(yl('assess', path.join(many, '县民政局.xlsx'), '--json').out);
    expect(result.units.find(({ unit }: { unit: string }) => unit === '县民政局').items).toEqual(alone.units[0].items);
    expect(result.units).toHaveLength(names.length);
  });

  it('switches readings by a file and refuses what is none', () => {
    fs.writeFileSync(at('readings.yaml'), 'A47: 1\nA05: 2\n');
    const zero = JSON.parse(yl('assess', at('县民政局.xlsx'), '--readings', at('readings.yaml'), '--json').out);
    const item = zero.units[0].items.find((each: { item: string }) => each.item === '2.6');
    expect(item).toMatchObject({ state: 'notApplicable', points: 0 });
    fs.writeFileSync(at('bad.yaml'), 'A05: 9\n');
    const refused = yl('assess', at('县民政局.xlsx'), '--readings', at('bad.yaml'));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('口径A05没有选项“9”');
  });

  it('writes a score workbook that keeps its formulas and their present results', () => {
    const out = at('考评.xlsx');
    expect(yl('assess', at('县民政局.xlsx'), '--out', out).code).toBe(0);
    const snapshot = readWorkbook(fs.readFileSync(out), '考评.xlsx');
    const names = snapshot.sheets.map((sheet) => sheet.name);
    for (const name of ['得分表', '考评数据', '检查结果', '口径', '核定']) expect(names).toContain(name);
    const scores = snapshot.sheets[names.indexOf('得分表')];
    const cells = scores.rows.flatMap((row) => row ?? []).filter(Boolean);
    expect(cells.some((cell) => cell!.formula?.startsWith('YL.SCORE('))).toBe(true);
  });

  it.each([
    [['assess'], 2, '缺少参数'],
    [['assess', 'no-such-file.xlsx'], 3, ''],
    [['bulletin', 'no-such-file.xlsx', '--quarter', '2023Q3', '--out', 'x.docx'], 3, '找不到'],
    [['assess', 'package.json', '--as-of', '2022-12-31'], 2, '不在2023年内'],
    [['check-rules', 'package.json'], 2, '不是考评细则文件夹'],
    [['assess', 'package.json', '--quarter', '2024Q9'], 2, '不是2023年的季度'],
    [['assess', 'package.json', '--as-of', '2023-02-30'], 2, '不是日期'],
    [['assess', 'package.json', '--quarter', '2023Q1', '--as-of', '2023-03-01'], 2, '只能写一个'],
    [['assess', 'package.json', '--unit', '县不存在局'], 2, '单位名单中没有'],
    [['assess', 'package.json', '--bogus'], 2, '没有选项--bogus'],
    [['bogus'], 2, '没有命令'],
    [['rules', '99'], 2, '没有条目'],
    [['assess', 'package.json'], 3, ''],
  ])('%j ends with %i', (args, expected, words) => {
    const { code, err } = yl(...args);
    expect(code).toBe(expected);
    expect(err).toContain(words);
  });

  it('goes on without a file that is not there, and reads one that is named twice once', () => {
    const { code, out } = yl('assess', at('没有.xlsx'), at('县民政局.xlsx'), `${folder}/./县民政局.xlsx`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).files).toMatchObject([
      { file: '没有.xlsx', status: 'unreadable', reason: '“没有.xlsx”找不到，请核对文件或文件夹的名称。' },
      { file: '县民政局.xlsx', status: 'read' },
    ]);
  });

  it('writes no result over a workbook that it is made from, but over its own earlier one', () => {
    const own = path.join(folder, '重做');
    fs.mkdirSync(own);
    const [source, out] = [path.join(own, '县民政局.xlsx'), path.join(own, '考评.xlsx')];
    fs.copyFileSync(at('县民政局.xlsx'), source);
    expect(yl('assess', own, '--out', out).code).toBe(0);
    expect(yl('assess', own, '--out', out).code).toBe(0);
    const refused = yl('assess', own, '--out', source);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('是要考评的工作簿，不能写成结果')]);
    expect(fs.readFileSync(source)).toEqual(fs.readFileSync(at('县民政局.xlsx')));
    fs.rmSync(own, { recursive: true });
  });

  it('keeps what people decided in the score workbook that it writes over, and counts it', async () => {
    const out = at('留存.xlsx');
    const assess = (...more: string[]) => yl('assess', at('县民政局.xlsx'), '--out', out, '--json', ...more);
    const itemOf = ({ out: json }: { out: string }, id: string) =>
      JSON.parse(json).units[0].items.find(({ item }: { item: string }) => item === id);
    const plain = assess();
    expect(plain.err).toBe('');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const decided = book.getWorksheet('核定')!;
    ['县民政局', '3.5', '', '95%', '平台复核', '2023-10-16', '核定', '', 'compress'].forEach((text, index) => {
      decided.getCell(4, index + 1).value = text;
    });
    decided.getCell('A5').value = '县水务局';
    decided.getCell('J5').value = '待补材料';
    const readings = book.getWorksheet('口径')!;
    readings.eachRow((row) => {
      if (row.getCell(1).value !== 'A05') return;
      row.getCell(2).value = 3;
      row.getCell(9).value = '会议纪要第5号';
    });
    await book.xlsx.writeFile(out);
    for (let time = 0; time < 2; time++) {
      const again = assess();
      expect(itemOf(again, '3.5').facts[0]).toMatchObject({ value: 95, source: { sheet: '核定', cell: 'D4' } });
      expect(itemOf(again, '2.6')).not.toEqual(itemOf(plain, '2.6'));
      expect(again.err).toContain('沿用“留存.xlsx”中的核定1条，口径A05选项3。');
      expect(again.err).toContain('核定表第5行没有采用');
    }
    const kept = readWorkbook(fs.readFileSync(out), '留存.xlsx').sheets.flatMap(({ rows }) => rows.flat());
    const texts = kept.map((cell) => cell?.text);
    for (const text of ['平台复核', '待补材料', '会议纪要第5号']) expect(texts).toContain(text);
    fs.writeFileSync(at('A05.yaml'), 'A05: 1\n');
    expect(itemOf(assess('--readings', at('A05.yaml')), '2.6')).toEqual(itemOf(plain, '2.6'));
    const foreign = yl('assess', at('县民政局.xlsx'), '--out', at('县水务局.xlsx'));
    expect([foreign.code, foreign.err]).toEqual([2, expect.stringContaining('不是得分工作簿')]);
    fs.rmSync(out);
  });

  it('leaves sheets of people own in the score workbook as they are, and tells which figures there are old', async () => {
    const out = at('自用.xlsx');
    yl('assess', at('县民政局.xlsx'), '--quarter', '2023Q2', '--out', out);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const own = book.addWorksheet('领导阅');
    own.getCell('A1').value = { formula: "'得分表'!K4", result: 1 };
    own.getCell('A2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"已阅,未阅"'] };
    own.addConditionalFormatting({
      ref: 'A1',
      rules: [{ type: 'expression', formulae: ['A1>90'], priority: 1, style: { font: { bold: true } } }],
    });
    await book.xlsx.writeFile(out);
    const parts = () => unzipSync(fs.readFileSync(out));
    const number = Object.entries(parts()).find(([, bytes]) => strFromU8(bytes).includes('已阅,未阅'))![0];
    const before = parts()[number];
    const { code, err } = yl('assess', at('县民政局.xlsx'), '--quarter', '2023Q3', '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('原有的2023年第二季度得分按数值保留在“得分表2023年第二季度”');
    expect(err).toContain('工作表“领导阅”中的公式引用了得分工作簿的工作表');
    expect(parts()[number]).toEqual(before);
    const names = readWorkbook(fs.readFileSync(out), '自用.xlsx').sheets.map(({ name }) => name);
    const written = ['得分表', '考评数据', '检查结果', '口径', '核定'];
    const kept = ['得分表', '考评数据', '口径'].map((name) => `${name}2023年第二季度`);
    expect(names).toEqual([...written, '领导阅', ...kept]);
    fs.rmSync(out);
  });

  it('counts what another workbook settles when told to, and says so when not', async () => {
    const scores = at('办公室考评.xlsx');
    yl('assess', at('县民政局.xlsx'), '--out', scores);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(scores);
    ['县民政局', '3.5', '', '79.37%', '平台复核', '2023-09-16', '核定', '', 'compress'].forEach((text, index) => {
      book.getWorksheet('核定')!.getCell(4, index + 1).value = text;
    });
    await book.xlsx.writeFile(scores);
    const settled = ['--settlements', scores];
    const { out } = yl('assess', at('县民政局.xlsx'), '--json', ...settled);
    const item = JSON.parse(out).units[0].items.find((each: { item: string }) => each.item === '3.5');
    expect(item.facts[0]).toMatchObject({
      value: 79.37,
      source: { file: '办公室考评.xlsx', sheet: '核定', cell: 'D4' },
    });
    const unused = yl('assess', at('县民政局.xlsx'), scores, '--json');
    expect(unused.err).toContain('“办公室考评.xlsx”中的核定1条没有采用；要采用，请加--settlements');
    for (const command of ['bulletin', 'notices']) {
      const word = at(`${command}.docx`);
      const given = [command, at('县民政局.xlsx'), '--quarter', '2023Q3', '--out', word];
      expect(yl(...given, ...settled).err).toContain('沿用“办公室考评.xlsx”中的核定1条');
      const text = () => execFileSync('unzip', ['-p', word, 'word/document.xml'], { encoding: 'utf8' });
      expect(text()).toContain('79.37%');
      yl(...given);
      expect(text()).not.toContain('79.37%');
    }
    const data = at('带核定.xlsx');
    yl('bulletin', at('县民政局.xlsx'), '--quarter', '2023Q3', '--out', at('b.docx'), '--data', data, ...settled);
    const carried = readWorkbook(fs.readFileSync(data), '带核定.xlsx').sheets.find(({ key }) => key === '核定');
    expect(carried?.rows[3]?.[3]?.text).toBe('79.37%');
    const both = yl('assess', at('县民政局.xlsx'), '--out', data, ...settled);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('请只用其中一个')]);
    const none = yl('assess', at('县民政局.xlsx'), '--settlements', at('县水务局.xlsx'));
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有核定表')]);
    for (const file of [scores, data]) fs.rmSync(file);
  });

  it('marks what is wrong in copies, and leaves the workbooks alone', () => {
    const before = fs.readFileSync(at('县水务局.xlsx'));
    const marks = at('标记');
    const files = [at('县民政局.xlsx'), at('县水务局.xlsx'), at('坏的.xlsx')];
    const { err } = yl('assess', ...files, '--marks', marks);
    expect(err).toContain(`已在“${marks}”写出`);
    expect(fs.readFileSync(at('县水务局.xlsx'))).toEqual(before);
    const parts = unzipSync(fs.readFileSync(path.join(marks, '县水务局.xlsx')));
    expect(strFromU8(parts['xl/comments1.xml'])).toMatch(/ref="D5"[^]*【考评核对】/);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'])).toMatch(/sqref="[^"]*D5[^"]*"[^]*宜良考评标记/);
    const [copy, original] = [path.join(marks, '县水务局.xlsx'), at('县水务局.xlsx')].map((file) =>
      readWorkbook(fs.readFileSync(file), ''),
    );
    expect(copy).toEqual(original);
    const refused = yl('assess', ...files, '--marks', folder);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('写入后会丢失')]);
    fs.rmSync(marks, { recursive: true });
  });

  it('explains itself in Chinese', () => {
    const { code, out } = yl('assess', '--help');
    expect(code).toBe(0);
    for (const heading of ['用法： yl assess [选项] <文件...>', '参数：', '选项：']) expect(out).toContain(heading);
    expect(yl('--help').out).not.toMatch(/Usage|Options|Commands|options/);
  });

  it('reads for a person too', () => {
    const { out } = yl('assess', at('县民政局.xlsx'));
    expect(out).toContain('县民政局');
    expect(out).toContain('承诺时限压缩比88%，在80%（含）至91%（不含）之间，得0.7分');
  });
});

describe('yl bulletin', () => {
  it('writes a Word document', () => {
    const out = at('通报.docx');
    const { code } = yl('bulletin', at('县民政局.xlsx'), at('县水务局.xlsx'), '--quarter', '2023Q3', '--out', out);
    expect(code).toBe(1);
    expect(execFileSync('unzip', ['-p', out, 'word/document.xml'], { encoding: 'utf8' })).toContain('县民政局');
  });
});

describe('yl rules', () => {
  it('shows an item with its clause, facts and readings, also as JSON', () => {
    const { out } = yl('rules', '三、5');
    for (const words of ['承诺时限压缩比', 'compress', '3.5#1', 'A48', '抽查|数据统计'])
      expect(out).toMatch(new RegExp(words));
    expect(JSON.parse(yl('rules', '3.5', '--json').out)).toMatchObject({ id: '3.5', points: 3 });
    expect(JSON.parse(yl('rules', '--json').out)).toMatchObject({ id: 'yiliang-2023' });
  });
});

describe('yl check-rules', () => {
  const rules = path.join(__dirname, '..', '..', 'src', 'rulebook', 'yiliang-2023');

  it('passes the rulebook that ships', () => {
    const { code, out } = yl('check-rules', rules);
    expect(out).toContain('全部通过');
    expect(code).toBe(0);
  });

  it('names file and line of a mistake', () => {
    const copy = at('rules');
    fs.cpSync(rules, copy, { recursive: true });
    const file = path.join(copy, 'section-8.yaml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('points: 0.3, cap: 2', 'points: 0.4, cap: 2'));
    const { code, out } = yl('check-rules', copy);
    expect(code).toBe(1);
    expect(out).toMatch(/section-8\.yaml 第\d+行：例子应得2\.7分，按规则算得2\.6分/);
  });
});
