import { error, ExcelError, run, yl } from './excel';

/** 压缩比88% is 0.7, 即办件76% is 1, 跑动0.03次 is 1. */
const FACTS = [['88%', '76%', 0.03]];

describe('item', () => {
  test.each([
    ['3.5', '3.5'],
    [' 3.5 ', '3.5'],
    ['３．５', '3.5'],
    ['三、5', '3.5'],
    ['三.5', '3.5'],
    ['三、5.', '3.5'],
    ['一、1.(2)', '1.1.2'],
    ['一、1.（2）', '1.1.2'],
    ['1.1.（2）', '1.1.2'],
    ['１.１.（２）', '1.1.2'],
    ['二、11', '2.11'],
    ['三、13.(3)', '3.13.3'],
    ['2.10', '2.10'],
    ['9', '9'],
    ['九', '9'],
    ['10', '10'],
    ['十', '10'],
    ['十、', '10'],
    ['七', '7'],
  ])('%j is %s', (written, item) => {
    expect(yl('CLAUSE', written)).toBe(yl('CLAUSE', item));
    expect(yl('FACTS', written)).toEqual(yl('FACTS', item));
  });

  test.each([
    [3.5, '3.5'],
    [2.11, '2.11'],
    [1.3, '1.3'],
    [7, '7'],
    [9, '9'],
    [10, '10'],
  ])('the number %d can only mean one item', (number, item) => {
    expect(yl('CLAUSE', number)).toBe(yl('CLAUSE', item));
  });

  test.each([
    [2.1, '"2.1"', '"2.10"'],
    [3.1, '"3.1"', '"3.10"'],
  ])('the number %d could be two items: text is asked for', (number, one, other) => {
    const message = error('SCORE', number, 1);
    expect(message).toMatch(/^#VALUE! .*文本/);
    expect(message).toContain(one);
    expect(message).toContain(other);
  });

  test.each(['3.99', '11', '', ' ', '附件1', '__proto__', 'constructor', '3.5#1'])('%j is no item', (item) => {
    expect(error('MAX', item)).toMatch(/^#VALUE! .*[一-龥]/);
  });

  test('a group of items is answered with its items', () => {
    expect(error('MAX', '1.1')).toMatch(/^#VALUE! .*1\.1\.1、1\.1\.2、1\.1\.3、1\.1\.4/);
    expect(error('MAX', 3.6)).toMatch(/^#VALUE! .*3\.6\.1、3\.6\.2/);
  });

  test.each([null, undefined, true, new ExcelError('#REF!'), {}])('%p is no item either', (item) => {
    expect(error('MAX', item)).toMatch(/^#VALUE! 请填写条目编号/);
  });

  test('the one cell of a matrix is taken', () => {
    expect(run('MAX', [['3.5']], {})).toBe(3);
  });
});

describe('facts by position', () => {
  test.each<[string, unknown[]]>([
    ['cells', ['88%', '76%', 0.03]],
    ['a row', [FACTS]],
    ['a column', [[['88%'], ['76%'], [0.03]]]],
    [
      'a block, row by row',
      [
        [
          ['88%', '76%'],
          [0.03, null],
        ],
      ],
    ],
    ['a cell and a row', ['88%', [['76%', 0.03]]]],
    ['a row and a cell', [[['88%', '76%']], 0.03]],
    ['numbers and their text', [[[0.88, '76', '0.03']]]],
    ['full-width text', [[['８８％', '７６%', '０.０３']]]],
    ['blank cells behind the last fact', [[['88%', '76%', 0.03, '', null, '', null, '']]]],
  ])('%s', (_name, facts) => {
    expect(yl('SCORE', '3.5', ...facts)).toBe(2.7);
  });

  test('too many values are refused', () => {
    expect(error('SCORE', '8', [[1, 0, 3]])).toMatch(/^#VALUE! .*只有2个指标.*第3个值/);
    expect(error('SCORE', '8', 1, 0, 'x')).toMatch(/^#VALUE! .*只有2个指标.*第3个值/);
  });

  test('optional facts come last, and may be left out', () => {
    expect(yl('FACTS', '3.5')).toHaveLength(6);
    expect(yl('SCORE', '3.5', [['88%', '76%', 0.03, '100%', '100%', 0]])).toBe(2.7);
  });
});

describe('facts by name', () => {
  const byName = [
    ['承诺时限压缩比', '88%'],
    ['即办件比例', '76%'],
    ['平均跑动次数', 0.03],
  ];

  test('names, ids, and both, in any order', () => {
    expect(yl('SCORE', '3.5', byName)).toBe(2.7);
    expect(yl('SCORE', '3.5', [...byName].reverse())).toBe(2.7);
    expect(
      yl('SCORE', '3.5', [
        ['trips', 0.03],
        ['compress', '88%'],
        ['即办件比例', '76%'],
      ]),
    ).toBe(2.7);
  });

  test('names may be spaced and full-width', () => {
    expect(
      yl('SCORE', '2.10', [
        [' 好差评评价覆盖率 ', '80%'],
        ['好差评未汇聚月数', '０'],
      ]),
    ).toBe(2);
  });

  test('a block of three columns has its values in the second', () => {
    expect(
      yl(
        'SCORE',
        '3.5',
        byName.map(([name, cell]) => [name, cell, '县政务服务局提供']),
      ),
    ).toBe(2.7);
  });

  test('titles, headings and blank rows are passed over', () => {
    const sheet = [
      ['马上办好指标', ''],
      ['指标名称', '数值'],
      ['', ''],
      ...byName.slice(0, 2),
      [null, null],
      byName[2],
    ];
    expect(yl('SCORE', '3.5', sheet)).toBe(2.7);
  });

  test('blocks by name and by position may stand side by side', () => {
    expect(yl('SCORE', '3.5', [['平均跑动次数', 0.03]], [['88%', '76%']])).toBe(2.7);
  });

  test('one name is enough to make a block one of names', () => {
    expect(
      error('SCORE', '3.5', [
        ['compress', '88%'],
        ['76%', 0.03],
      ]),
    ).toMatch(/^#VALUE! “76%”/);
  });

  test('a name that is not known is refused, by its name', () => {
    expect(error('SCORE', '3.5', [...byName, ['网上可办率', '100%']])).toMatch(/^#VALUE! “网上可办率”/);
    expect(error('SCORE', '3.5', [...byName, ['__proto__', 1]])).toMatch(/^#VALUE! “__proto__”/);
    expect(error('SCORE', '3.5', [...byName, ['', 1]])).toMatch(/^#VALUE! “（空白）”/);
  });

  test('contradictory values are refused, the same value twice is not', () => {
    expect(error('SCORE', '3.5', [...byName, ['compress', '91%']])).toMatch(/^#VALUE! .*承诺时限压缩比.*两个不同/);
    expect(error('SCORE', '3.5', '90%', byName)).toMatch(/^#VALUE! .*承诺时限压缩比.*两个不同/);
    expect(yl('SCORE', '3.5', [...byName, ['compress', 0.88], ['instant', '待定']])).toBe(2.7);
  });
});

describe('口径', () => {
  const exact = [['91%', '76%', 0.05]];

  test('a reading set for this call', () => {
    expect(yl('SCORE', '3.5', exact)).toBe(3);
    expect(yl('SCORE', '3.5', exact, [['A48', 2]])).toBe(2);
    expect(yl('SCORE', '3.5', exact, [['A48', '2']])).toBe(2);
    expect(yl('SCORE', '3.5', exact, [['A48', 1]])).toBe(3);
  });

  test('a whole 口径 sheet, with its titles, notes and readings of other items', () => {
    const sheet = [
      ['口径', ''],
      ['第二列为所选选项', null],
      ['编号', '选项'],
      ['A04', 1],
      ['A48', 2],
      ['A66', 9],
      ['', ''],
      ['不设选项的口径', ''],
      ['编号', ''],
      ['A01', ''],
    ];
    expect(yl('SCORE', '3.5', exact, sheet)).toBe(2);
  });

  test('readings and facts in one block', () => {
    expect(
      yl('SCORE', '3.5', [
        ['A48', 2],
        ['instant', '76%'],
        ['trips', 0.05],
        ['compress', '91%'],
      ]),
    ).toBe(2);
  });

  test('a general reading reaches every item', () => {
    expect(yl('SCORE', '3.5', [['90.995%', '76%', 0]])).toBe(2.7);
    expect(yl('SCORE', '3.5', [['90.995%', '76%', 0]], [['A11', 2]])).toBe(3);
  });

  test('an option that asks for more facts makes them missing', () => {
    expect(error('SCORE', '3.5', FACTS, [['A47', 2]])).toBe(
      '#N/A 缺少:行政许可承诺时限压缩比、行政许可即办件比例、行政许可平均跑动次数',
    );
    expect(yl('SCORE', '3.5', [['88%', '76%', 0.03, '79%', '76%', 0]], [['A47', 2]])).toBe(2.5);
  });

  test.each([0, 3, 1.5, '二', true, 'constructor', new ExcelError('#N/A')])('%p is no option', (option) => {
    expect(error('SCORE', '3.5', exact, [['A48', option]])).toMatch(/^#VALUE! .*A48.*可选：1、2/);
  });

  test('two options for one reading are refused', () => {
    expect(
      error('SCORE', '3.5', exact, [
        ['A48', 1],
        ['A48', 2],
      ]),
    ).toMatch(/^#VALUE! .*A48.*两个不同/);
  });

  test('a call remembers nothing of the one before', () => {
    yl('SCORE', '3.5', exact, [['A48', 2]]);
    expect(yl('SCORE', '3.5', exact)).toBe(3);
  });
});

describe('what is missing', () => {
  test.each(['', null, undefined, ' ', '/', '—', '－', '待定'])('%p is a missing fact', (cell) => {
    expect(error('SCORE', '3.5', [['88%', '76%', cell]])).toBe('#N/A 缺少:平均跑动次数');
  });

  test('so is a fact that is not there, and every missing fact is named', () => {
    expect(error('SCORE', '3.5')).toBe('#N/A 缺少:承诺时限压缩比、即办件比例、平均跑动次数');
    expect(error('SCORE', '3.5', '88%')).toBe('#N/A 缺少:即办件比例、平均跑动次数');
    expect(error('EXPLAIN', '3.5', '88%')).toBe('#N/A 缺少:即办件比例、平均跑动次数');
    expect(error('TRACE', '3.5', '88%')).toBe('#N/A 缺少:即办件比例、平均跑动次数');
    expect(error('IMPROVE', '3.5', '88%')).toBe('#N/A 缺少:即办件比例、平均跑动次数');
  });

  test('a zero is a value, but for a date it is a blank cell', () => {
    expect(yl('SCORE', '8', [[0, 0]])).toBe(3);
    expect(error('SCORE', '2.4', [[0, 0, 0, 0]])).toBe('#N/A 缺少:中介服务清单报送日期');
    expect(error('SCORE', '1.1.1', [[0, 45107]])).toBe('#N/A 缺少:上一级公布日期');
  });

  test('what is not asked for is not missing: without procedures, no list of them', () => {
    expect(yl('SCORE', '2.1', [[0, '否', '', '']])).toBe(3);
  });

  test('of bonus and deductions, what is left out is none', () => {
    expect(yl('SCORE', '9', [['市级表彰奖励', 1]])).toBe(2);
    expect(yl('SCORE', '9', '')).toBe(0);
    expect(yl('SCORE', '10', [['D4', 2]])).toBe(2);
  });
});

describe('errors in cells', () => {
  test.each([{ code: '#N/A' }, new ExcelError('#N/A', '缺少:x'), '#N/A'])('#N/A is a missing fact (%p)', (cell) => {
    expect(error('SCORE', '3.5', [['88%', '76%', cell]])).toBe('#N/A 缺少:平均跑动次数');
    expect(yl('BOUNDS', '3.5', [['88%', '76%', cell]])).toEqual([[1.7, 2.7]]);
  });

  test.each(['#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!'])(
    '%s is refused, naming the fact',
    (code) => {
      for (const cell of [{ code }, new ExcelError(code), { type: 'Error', basicValue: code, errorType: 'x' }]) {
        expect(error('SCORE', '3.5', [['88%', cell, 0.03]])).toMatch(
          new RegExp(`^#VALUE! “即办件比例”.*${code.replace('?', '\\?')}`),
        );
        expect(error('BOUNDS', '3.5', [['instant', cell]])).toMatch(/^#VALUE! “即办件比例”/);
      }
    },
  );

  test('an object that is no error and no value is refused too', () => {
    expect(error('SCORE', '3.5', [['88%', { x: 1 }, 0.03]])).toMatch(/^#VALUE! “即办件比例”/);
  });
});

describe('not applicable', () => {
  test('不涉及 throughout', () => {
    expect(error('SCORE', '2.10', [['不涉及', '不涉及']])).toBe('#N/A 不适用');
    expect(error('BOUNDS', '2.10', [['不适用', '不适用']])).toBe('#N/A 不适用');
    expect(error('EXPLAIN', '4.1', [['不涉及', '不涉及', '不涉及']])).toBe('#N/A 不适用');
  });

  test('不涉及 beside other values says the same', () => {
    expect(error('SCORE', '2.10', [['不涉及', 0]])).toBe('#N/A 不适用');
    expect(error('BOUNDS', '2.10', [['不涉及', 0]])).toBe('#N/A 不适用');
    expect(error('BOUNDS', '4.1', [['是', '', '不涉及']])).toBe('#N/A 不适用');
    expect(error('SCORE', '2.10', [['0/0', 0]])).toBe('#N/A 不适用');
    expect(error('TRACE', '2.3', [['100%', '不适用']])).toBe('#N/A 不适用');
  });

  test('0/0 is nothing to do: full where the rulebook says so', () => {
    expect(yl('SCORE', '2.11', [['0/0', 0]])).toBe(2);
    expect(error('SCORE', '2.10', [['0/0', '']])).toBe('#N/A 不适用');
  });
});

describe('values that cannot be are refused, naming the fact and the value', () => {
  test.each<[string, unknown[], string, string]>([
    ['3.5', ['101%', '76%', 0], '承诺时限压缩比', '101%'],
    ['3.5', ['88%', 120, 0], '即办件比例', '120'],
    ['3.5', ['88%', '九成', 0], '即办件比例', '九成'],
    ['3.5', ['88%', '76%', -0.5], '平均跑动次数', '-0.5'],
    ['8', [-1, 0], '缺席推进会次数', '-1'],
    ['8', [1.5, 0], '缺席推进会次数', '1.5'],
    ['8', ['两次', 0], '缺席推进会次数', '两次'],
    ['8', [true, 0], '缺席推进会次数', 'TRUE'],
    ['1.3', [3.1], '县政府办评分', '3.1'],
    ['2.6', ['大概', '是'], '已下发管理制度', '大概'],
    ['2.4', [0, 0, 0, '2023-02-30'], '中介服务清单报送日期', '2023-02-30'],
    ['2.4', [0, 0, 0, '六月底'], '中介服务清单报送日期', '六月底'],
  ])('%s %j', (item, facts, fact, value) => {
    for (const id of ['SCORE', 'BOUNDS', 'EXPLAIN', 'TRACE', 'IMPROVE']) {
      const message = error(id, item, [facts]);
      expect(message).toMatch(/^#VALUE! /);
      expect(message).toContain(`“${fact}”`);
      expect(message).toContain(value);
    }
  });
});
