import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bulletinCommand, noticesCommand } from '../../src/cli/bulletin-command';
import { assessCommand } from '../../src/cli/assess-command';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';
import { openWord, textsInOrder } from './word-xml';

jest.setTimeout(60_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-bulletin-'));
const at = (name: string) => path.join(folder, name);
const bytes = (name: string) => new Uint8Array(fs.readFileSync(at(name)));
const text = (name: string) => textsInOrder(openWord(bytes(name)).xml('word/document.xml')).join('\n');
let printed = '';
let warned = '';

/** A department's sheet with two facts of 三、5. */
async function workbook(name: string, compress: string): Promise<string> {
  const rows = [
    ['单位', '承诺时限压缩比', '即办件比例', '平均跑动次数'],
    ['县民政局', compress, '76%', '0.03'],
    ['县水务局', '92%', '80%', '0.03'],
  ];
  const cells = rows.flatMap((row, r) => row.map((value, c) => ({ row: r, column: c, value })));
  fs.writeFileSync(at(name), await writeWorkbook({ sheets: [{ name: '指标', cells }] }));
  return at(name);
}

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    warned += String(chunk);
    return true;
  });
});
beforeEach(() => {
  printed = warned = '';
});
afterAll(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

const issue = { date: '2023-10-16', quarter: '2023Q3' };

describe('yl bulletin', () => {
  it('takes the quarter before from JSON and from a score workbook alike', async () => {
    const [before, now] = [await workbook('三季度.xlsx', '79%'), await workbook('四季度.xlsx', '92%')];
    await assessCommand([before], { quarter: '2023Q3', out: at('得分.xlsx'), json: true });
    fs.writeFileSync(at('得分.json'), printed);
    for (const previous of ['得分.json', '得分.xlsx']) {
      const quarter = '2023Q4';
      await bulletinCommand([now], { ...issue, quarter, previous: at(previous), out: at(`${previous}.docx`) });
      expect(text(`${previous}.docx`)).toMatch(/2023年第三季度失分问题共1项次，涉及1个单位。经复查，已解决。/);
      expect(text(`${previous}.docx`)).toContain('与2023年第三季度相比，没有新增失分问题。');
    }
    expect(text('得分.json.docx')).toBe(text('得分.xlsx.docx'));
  });

  it('takes the quarter before from the workbook that is assessed, and keeps it when scores are written over', async () => {
    const before = await workbook('二.xlsx', '79%');
    const out = at('年度.xlsx');
    await assessCommand([before], { quarter: '2023Q2', out });
    const now = await workbook('三.xlsx', '92%');
    await assessCommand([now], { quarter: '2023Q3', out });
    await assessCommand([now], { quarter: '2023Q3', out });
    const kept = ['得分表', '考评数据', '口径'].map((title) => `${title}2023年第二季度`);
    const names = readWorkbook(bytes('年度.xlsx'), '年度.xlsx').sheets.map(({ name }) => name);
    expect(names.filter((name) => name.endsWith('季度'))).toEqual(kept);
    await bulletinCommand([now, out], { ...issue, previous: out, out: at('比.docx') });
    expect(text('比.docx')).toContain('平均已确定得分由17.25分升至17.5分');
    expect(text('比.docx')).toContain('与2023年第二季度相比');
  });

  it('writes the figures behind the text beside the scores', async () => {
    const now = await workbook('数据.xlsx', '79%');
    await bulletinCommand([now], { ...issue, out: at('通报.docx'), data: at('通报数据.xlsx') });
    const { sheets } = readWorkbook(bytes('通报数据.xlsx'), '通报数据.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual([
      '得分表',
      '考评数据',
      '检查结果',
      '口径',
      '核定',
      '通报',
      '通报数据',
    ]);
    expect(sheets[6].rowCount).toBeGreaterThan(100);
  });

  it('says so when the issue is dated before the data end, and writes it all the same', async () => {
    const now = await workbook('早.xlsx', '79%');
    await bulletinCommand([now], { ...issue, out: at('按时.docx') });
    expect(warned).toBe('');
    await bulletinCommand([now], { ...issue, date: '2023-09-28', out: at('早.docx') });
    expect(warned).toMatch(/^成文日期2023年9月28日早于考评数据的截至日期2023年9月30日，/);
    expect(text('早.docx')).toContain('2023年9月28日');
  });

  it.each([
    [{ template: '没有.docx' }, /--template指定的文件“.*没有.docx”打不开/],
    [{ template: '坏.xlsx' }, /模板不是Word文档/],
    [{ previous: '没有.json' }, /--previous指定的文件“.*没有.json”打不开/],
    [{ previous: '坏.xlsx' }, /“坏.xlsx”中没有得分表/],
    [{ date: '十月' }, /成文日期“十月”不是有效日期/],
    [{ quarter: undefined }, /缺少选项--quarter/],
  ])('refuses %j as a wrong call', async (options: { [option: string]: string | undefined }, message) => {
    const now = await workbook('坏.xlsx', '79%');
    const given = Object.fromEntries(
      Object.entries(options).map(([name, value]) => [name, /\.\w+$/.test(value ?? '') ? at(value!) : value]),
    );
    const call = bulletinCommand([now], { ...issue, ...given, out: at('不写.docx') });
    await expect(call).rejects.toMatchObject({ code: 2, message: expect.stringMatching(message) });
    expect(fs.existsSync(at('不写.docx'))).toBe(false);
  });
});

describe('yl notices', () => {
  it('writes one for each unit', async () => {
    const now = await workbook('告知.xlsx', '79%');
    await noticesCommand([now], { ...issue, out: at('告知单.docx') });
    expect(printed).toBe(`扣分告知单已写入${at('告知单.docx')}，共2份。\n`);
    expect(text('告知单.docx')).toMatch(/县民政局：[\s\S]*承诺时限压缩比79%[\s\S]*县水务局：/);
  });

  it('ends when no unit is named', async () => {
    fs.writeFileSync(at('空.xlsx'), await writeWorkbook({ sheets: [{ name: '空', cells: [] }] }));
    await expect(noticesCommand([at('空.xlsx')], { ...issue, out: at('无.docx') })).rejects.toMatchObject({ code: 3 });
  });
});
