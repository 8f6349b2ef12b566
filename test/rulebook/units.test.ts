import rulebook from '../../src/rulebook/default';
import { findUnit, nearestUnits, unitsNamedIn } from '../../src/rulebook/units';

describe('findUnit', () => {
  it.each([
    ['县发改局', '县发改局'],
    ['宜良县发展和改革局', '县发改局'],
    [' 县 发 改 局 ', '县发改局'],
    ['发展和改革局', '县发改局'],
    ['国家税务总局宜良县税务局', '县税务局'],
    ['县应急局（县防震减灾局）', '县应急局(县防震减灾局)'],
    ['县应急局', '县应急局(县防震减灾局)'],
    ['县防震减灾局', '县防震减灾局'],
    ['宜良县公安局', '县公安局'],
    ['县卫生健康局（盖章）', '县卫健局'],
    ['匡远街道办事处', '匡远街道'],
    ['中共宜良县委宣传部', '县委宣传部'],
    ['云南省昆明市宜良县水务局', '县水务局'],
    ['县民政局（本级）', '县民政局'],
    ['县民政局(含下属单位)', '县民政局'],
    ['县民政局(机关)(章)', '县民政局'],
  ])('knows %s', (written, canonical) => {
    expect(findUnit(rulebook, written)?.name).toBe(canonical);
  });

  it.each(['', '县', '局', '县旅游集散中心', '合计', '__proto__', 'constructor', '昆明市发改委'])(
    'does not guess at %p',
    (written) => {
      expect(findUnit(rulebook, written)).toBeUndefined();
    },
  );

  it('finds every canonical name and every variant, each for its own unit', () => {
    for (const unit of rulebook.units) {
      for (const name of [unit.name, ...unit.variants])
        expect([name, findUnit(rulebook, name)?.name]).toEqual([name, unit.name]);
    }
  });
});

it('is not held up by brackets that nothing closes', () => {
  for (const open of ['（', '（含'])
    expect(findUnit(rulebook, `县民政局（本级）${open.repeat(60_000 / open.length)}`)).toBeUndefined();
  expect(findUnit(rulebook, '县应急局（县防震减灾局')).toBeUndefined();
});

describe('nearestUnits', () => {
  it('names those that look alike, nearest first', () => {
    expect(nearestUnits(rulebook, '县农业农业局')[0]?.name).toBe('县农业农村局');
    expect(nearestUnits(rulebook, '县卫生建康局').map(({ name }) => name)).toContain('县卫健局');
    expect(nearestUnits(rulebook, 'abc')).toEqual([]);
    expect(nearestUnits(rulebook, '县局')).toEqual([]);
    expect(nearestUnits(rulebook, '县交通水利运输民政局').length).toBeLessThanOrEqual(3);
    expect(nearestUnits(rulebook, '县城市管理综合执法局')[0]?.name).toBe('县城管局');
  });
});

describe('unitsNamedIn', () => {
  it('finds units within titles, the longer name before the shorter in it', () => {
    expect(unitsNamedIn(rulebook, '宜良县发展和改革局2023年度自评表').map(({ name }) => name)).toEqual(['县发改局']);
    expect(unitsNamedIn(rulebook, '政务服务考评自评表')).toEqual([]);
    const two = '县残联、县 民 政 局和县残疾人联合会';
    expect(
      unitsNamedIn(rulebook, two)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['县残联', '县民政局'].sort());
    // Two characters are too common without the county before them.
    expect(unitsNamedIn(rulebook, '残联工作')).toEqual([]);
  });
});
