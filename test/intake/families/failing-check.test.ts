import { item } from '../prose/items';
import { found, readRows, told } from '../workbook';

describe('a check of oneself against what costs points', () => {
  it('takes the figure, else what is said, else whether there was any', () => {
    const intake = readRows([
      ['宜良县审计局2023年扣分情形自查表'],
      ['序号', '扣分情形', '是否存在', '次数', '情况说明'],
      [1, '强制企业选择特定中介服务机构', '否', null, null],
      [2, '因中介服务被投诉、举报', '是', 2, '均已办结'],
      [3, '6月底前未报送中介服务清单', '是', null, '7月11日才报送'],
      [4, '没有明确办结时限', '是', null, null],
      [5, '监管行为数据覆盖率不达80%', '否', '81.5%', null],
      [6, '好差评数据未汇聚', '有', null, '3月、4月未汇聚'],
    ]);
    expect(told(intake)).toEqual({
      '县审计局 2.4.forced C3': 0,
      '县审计局 2.4.complaints D4': 2,
      '县审计局 2.4.list_submitted E5': '2023-07-11',
      '县审计局 2.1.limit_stated C6': false,
      '县审计局 2.3.coverage D7': 81.5,
      '县审计局 2.10.months_missing E8': 2,
    });
    expect(found(intake, 'error')).toEqual([]);
  });

  it('asks how often, where 是 is all that is said', () => {
    const intake = readRows([
      ['宜良县审计局2023年扣分情形自查表'],
      ['扣分情形', '有无此情形', '件数'],
      ['强制企业选择特定中介服务机构', '无', null],
      ['因中介服务被投诉、举报', '有', null],
      ['没有明确办结时限', '无', null],
    ]);
    expect(told(intake)).toEqual({
      '县审计局 2.4.forced B3': 0,
      '县审计局 2.4.complaints B4': 'missing',
      '县审计局 2.1.limit_stated B5': true,
    });
    expect(found(intake)).toEqual(['missing-required B4']);
  });

  it('is no form that asks whether an item is the unit’s, and no table of several units', () => {
    const of = (id: string, concerned: string, done: string | null, score: number | null) => [
      item(id).goal,
      item(id).clause,
      concerned,
      done,
      score,
    ];
    const form = readRows([
      ['填报单位：县审计局'],
      ['考核内容', '评分标准', '是否涉及', '完成情况', '自评分'],
      of('3.12', '是', '容缺受理清单已编制公布，6月9日报送', 2),
      of('3.2', '是', '全程网办率94%，零跑腿比例95%。', 1),
      of('4.1', '否', '不涉及', null),
    ]);
    expect(told(form)).toEqual({
      '县审计局 3.12.list_published D3': true,
      '县审计局 3.12.list_submitted D3': '2023-06-09',
      '县审计局 3.2.full_online D4': 94,
      '县审计局 3.2.zero_trip D4': 95,
      '县审计局 4.1.water D5': 'notApplicable',
      '县审计局 4.1.power D5': 'notApplicable',
      '县审计局 4.1.gas D5': 'notApplicable',
    });
    expect(form.selfScores.map(({ item: id }) => id)).toEqual(['3.12', '3.2']);
    const units = readRows([
      ['2023年扣分情形核查表'],
      ['序号', '单位', '扣分情形', '是否存在', '次数'],
      [1, '县水务局', '强制企业选择特定中介服务机构', '否', 0],
      [2, '县民政局', '因中介服务被投诉、举报', '是', 2],
      [3, '县司法局', '好差评数据未汇聚', '是', 1],
    ]);
    expect(new Set(units.claims.map(({ unit }) => unit)).size).not.toBe(1);
  });
});
