import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import fs from 'node:fs';
import path from 'node:path';
import { indicatorList, makeWorkbook } from './make-workbook';
import { buildCli, temporaryFolder, yl } from './yl';

const folder = temporaryFolder();
const at = (name: string) => path.join(folder, name);
const source = at('县水务局.xlsx');
const QUARTER = ['--quarter', '2023Q3'];

beforeAll(async () => {
  buildCli();
  await makeWorkbook(source, { 指标: indicatorList('宜良县水务局', '92%', '102%', 0.08) });
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What lies in the folder, byte for byte. */
const inside = () =>
  fs.readdirSync(folder).map((name) => [name, fs.statSync(at(name)).isFile() && fs.readFileSync(at(name))]);

/** Runs yl where no file may grow beyond so many KiB, as on a full disk. */
function withinRoom(kibibytes: number, ...args: string[]) {
  const script = `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$0" "$@"`;
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, buildCli(), ...args], {
    encoding: 'utf8',
  });
  return { code: status, err: stderr };
}

describe('no result takes the place of what the call reads', () => {
  test.each(['bulletin', 'notices'])('yl %s leaves workbooks, and files that options name, as they are', (command) => {
    fs.writeFileSync(at('口径.docx'), 'A05: 3\n');
    fs.linkSync(source, at('也是.xlsx'));
    fs.symlinkSync(source, at('快捷.docx'));
    fs.copyFileSync(source, at('改名.docx'));
    const before = inside();
    for (const [inputs, out] of [
      [source, source],
      [folder, source],
      [source, at('快捷.docx')],
      [at('改名.docx'), at('改名.docx')],
    ]) {
      const { code, err } = yl(command, inputs, ...QUARTER, '--out', out);
      expect([code, err]).toEqual([2, expect.stringMatching(/^--out指定的“.*(是这次要读取的文件|应以\.docx结尾)/)]);
    }
    const readings = ['--readings', at('口径.docx'), '--out', at('口径.docx')];
    expect(yl(command, source, ...QUARTER, ...readings).code).toBe(2);
    expect(inside()).toEqual(before);
    for (const name of ['口径.docx', '也是.xlsx', '快捷.docx', '改名.docx']) fs.rmSync(at(name));
  });

  test('nor the template and the workbook of the data', () => {
    const template = at('模板.docx');
    fs.copyFileSync(path.join(__dirname, '../../assets/bulletin/通报模板.docx'), template);
    const before = inside();
    const call = ['bulletin', source, ...QUARTER];
    expect(yl(...call, '--template', template, '--out', template).code).toBe(2);
    expect(yl(...call, '--out', at('x.docx'), '--data', at('x.docx')).code).toBe(2);
    expect(yl(...call, '--out', at('x.docx'), '--data', source).code).toBe(2);
    expect(inside()).toEqual(before);
    fs.rmSync(template);
  });
});

