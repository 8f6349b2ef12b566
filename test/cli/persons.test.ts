import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assessCommand } from '../../src/cli/assess-command';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { makeWorkbook } from './make-workbook';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-persons-'));
let printed = '';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
});
afterAll(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

/** Persons in prose beside figures, in the place of a figure, and in a heading. */
const SHEETS = {
  自评: [
    ['县民政局2023年第三季度考评自评表'],
    ['序号', '考评内容', '完成情况', '自评得分', '联系人：赵小丽13711112222'],
    [
      '三、5',
      '深化推进“马上办好”',
      '承诺时限压缩比92%，即办件比例76%，平均跑动次数0.03次。填报人：张三 13800000000',
      3,
      '',
    ],
  ],
  指标: [
    ['填报单位：县水务局'],
    ['序号', '指标名称', '计量单位', '数值', '备注'],
    [1, '承诺时限压缩比', '%', '王小明', null],
    [2, '即办件比例', '%', '76%（联系电话0871-67591234）', null],
  ],
};
const PERSONS = /张三|赵小丽|王小明|13[78]\d{8}|67591234/;

it('puts names and telephone numbers of persons into no list and no export', async () => {
  const source = await makeWorkbook(path.join(folder, '数据.xlsx'), SHEETS);
  const out = path.join(folder, '考评.xlsx');
  for (const json of [true, false]) {
    printed = '';
    await assessCommand([source], { quarter: '2023Q3', json, ...(json && { out }) });
    expect(printed).toContain('县水务局');
    expect(printed).not.toMatch(PERSONS);
  }
  const { sheets } = readWorkbook(new Uint8Array(fs.readFileSync(out)), '考评.xlsx');
  const texts = sheets.flatMap(({ rows }) => rows.flatMap((row) => (row ?? []).map((cell) => cell?.text ?? '')));
  expect(texts.join('\n')).toContain('承诺时限压缩比92%');
  expect(texts.filter((text) => PERSONS.test(text))).toEqual([]);
});
