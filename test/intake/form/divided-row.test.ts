import { item } from '../prose/items';
import { found, readRows, told, type Written } from '../workbook';

const form = (rows: Written[][], merges: string[] = []) =>
  readRows([['填报单位：县交运局'], ['考核内容', '评分标准', '完成情况', '自评分'], ...rows], { merges });
const row = (id: string, done: string | null, score = 1): Written[] => [item(id).goal, item(id).clause, done, score];
const other = row('2.3', '检查实施清单完善率100%，监管行为数据覆盖率83%', 2);
const own = '全程网办率94%，零跑腿比例95%。';
const strays = '线上线下同标准办理，抽查未发现差别办理，没有差别办理投诉。办件数据每月均已汇聚上传。';

describe('what a report on one item says of another', () => {
  it('is taken where the form has no row for that, and told', () => {
    const intake = form([row('3.2', own + strays), other]);
    expect(told(intake)).toEqual({
      '县交运局 3.2.full_online C3': 94,
      '县交运局 3.2.zero_trip C3': 95,
      '县交运局 2.9.findings C3': 0,
      '县交运局 2.9.complaints C3': 0,
      '县交运局 5.2.months_missing C3': 0,
      '县交运局 2.3.list_rate C4': 100,
      '县交运局 2.3.coverage C4': 83,
    });
    const [finding] = intake.findings.filter(({ code }) => code === 'divided-by-words');
    expect(finding?.source?.cell).toBe('C3');
    for (const { number } of ['3.2', '2.9', '5.2'].map(item)) expect(finding?.message).toContain(number);
  });

  it('is left to the rows that the items have, be they filled in or not', () => {
    const intake = form([row('3.2', own + strays), row('2.9', null), row('5.2', '缺2个月', 2)]);
    expect(told(intake)).toEqual({
      '县交运局 3.2.full_online C3': 94,
      '县交运局 3.2.zero_trip C3': 95,
      '县交运局 2.9.findings C4': 'missing',
      '县交运局 2.9.complaints C4': 'missing',
      '县交运局 5.2.months_missing C5': 2,
    });
    expect(found(intake)).not.toContain('divided-by-words C3');
  });

  it('is told once of a cell that reaches over several rows', () => {
    const [first, second] = item('3.2').criteria.map(({ clause }) => clause);
    const intake = form(
      [[item('3.2').goal, first, own + strays, 1], [null, second, null, null], other],
      ['A3:A4', 'C3:C4', 'D3:D4'],
    );
    expect(intake.claims.filter(({ item: id }) => id === '5.2')).toHaveLength(1);
    expect(found(intake).filter((one) => one.startsWith('divided-by-words'))).toEqual(['divided-by-words C3']);
  });

  it('is nothing where it tells of plans, another year or a wider area', () => {
    for (const words of [
      '力争好差评评价覆盖率达到95%。',
      '上年好差评评价覆盖率70%。',
      '全市好差评评价覆盖率达到92%。',
      '全县好差评评价覆盖率达到92%。',
    ]) {
      const intake = form([row('3.2', `${own}全程网办事项均已在平台配置到位。${words}`), other]);
      expect(intake.claims.filter(({ item: id }) => id === '2.10')).toEqual([]);
    }
    expect(
      told(form([row('3.2', `${own}全程网办事项均已在平台配置到位。好差评评价覆盖率达到92%。`), other])),
    ).toMatchObject({
      '县交运局 2.10.coverage C3': 92,
    });
  });

  it('is nothing in what is claimed for a bonus', () => {
    const merits = `新增e办通服务点位2个；“一窗通办”经验做法被人民日报正面报道1次，好差评评价覆盖率93%的做法被省政府简报刊发1次。`;
    const intake = form([row('3.2', own), row('9', merits, 2)]);
    expect(intake.claims.filter(({ item: id }) => id === '2.10' || id === '3.1')).toEqual([]);
  });
});
