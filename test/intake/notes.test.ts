import { Grid } from '../../src/intake/grid';
import { coverageIn, readNotes } from '../../src/intake/notes';
import { sheet } from './workbook';

const notesOf = (text: string): ReturnType<typeof readNotes> => readNotes(new Grid(sheet({ rows: [[text]] })));

describe('readNotes', () => {
  it.each([
    ['注：“/”表示不涉及。', 'notApplicable'],
    ['备注：1.保留两位小数；2.“—”为不适用', 'notApplicable'],
    ['注：“/”表示暂无数据；3.数据截至12月', 'missing'],
    ['本单位不涉及该项工作，无需填写', 'missing'],
  ])('%s: a slash is %s', (text, expected) => {
    expect(notesOf(text).slash).toBe(expected);
  });

  it('reads what empty months and zeros stand for', () => {
    expect(notesOf('注：空白为当月未汇聚，“0”为当月无办件（已报零）')).toMatchObject({
      blankMonth: 'missing',
      zeroMonth: 'reported',
    });
    expect(notesOf('说明：空白表示当月无办件，“0”表示未汇聚')).toMatchObject({
      blankMonth: 'reported',
      zeroMonth: 'missing',
    });
  });
});

describe('coverageIn', () => {
  it.each([
    ['2023年1—12月政务服务办件数据汇聚情况表', { month: 12 }],
    ['2023年1-9月份', { month: 9 }],
    ['截至2023年9月30日', { month: 9, day: 30 }],
    ['（截止日期：2023.6.30）', { month: 6, day: 30 }],
    ['办件数据汇聚月报-2023年8月', { month: 8 }],
    ['2023年上半年', { month: 6 }],
    ['前三季度情况', { month: 9 }],
    ['2022年1-12月', undefined],
    ['办件数据汇聚情况表', undefined],
  ])('%s', (text, expected) => {
    expect(coverageIn(text, 2023)).toEqual(expected);
  });
});