test('a result is refused where its name says another thing, or its folder is not there, before any work is done', () => {
  const before = inside();
  for (const [out, words] of [
    [at('考评.docx'), '应以.xlsx结尾'],
    [at('考评'), '应以.xlsx结尾'],
    [at('考评.xls'), '应以.xlsx结尾'],
    [folder, '是文件夹'],
    [at('没有/考评.xlsx'), '没有文件夹'],
    [path.join(source, '考评.xlsx'), '没有文件夹'],
    [at(`${'考'.repeat(100)}.xlsx`), '结果写不到'],
  ]) {
    expect(yl('assess', source, '--out', out)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  }
  expect(inside()).toEqual(before);
});

test('a name as long as names can be is no hindrance', () => {
  const out = at(`${'考'.repeat(80)}.xlsx`);
  expect(yl('assess', source, '--out', out)).toMatchObject({ code: 1, err: '' });
  fs.rmSync(out);
});

test('a link stays a link, and who may read a result stays so', () => {
  fs.mkdirSync(at('存'));
  const [real, link] = [at('存/考评.xlsx'), at('考评.xlsx')];
  expect(yl('assess', source, '--out', real).code).toBe(1);
  fs.chmodSync(real, 0o600);
  fs.symlinkSync(real, link);
  const before = fs.readFileSync(real);
  expect(yl('assess', source, ...QUARTER, '--out', link).code).toBe(1);
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(fs.readFileSync(real)).not.toEqual(before);
  expect(fs.statSync(real).mode & 0o777).toBe(0o600);
  fs.rmSync(link);
  fs.rmSync(at('存'), { recursive: true });
});

test('where there is no room for a result, the old one and nothing else is left', () => {
  const out = at('考评.xlsx');
  expect(yl('assess', source, '--out', out).code).toBe(1);
  const before = inside();
  const { code, err } = withinRoom(4, 'assess', source, ...QUARTER, '--out', out);
  expect([code, err]).toEqual([2, expect.stringContaining('原有文件没有改动')]);
  expect(inside()).toEqual(before);
  fs.rmSync(out);
});

test('where there is room for one of two results only, both stay as they were', () => {
  const results = ['--out', at('通报.docx'), '--data', at('考评.xlsx')];
  expect(yl('bulletin', source, '--quarter', '2023Q2', ...results).code).toBe(1);
  const before = inside();
  const sizes = ['通报.docx', '考评.xlsx'].map((name) => fs.statSync(at(name)).size / 1024);
  expect(Math.abs(sizes[0] - sizes[1])).toBeGreaterThan(2);
  const { code, err } = withinRoom(Math.round((sizes[0] + sizes[1]) / 2), 'bulletin', source, ...QUARTER, ...results);
  expect([code, err]).toEqual([2, expect.stringContaining('原有文件没有改动')]);
  expect(inside()).toEqual(before);
  for (const name of ['通报.docx', '考评.xlsx']) fs.rmSync(at(name));
});

describe('marked copies', () => {
  const marks = at('标记');
  const copy = path.join(marks, '县水务局.xlsx');
  const mark = () => yl('assess', source, '--marks', marks);
  afterEach(() => fs.rmSync(marks, { recursive: true, force: true }));

  test('take the place of an earlier copy, not of one that somebody has worked in, nor of another file', async () => {
    expect(mark().err).toContain('写出1个工作簿的副本');
    expect(mark().err).toContain('写出1个工作簿的副本');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(copy);
    book.worksheets[0].getCell('D5').value = '82%';
    await book.xlsx.writeFile(copy);
    for (const content of [fs.readFileSync(copy), Buffer.from('别的文件')]) {
      fs.writeFileSync(copy, content);
      const { err } = mark();
      expect(err).toContain('没有标记“县水务局.xlsx”：已有');
      expect(err).toContain('写出0个工作簿的副本');
      expect(fs.readFileSync(copy)).toEqual(content);
    }
  });

  test('leave the earlier copy when there is no room for the new one', () => {
    mark();
    const before = fs.readFileSync(copy);
    const { err } = withinRoom(1, 'assess', source, '--marks', marks);
    expect(err).toContain('没有标记“县水务局.xlsx”：结果写不到');
    expect(fs.readdirSync(marks)).toEqual(['县水务局.xlsx']);
    expect(fs.readFileSync(copy)).toEqual(before);
  });
});

(fs.existsSync('/dev/full') ? test : test.skip)(
  'standard output that is full or closed is told of in Chinese, without a trace of the program',
  () => {
    const run = (redirection: string) =>
      spawnSync('bash', ['-c', `"$0" "$@" ${redirection}`, process.execPath, buildCli(), 'assess', source, '--json'], {
        encoding: 'utf8',
      });
    const full = run('> /dev/full');
    expect([full.status, full.stderr]).toEqual([2, '结果没有输出完，可能磁盘已满。请检查后重试。\n']);
    expect(run('| head -c 1').stderr).toBe('');
  },
);

test('a rulebook folder with a file that cannot be opened is told of in a sentence', () => {
  fs.mkdirSync(at('细则/units.yaml'), { recursive: true });
  expect(yl('check-rules', at('细则'))).toMatchObject({ code: 2, err: expect.stringContaining('打不开') });
  fs.rmSync(at('细则'), { recursive: true });
});

test('where nothing could be read, nothing is said to be in order', () => {
  const { code, out } = yl('assess', at('没有.xlsx'));
  expect(code).toBe(3);
  expect(out).not.toContain('没有发现问题');
});
