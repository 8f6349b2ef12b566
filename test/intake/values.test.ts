import type { FactType } from '../../src/rulebook/model';
import { percentScale, readFigure, readNumber, type Figure, type PercentScale } from '../../src/intake/values';

interface Settings {
  format?: string;
  scale?: PercentScale;
  slash?: 'missing' | 'notApplicable';
  inverse?: boolean;
  name?: string;
  better?: 'more' | 'less' | 'yes' | 'no';
  max?: number;
  zeroOfZero?: number;
}

function figure(type: FactType, value: string | number | boolean | null, settings: Settings = {}): Figure {
  const {
    format,
    scale = 'unknown',
    slash = 'missing',
    inverse = false,
    name = '某项',
    better = 'more',
    max,
    zeroOfZero,
  } = settings;
  const text = value === null ? '' : String(value).trim();
  const fact = {
    name,
    type,
    better,
    ...(max === undefined ? {} : { max }),
    ...(zeroOfZero === undefined ? {} : { zeroOfZero }),
  };
  const cell = { value, text, ...(format ? { format } : {}) };
  return readFigure(cell, text, fact, { year: 2023, date1904: false, scale, slash, inverse });
}

const said = (...of: Parameters<typeof figure>): Figure['value'] | Figure['state'] => {
  const { state, value } = figure(...of);
  return state === 'value' ? value : state;
};

describe('percentages', () => {
  it.each([
    [0.923, { format: '0.0%' }, 92.3],
    [1, { format: '0.0%' }, 100],
    [1, { scale: 'points' }, 1],
    [1, { scale: 'fraction' }, 100],
    [93.5, { scale: 'points' }, 93.5],
    [75.5, { scale: 'fraction' }, 75.5],
    [0.29, { scale: 'fraction' }, 29],
    ['93.5%', {}, 93.5],
    ['９３．５％', {}, 93.5],
    ['百分之九十三点五', {}, 93.5],
    ['百分之百', {}, 100],
    ['19/20', {}, 95],
    ['0/0', {}, 'notApplicable'],
    ['0/0', { zeroOfZero: 100 }, 100],
    [1.026, { format: '0.0%' }, 'rejected'],
    ['108%', {}, 'rejected'],
    [-0.1, { format: '0%' }, 'rejected'],
    ['/', {}, 'missing'],
    ['—', { slash: 'notApplicable' }, 'notApplicable'],
    ['无', {}, 'missing'],
    ['', {}, 'missing'],
  ] as [string | number, Settings, Figure['value']][])('%p with %j is %p', (value, settings, expected) => {
    expect(said('percent', value, settings)).toBe(expected);
  });

  it('tells how a column writes them by what most of its cells show', () => {
    const of = (...values: number[]): PercentScale => percentScale(values.map((value) => ({ value, text: '' })));
    expect(of(93.5, 88, 1)).toBe('points');
    expect(of(0.93, 0.88, 1)).toBe('fraction');
    expect(of(0.93, 0.95, 0.9, 75.5)).toBe('fraction');
    expect(of(1, 0, 1)).toBe('unknown');
  });
});

test('what begins like a day is none, and what no number can hold is none', () => {
  expect(said('dateOrNever', '12.3.4')).toBe('missing');
  expect(said('dateOrNever', '12.3 10:20')).toBe('2023-12-03');
  expect(said('number', '9'.repeat(400))).toBe('missing');
});

describe('counts and numbers', () => {
  it.each([
    ['开展5次', 5],
    ['共计112项', 112],
    ['新增6项，累计41项', 'missing'],
    [5, 5],
    ['5件', 5],
    ['３个', 3],
    ['0起', 0],
    ['三次', 3],
    ['十二项', 12],
    ['1,234件', 1234],
    ['12项（含新增3项）', 12],
    ['无', 0],
    ['没有', 0],
    ['约12件', 'missing'],
    ['10-12', 'missing'],
    ['2023年', 'missing'],
    ['5%', 'missing'],
    [-1, 'rejected'],
    ['－1', 'rejected'],
    [2.5, 'rejected'],
    ['待定', 'missing'],
    ['不涉及', 'notApplicable'],
    ['=_xlfn.DISPIMG("ID_1",1)', 'missing'],
  ] as [string | number, Figure['value']][])('%p is %p', (value, expected) => {
    expect(said('count', value)).toBe(expected);
  });

  it('keeps decimals as they are written', () => {
    expect(said('number', 0.03)).toBe(0.03);
    expect(said('number', '0.05次')).toBe(0.05);
    expect(said('number', '0.05次/件')).toBe(0.05);
    expect(said('mark', 2.85, { max: 3 })).toBe(2.85);
    expect(said('mark', '3.1分', { max: 3 })).toBe('rejected');
  });

  it('knows a number that is only kept as text from one with its measure', () => {
    expect(figure('count', '７').textNumber).toBe(7);
    expect(figure('count', '7件').textNumber).toBeUndefined();
    expect(readNumber('7')?.bare).toBe(true);
  });
});

describe('yes and no', () => {
  it.each([
    ['是', true],
    ['已制定', true],
    ['√', true],
    [true, true],
    [1, true],
    ['明显', true],
    ['均已落实', true],
    ['否', false],
    ['未制定', false],
    ['尚未开展', false],
    ['没有', false],
    ['×', false],
    [0, false],
    ['正在推进', 'missing'],
    ['部分落实', 'missing'],
    ['已上线，未抄送', 'missing'],
  ] as [string | number | boolean, Figure['value']][])('%p is %p', (value, expected) => {
    expect(said('bool', value)).toBe(expected);
  });

  it('turns the answer where the heading asks the opposite, and takes only plain answers for failings', () => {
    expect(said('bool', '是', { inverse: true })).toBe(false);
    expect(said('bool', '未按要求', { inverse: true })).toBe(true);
    expect(said('bool', '符合要求', { better: 'no' })).toBe('missing');
    expect(said('bool', '否', { better: 'no' })).toBe(false);
    expect(said('bool', '不涉及', { name: '涉及勘验评审听证', better: 'no' })).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    [45097, '2023-06-20'],
    ['2023.6.20', '2023-06-20'],
    ['2023-6-20', '2023-06-20'],
    ['2023年6月20日', '2023-06-20'],
    ['２０２３／６／２０', '2023-06-20'],
    ['6月20日', '2023-06-20'],
    ['二〇二三年六月二十日', '2023-06-20'],
    ['20230620', '2023-06-20'],
    [20230620, '2023-06-20'],
    ['已于2023年6月20日报送', '2023-06-20'],
    ['未报送', 'never'],
    ['未抄送', 'never'],
    ['无', 'never'],
    ['2023年6月', 'missing'],
    ['6月底前', 'missing'],
    ['11月31日', 'rejected'],
    ['2023-02-29', 'rejected'],
    [3, 'rejected'],
  ] as [string | number, Figure['value']][])('%p is %p', (value, expected) => {
    expect(said('dateOrNever', value)).toBe(expected);
  });

  it('never takes "never" for a plain date', () => {
    expect(said('date', '未公布')).toBe('missing');
  });
});
