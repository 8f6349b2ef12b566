import rulebook from '../../src/rulebook/default';
import { itemsOf } from '../../src/rulebook/rules';
import { error, ExcelError, yl } from './excel';

const items = itemsOf(rulebook);
const FACTS = [['88%', '76%', 0.03]];

describe('SCORE and BOUNDS', () => {
  test('points are rounded once, half up, to 0.01', () => {
    expect(yl('SCORE', '1.3', 2.345)).toBe(2.35);
    expect(yl('SCORE', '1.3', 1.005)).toBe(1.01);
    expect(yl('SCORE', '1.3', 2.344999)).toBe(2.34);
    // 2 points over 3 systems: two thirds, and one third.
    expect(yl('SCORE', '5.1', [[3, 2]], [['A61', 3]])).toBe(1.33);
    expect(yl('SCORE', '5.1', [[3, 1]], [['A61', 3]])).toBe(0.67);
  });

  test('ten times a tenth is one', () => {
    expect(yl('SCORE', '3.10', [[4, 6]])).toBe(1);
    expect(yl('SCORE', '1.1.2', [[3, 0]])).toBe(1.7);
  });

  test('bounds are what the known facts leave possible, and meet when all are known', () => {
    expect(yl('BOUNDS', '3.5')).toEqual([[0, 3]]);
    expect(yl('BOUNDS', '3.5', '88%')).toEqual([[0.7, 2.7]]);
    expect(yl('BOUNDS', '3.5', [['trips', 0.2]])).toEqual([[0, 2]]);
    expect(yl('BOUNDS', '3.5', FACTS)).toEqual([[2.7, 2.7]]);
    expect(yl('BOUNDS', '10', [['D1', 1]])).toEqual([[5, 5]]);
  });
});

describe('EXPLAIN and TRACE', () => {
  test('the explanation names the item, its points, and each criterion with values and points', () => {
    const text = yl('EXPLAIN', '3.5', FACTS);
    expect(text).toContain('得2.7分');
    for (const part of ['88%', '0.7分', '76%', '得1分', '0.03', '80%', '91%']) expect(text).toContain(part);
    for (const { id } of items.find(({ id }) => id === '3.5')!.criteria) expect(text).toContain(id);
  });

  test('the trace has a row per criterion: id, effect, reason, clause', () => {
    const rows = yl('TRACE', '3.5', FACTS) as [string, number, string, string][];
    const { criteria } = items.find(({ id }) => id === '3.5')!;
    expect(rows.map(([id]) => id)).toEqual(criteria.map(({ id }) => id));
    expect(rows.map(([, effect]) => effect)).toEqual([0.7, 1, 1]);
    expect(rows.map(([, , , clause]) => clause)).toEqual(criteria.map(({ clause }) => clause));
    for (const [index, value] of ['88%', '76%', '0.03'].entries()) expect(rows[index][2]).toContain(value);
  });

  test('what is lost is below 0', () => {
    const rows = yl('TRACE', '2.10', [['79.99%', 2]]) as [string, number, string, string][];
    expect(rows.map(([, effect]) => effect)).toEqual([-1, -0.4]);
  });
});

describe('IMPROVE', () => {
  test('a row per fact, best first: fact, from, to, points gained', () => {
    expect(yl('IMPROVE', '3.5', [['59%', '74.5%', 0.06]])).toEqual([
      ['平均跑动次数', 0.06, 0.05, 1],
      ['承诺时限压缩比', '59%', '60%', 0.5],
      ['即办件比例', '74.5%', '75%', 0.5],
    ]);
  });

  test('what it proposes, scores what it says', () => {
    const before = yl('SCORE', '2.10', [['79.99%', 2]]) as number;
    for (const [fact, , to, gain] of yl('IMPROVE', '2.10', [['79.99%', 2]]) as [string, unknown, unknown, number][]) {
      const rest = fact === '好差评评价覆盖率' ? ['好差评未汇聚月数', 2] : ['好差评评价覆盖率', '79.99%'];
      expect(yl('SCORE', '2.10', [[fact, to], rest])).toBeCloseTo(before + gain, 10);
    }
  });

  test('one empty text when nothing is to be gained', () => {
    expect(yl('IMPROVE', '3.5', [['91%', '75%', 0.05]])).toEqual([['']]);
  });
});

