import { day, found, readRows, told } from '../workbook';

const HEADING = ['会议', '应参会单位', '缺席单位'];

describe('meetings with those who were called and those who stayed away', () => {
  it('counts none for who was called and never stayed away', () => {
    const intake = readRows([
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局、县审计局', '县审计局'],
      ['二季度推进会', '县气象局、县统计局、县民政局', '无'],
      ['三季度推进会', '县气象局、县审计局、县民政局', '县审计局、县民政局'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 8.absences B3:B5': 0,
      '县统计局 8.absences B3:B4': 0,
      '县审计局 8.absences C3,C5': 2,
      '县民政局 8.absences C5': 1,
    });
    expect(found(intake)).toEqual([]);
  });

  it('reads them under a heading of units as well', () => {
    const intake = readRows([
      ['推进会点名册'],
      ['会议', '日期', '应到单位', '未到单位'],
      ['一季度推进会', day('2023-03-22'), '县气象局、县统计局、县审计局', '全部到会'],
      ['二季度推进会', day('2023-06-22'), '县气象局、县统计局、县民政局', '县统计局'],
    ]);
    expect(told(intake)).toMatchObject({ '县气象局 8.absences C3:C4': 0, '县统计局 8.absences D4': 1 });
  });

  it('reads lists of two', () => {
    const intake = readRows([
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局', '县统计局'],
      ['二季度推进会', '县气象局、县统计局', '无'],
    ]);
    expect(told(intake)).toEqual({ '县气象局 8.absences B3:B4': 0, '县统计局 8.absences C3': 1 });
  });

  it('does not count a meeting that was called off', () => {
    const intake = readRows([
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局、县审计局', '县审计局'],
      ['二季度推进会（取消）', '县气象局、县民政局、县水务局', '/'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 8.absences B3': 0,
      '县统计局 8.absences B3': 0,
      '县审计局 8.absences C3': 1,
    });
  });

  it('does not tell what a meeting leaves open', () => {
    const rows = (open: string | null) => [
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局、县审计局', '无'],
      ['二季度推进会', '县气象局、县民政局、县水务局', open],
    ];
    for (const open of [null, '待统计']) {
      expect(told(readRows(rows(open)))).toEqual({
        '县气象局 8.absences B3:B4': 'missing',
        '县统计局 8.absences B3': 0,
        '县审计局 8.absences B3': 0,
        '县民政局 8.absences B4': 'missing',
        '县水务局 8.absences B4': 'missing',
      });
    }
  });

  it('takes a blank for nobody where nothing else says so', () => {
    const intake = readRows([
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局、县审计局', '县审计局'],
      ['二季度推进会', '县气象局、县民政局、县水务局', null],
    ]);
    expect(told(intake)).toMatchObject({ '县气象局 8.absences B3:B4': 0, '县水务局 8.absences B4': 0 });
  });

  it('asks about leave, and knows nobody by a number or a group', () => {
    const leave = readRows([
      ['推进会点名册'],
      HEADING,
      ['一季度推进会', '县气象局、县统计局、县审计局', '县审计局（请假）'],
    ]);
    expect(told(leave)).toMatchObject({ '县气象局 8.absences B3': 0, '县审计局 8.absences B3': 0 });
    expect(found(leave)).toEqual(['excused-absence C3']);
    const numbers = readRows([
      ['推进会点名册'],
      ['会议', '应到单位数', '缺席单位'],
      ['一季度推进会', '21', '县审计局'],
      ['二季度推进会', '22', '无'],
    ]);
    expect(told(numbers)).toEqual({ '县审计局 8.absences C3': 1 });
  });

  it('leaves registers with a unit in each row to themselves', () => {
    const intake = readRows([
      ['推进会参会情况'],
      ['单位', '会议名称', '是否缺席'],
      ['县审计局', '一季度推进会', '是'],
      ['县气象局', '一季度推进会', '否'],
    ]);
    expect(told(intake)).toEqual({ '县审计局 8.absences C3': 1, '县气象局 8.absences C4': 0 });
  });
});
