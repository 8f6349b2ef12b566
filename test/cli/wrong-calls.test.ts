import fs from 'node:fs';
import path from 'node:path';
import { indicatorList, makeWorkbook } from './make-workbook';
import { buildCli, temporaryFolder, yl } from './yl';

const folder = temporaryFolder();
const at = (name: string) => path.join(folder, name);
const source = at('县民政局.xlsx');
const assess = (...more: string[]) => yl('assess', source, ...more);

beforeAll(async () => {
  buildCli();
  await makeWorkbook(source, { 指标: indicatorList('县民政局', '88%', '76%', 0.03) });
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('an option', () => {
  test.each(['--quarter', '--as-of', '--unit', '--readings', '--mapping', '--settlements', '--out', '--marks'])(
    '%s is not left out in silence when what it is given is empty, nor takes the next option for its value',
    (option) => {
      for (const value of ['', ' ', '--json']) {
        const { code, out, err } = assess(option, value);
        expect([code, out]).toEqual([2, '']);
        expect(err).toMatch(value === '--json' ? `选项${option}后面缺少内容` : `选项${option}后面的内容是空的`);
      }
    },
  );

  test('that is written twice is refused: nobody knows which is meant', () => {
    const { code, err } = assess('--quarter', '2023Q1', '--quarter', '2023Q2');
    expect([code, err]).toEqual([2, '选项--quarter写了不止一次，请只写一个。\n']);
  });
});

test('a file whose name begins like an option is told how to be written', async () => {
  await makeWorkbook(at('-县水务局.xlsx'), { 指标: indicatorList('县水务局', '88%', '76%', 0.03) });
  const here = process.cwd();
  process.chdir(folder);
  try {
    expect(yl('assess', '-县水务局.xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('加“./”') });
    expect(yl('assess', './-县水务局.xlsx', '--json').code).toBe(0);
    expect(yl('assess', '--json', '--', '-县水务局.xlsx').code).toBe(0);
  } finally {
    process.chdir(here);
    fs.rmSync(at('-县水务局.xlsx'));
  }
});

test.each([
  ['A05: __proto__', '没有选项'],
  ['A05: constructor', '没有选项'],
  ['A05: [1]', '没有选项'],
  ['A05: 9', '没有选项'],
  ['__proto__: 1', '不是可选的口径编号'],
])('a readings file that says %s is refused', (text, words) => {
  fs.writeFileSync(at('口径.yaml'), text);
  const { code, err } = assess('--readings', at('口径.yaml'));
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test('a mapping to what the rules do not have is refused, not taken for a column to leave out', () => {
  fs.writeFileSync(at('栏目.yaml'), '"承诺时限压缩比": {item: "3.5", fact: compres}\n');
  const { code, err } = assess('--mapping', at('栏目.yaml'));
  expect([code, err]).toEqual([2, expect.stringContaining('“3.5 compres”不是细则中的条目和指标')]);
});

test('files that options name are read in the encodings of editors and shells of Windows', () => {
  const text = '# 口径\nA05: 2\n';
  const gbk = Buffer.from([0x23, 0x20, 0xbf, 0xda, 0xbe, 0xb6, 0x0a, ...Buffer.from('A05: 2\n')]);
  for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), gbk]) {
    fs.writeFileSync(at('口径.yaml'), bytes);
    expect(JSON.parse(assess('--readings', at('口径.yaml'), '--json').out).readings).toMatchObject({ A05: 2 });
  }
});

test('the lock file of an open workbook is told apart from a spoilt workbook', () => {
  fs.writeFileSync(at('~$县民政局.xlsx'), 'lock');
  const { code, out } = yl('assess', at('~$县民政局.xlsx'), source, '--json');
  fs.rmSync(at('~$县民政局.xlsx'));
  expect(code).toBe(0);
  expect(JSON.parse(out).files[0]).toMatchObject({ status: 'unreadable', reason: expect.stringContaining('临时文件') });
});

test('a folder is looked through once whatever links lie in it, and a workbook under two names is read once', () => {
  const deep = at('报送/一/二');
  fs.mkdirSync(deep, { recursive: true });
  fs.copyFileSync(source, path.join(deep, '县民政局.xlsx'));
  fs.symlinkSync(at('报送'), path.join(deep, '回头'));
  fs.symlinkSync(path.join(deep, '县民政局.xlsx'), at('报送/快捷.xlsx'));
  fs.symlinkSync(at('没有'), at('报送/断.xlsx'));
  const { code, out } = yl('assess', at('报送'), '--json');
  fs.rmSync(at('报送'), { recursive: true });
  expect(code).toBe(0);
  expect(JSON.parse(out).files).toMatchObject([{ status: 'read' }]);
});