describe('the rulebook', () => {
  test('MAX, CLAUSE and FACTS of every item', () => {
    for (const item of items) {
      expect(yl('MAX', item.id)).toBe(item.points);
      expect(yl('CLAUSE', item.id)).toBe(item.clause);
      expect(yl('FACTS', item.id)).toEqual(item.facts.map(({ name, type, id }) => [name, type, id]));
    }
  });

  test('ITEMS lists all items, or those of a section', () => {
    const all = items.map(({ id, title, points }) => [id, title, points]);
    for (const nothing of [[], [null], [''], [undefined]]) expect(yl('ITEMS', ...nothing)).toEqual(all);
    const third = all.filter(([id]) => String(id).startsWith('3.'));
    for (const section of [3, '3', '三', '三、', '３', [[3]]]) expect(yl('ITEMS', section)).toEqual(third);
    expect(yl('ITEMS', 1)).toHaveLength(7);
    expect(yl('ITEMS', 10)).toEqual([all[all.length - 1]]);
    expect(yl('ITEMS', '九')).toEqual([all[all.length - 2]]);
  });

  test.each(['11', 0, '3.5', '第三', '__proto__', true])('%p is no section', (section) => {
    expect(error('ITEMS', section)).toMatch(/^#VALUE! .*1至10/);
  });

  test('VERSION is id, edition and content hash', () => {
    expect(yl('VERSION')).toBe(`${rulebook.id} ${rulebook.edition} ${rulebook.hash}`);
    expect(rulebook.hash).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('TOTAL', () => {
  test('the sum, and bonus, less deductions', () => {
    expect(
      yl('TOTAL', [
        [10, 20.5],
        [30, 0.25],
      ]),
    ).toBe(60.75);
    expect(yl('TOTAL', [[80]], 3)).toBe(83);
    expect(yl('TOTAL', [[80]], 3, 5)).toBe(78);
    expect(yl('TOTAL', [[80]], null, 5)).toBe(75);
    expect(yl('TOTAL', 80, [[1, 2]], [[5]])).toBe(78);
  });

  test('tenths add up exactly', () => {
    expect(yl('TOTAL', [Array<number>(10).fill(0.1)])).toBe(1);
    expect(yl('TOTAL', [[0.7, 0.1, 0.2]])).toBe(1);
  });

  test('at most 100, and the cap comes last', () => {
    expect(yl('TOTAL', [[99]], 5)).toBe(100);
    expect(yl('TOTAL', [[99]], 5, 3)).toBe(100);
    expect(yl('TOTAL', [[98]], 5, 4)).toBe(99);
  });

  test('empty, text and #N/A cells count as nothing yet', () => {
    const scores = [[50, '', null, '不适用', '12', true, { code: '#N/A' }, new ExcelError('#N/A'), '#N/A']];
    expect(yl('TOTAL', scores, '', new ExcelError('#N/A'))).toBe(50);
  });

  test('any other error is #VALUE!, saying where', () => {
    expect(error('TOTAL', [[50, { code: '#REF!' }]])).toMatch(/^#VALUE! 各条目得分.*#REF!/);
    expect(error('TOTAL', [[50]], new ExcelError('#VALUE!'))).toMatch(/^#VALUE! 激励加分.*#VALUE!/);
    expect(error('TOTAL', [[50]], 0, { code: '#DIV/0!' })).toMatch(/^#VALUE! 扣分.*#DIV\/0!/);
  });

  test('numbers beyond any sum of points are refused', () => {
    expect(error('TOTAL', [[1e300]])).toMatch(/^#VALUE! .*过大/);
  });

  test('deductions and bonus written below 0 are refused, for they would turn into their opposite', () => {
    expect(error('TOTAL', [[50]], 0, -1)).toMatch(/^#VALUE! 扣分.*-1.*负数/);
    expect(error('TOTAL', [[50]], -1)).toMatch(/^#VALUE! 激励加分.*-1.*负数/);
    expect(yl('TOTAL', [[50, -1]])).toBe(49);
  });

  test('a 口径 block decides whether it may fall below 0', () => {
    expect(yl('TOTAL', [[1]], 0, 5)).toBe(-4);
    expect(
      yl('TOTAL', [[1]], 0, 5, [
        ['编号', '选项'],
        ['A04', 3],
        ['A48', 2],
      ]),
    ).toBe(0);
    expect(error('TOTAL', [[1]], 0, 5, [['A04', 7]])).toMatch(/^#VALUE! .*A04.*可选/);
    expect(error('TOTAL', [[1]], 0, 5, [['A99', 1]])).toMatch(/^#VALUE! “A99”/);
  });
});

describe('UNIT and APPLIES', () => {
  test.each([
    ['县发改局', '县发改局'],
    ['宜良县发展和改革局', '县发改局'],
    [' 县发展和改革局 ', '县发改局'],
    ['县市场监督管理局', '县市场监管局'],
    ['匡远街道办事处', '匡远街道'],
    ['宜良县政务服务管理局', '县政务服务局'],
  ])('%s is %s', (written, name) => {
    expect(yl('UNIT', written)).toBe(name);
  });

  test('every unit and every variant is known', () => {
    for (const { name, variants } of rulebook.units) {
      for (const written of [name, ...variants]) expect(yl('UNIT', written)).toBe(name);
    }
  });

  test('a name that is not known is quoted, with those that are like it', () => {
    expect(error('UNIT', '县发展规划处')).toMatch(/^#VALUE! .*“县发展规划处”.*县发改局/);
    expect(error('UNIT', '县发展规划处')).toContain('，相近的有：');
    expect(error('UNIT', '__proto__')).toMatch(/^#VALUE! .*“__proto__”，请填写考评单位名单/);
    expect(error('UNIT', 12)).toMatch(/^#VALUE! .*“12”/);
  });

  test.each(['', ' ', null, undefined, 0, new ExcelError('#N/A')])('%p names no unit yet', (name) => {
    expect(error('UNIT', name)).toBe('#N/A 缺少:单位名称');
    expect(error('APPLIES', name, '3.5')).toBe('#N/A 缺少:单位名称');
  });

  test('whose item it is', () => {
    expect(yl('APPLIES', '县发改局', '3.5')).toBe(true);
    expect(yl('APPLIES', '宜良县发展和改革局', '三、5')).toBe(true);
    expect(yl('APPLIES', '县审计局', '2.7')).toBe(false);
    for (const item of items) expect(typeof yl('APPLIES', '匡远街道', item.id)).toBe('boolean');
    expect(error('APPLIES', '县发改局', '3.99')).toMatch(/^#VALUE! .*3\.99/);
  });
});
