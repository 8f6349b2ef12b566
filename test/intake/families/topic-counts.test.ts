import { found, readRows, told } from '../workbook';

describe('cases by topic', () => {
  it('counts the topics of each group that have fewer than four cases, units across', () => {
    const intake = readRows([
      ['“一件事一次办”主题办理量（2023年）'],
      ['序号', '主题', '县民政局', '县人社局', '合计'],
      ['一、省级主题'],
      [1, '公民婚育', 3, '/', 3],
      [2, '企业职工退休', '/', 12, 12],
      [3, '公民身后', 4, 0, 4],
      ['', '省级小计', 7, 12, 19],
      ['二、市级主题'],
      [1, '员工录用', '/', 3, 3],
      [2, '残疾人服务', 9, '/', 9],
      ['', '线下是否纳入综合窗口统一受理', '是', '否', ''],
    ]);
    expect(told(intake)).toEqual({
      '县民政局 3.4.prov_topics_short C4:C6': 1,
      '县人社局 3.4.prov_topics_short D4:D6': 1,
      '县民政局 3.4.city_topics_short C9:C10': 0,
      '县人社局 3.4.city_topics_short D9:D10': 1,
      '县民政局 3.4.offline_windows C11': true,
      '县人社局 3.4.offline_windows D11': false,
    });
  });

  it('reads a row per unit under the groups, and leaves open what a blank may be', () => {
    const intake = readRows(
      [
        ['2023年一件事主题办件情况'],
        ['单位', '省级主题', null, '市级主题', null],
        [null, '新生儿出生', '灵活就业', '员工录用', '开办药店'],
        ['县卫健局', 21, '/', '/', 2],
        ['县人社局', '/', 1, null, '/'],
        ['狗街镇', 4, 0, '/', '/'],
      ],
      { merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
    );
    expect(told(intake)).toMatchObject({
      '县卫健局 3.4.prov_topics_short B4:C4': 0,
      '县卫健局 3.4.city_topics_short D4:E4': 1,
      '县人社局 3.4.prov_topics_short B5:C5': 1,
      '狗街镇 3.4.prov_topics_short B6:C6': 1,
    });
    expect(intake.claims.filter(({ unit, fact }) => unit === '狗街镇' && fact === 'city_topics_short')).toEqual([]);
  });

  it('reads a row per topic with the unit that leads it, and its cases of the whole year', () => {
    const intake = readRows(
      [
        ['一件事主题办理量台账'],
        ['级别', '主题', '牵头单位', '上半年', '全年'],
        ['省级', '公民婚育', '县民政局', 3, 5],
        [null, '公民身后', '县民政局', 1, 2],
        [null, '企业职工退休', '县人社局', 0, '/'],
        ['市级', '员工录用', '县人社局', 2, 3],
        [null, '残疾人服务', '县残联', 4, null],
        ['合计', null, null, 10, 10],
      ],
      { merges: ['A3:A5', 'A6:A7'] },
    );
    expect(told(intake)).toEqual({
      '县民政局 3.4.prov_topics_short E3:E4': 1,
      '县人社局 3.4.city_topics_short E6': 1,
    });
  });

  it('leaves other tables of topics alone', () => {
    const intake = readRows([
      ['“一件事一次办”主题清单'],
      ['序号', '主题', '县民政局', '县人社局'],
      [1, '公民婚育', '牵头', '配合'],
      [2, '企业职工退休', '配合', '牵头'],
    ]);
    expect(told(intake)).toEqual({});
    expect(found(intake).some((one) => one.includes('topics_short'))).toBe(false);
  });
});

it('reads what stands beside the topics of a unit', () => {
  const intake = readRows(
    [
      ['一件事主题办理量'],
      ['单位', '省级主题', null, '不足4件的主题数', null, '是否纳入综合窗口'],
      [null, '公民婚育', '灵活就业', '省级', '市级', null],
      ['县民政局', 12, 3, 1, '—', '是'],
      ['县人社局', '—', 9, 0, '—', '否'],
      ['县残联', 4, 5, 0, '—', '是'],
    ],
    { merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'] },
  );
  expect(told(intake)).toMatchObject({
    '县民政局 3.4.prov_topics_short B4:C4': 1,
    '县民政局 3.4.offline_windows F4': true,
    '县人社局 3.4.offline_windows F5': false,
  });
  expect(found(intake, 'error')).toEqual([]);
});
