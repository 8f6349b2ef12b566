import fs from 'node:fs';
import path from 'node:path';
import { makeWorkbook } from './make-workbook';
import { temporaryFolder, yl } from './yl';

const folder = temporaryFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What steers a terminal, turns text round, hides, or passes for a line of ours. */
const STEER = '\u009b2J\u007f\u202e\u2066\u200f\u061c\u2028甲\n检查没有发现问题。\r乙\u001b[31m';
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

test('texts of a workbook, its name and that of its sheets steer no terminal and add no line', async () => {
  const file = path.join(folder, `\u001b[2J\u202e县水务局\n检查没有发现问题。.xlsx`);
  await makeWorkbook(file, {
    [`指标\u202e\u009b`]: [
      ['2023年度政务服务指标数据表'],
      ['填报单位：宜良县水务局'],
      ['序号', '指标名称', '计量单位', '数值', '备注'],
      [1, '承诺时限压缩比', '%', `88%${STEER}`, STEER],
      [2, `即办件比例`, '%', '102%', null],
      [3, `群众满意率${STEER}`, '%', '98%', null],
    ],
  });
  fs.writeFileSync(path.join(folder, '坏\u009b\u202e\n没有问题.xlsx'), 'no workbook');
  const word = path.join(folder, '通报.docx');
  const runs = [
    yl('assess', folder),
    yl('assess', folder, '--json'),
    yl('assess', folder, '--marks', path.join(folder, '标\u202e记')),
    yl('bulletin', folder, '--quarter', '2023Q3', '--out', word),
    yl('assess', file, '--unit', `县\u001b[2J\u202e`),
    yl('assess', file, '--quarter', `2023\u001b[2J`),
  ];
  for (const { out, err } of runs) {
    expect(STEERING.exec(out)).toBeNull();
    expect(STEERING.exec(err)).toBeNull();
    expect(out).not.toMatch(/^检查没有发现问题。|^没有问题/m);
  }
  expect(runs[0].out).toContain('102%');
  const names = JSON.parse(runs[1].out).files.map((each: { file: string }) => each.file);
  expect(names).toContain(path.basename(file));
});
