import rulebook from '../../src/rulebook/default';
import type { Fact } from '../../src/rulebook/model';
import { findUnit } from '../../src/rulebook/units';
import { itemsOf } from '../../src/rulebook/rules';
import { compileRulebook } from '../../src/scoring/compile';
import { toPoints } from '../../src/scoring/fraction';
import { points } from '../scoring/support';
import { FACTS, SWITCHES } from './yiliang-2023-contract';

const items = itemsOf(rulebook);

/** Annex 1: each section's points and those of its items, in the document's order. */
const ANNEX_1: [points: number, items: { [id: string]: number }][] = [
  [13, { '1.1.1': 1, '1.1.2': 2, '1.1.3': 2, '1.1.4': 1, '1.2.1': 3, '1.2.2': 1, '1.3': 3 }],
  [
    29,
    {
      ...{ '2.1': 3, '2.2': 4, '2.3': 2, '2.4': 2, '2.5': 5, '2.6': 4 },
      ...{ '2.7': 3, '2.8': 1, '2.9': 1, '2.10': 2, '2.11': 2 },
    },
  ],
  [
    38,
    {
      ...{ '3.1': 1, '3.2': 1, '3.3': 3, '3.4': 4, '3.5': 3, '3.6.1': 4, '3.6.2': 4, '3.7': 3, '3.8': 3, '3.9': 3 },
      ...{ '3.10': 1, '3.11': 2, '3.12': 2, '3.13.1': 1, '3.13.2': 1.5, '3.13.3': 1.5 },
    },
  ],
  [7, { '4.1': 3, '4.2': 4 }],
  [4, { '5.1': 2, '5.2': 2 }],
  [3, { '6.1': 1, '6.2': 1, '6.3': 1 }],
  [3, { '7': 3 }],
  [3, { '8': 3 }],
];

const compact = (text: string) => text.replace(/\s/g, '');

describe('points as in Annex 1', () => {
  test.each(ANNEX_1.map(([total, table], index) => [index + 1, total, table] as const))(
    'section %i: %i points',
    (number, total, table) => {
      const section = rulebook.sections[number - 1];
      expect(section.points).toBe(total);
      expect(section.items.map(({ id, points: full }) => [id, full])).toEqual(Object.entries(table));
    },
  );

  test('the sections make 100, the bonus at most 5', () => {
    expect(rulebook.sections.reduce((sum, section) => sum + section.points, 0)).toBe(100);
    expect(rulebook).toMatchObject({ total: 100, bonusCap: 5, year: 2023 });
    expect([rulebook.bonus.id, rulebook.bonus.points, rulebook.deductions.id]).toEqual(['9', 5, '10']);
  });

  test('the points that a task states are those of its item', () => {
    const stated = items.flatMap((item) => {
      const match = /[((](\d+(?:\.\d+)?)分[))]$/.exec(item.goal);
      return match ? [[item.id, Number(match[1]), item.points]] : [];
    });
    expect(stated.length).toBeGreaterThan(35);
    for (const [id, inText, full] of stated) expect([id, full]).toEqual([id, inText]);
  });
});

describe('public contract', () => {
  const described = (fact: Fact) =>
    `${fact.id} ${fact.name} ${fact.type}${fact.max ? `<=${fact.max}` : ''}${fact.optional ? `?${fact.optional}` : ''}`;

  test('facts: ids, order, names, types, optional ones last', () => {
    const ours = items.map((item) => `${item.id} = ${item.facts.map(described).join(', ')}`);
    expect(ours).toEqual(FACTS.trim().split('\n'));
    for (const { id, facts } of items) {
      const optional = facts.map((fact) => fact.optional !== undefined);
      expect([id, optional]).toEqual([id, [...optional].sort()]);
    }
  });

  test('readings: ids, options and defaults; they speak of the items that they can be switched for', () => {
    const switchable = rulebook.readings.filter(({ options }) => options);
    const ours = switchable.map(({ id, options, default: chosen }) => {
      const listed = Object.entries(options!).map(([n, words]) => `${n}${Number(n) === chosen ? '*' : ''} ${words}`);
      return `${id} = ${listed.join(', ')}`;
    });
    const contract = SWITCHES.trim().split('\n');
    expect(ours).toEqual(contract.map((line) => line.replace(/ \S+ =/, ' =')));
    for (const line of contract) {
      const [, id, concerned] = /^(\S+) (\S+) =/.exec(line)!;
      const { items: own } = switchable.find((reading) => reading.id === id)!;
      expect([id, own]).toEqual([id, expect.arrayContaining(concerned.split(','))]);
    }
  });
});

describe.each(items.map((item) => [item.id, item] as const))('item %s', (id, item) => {
  test('its examples come out', () => {
    const wrong = item.examples
      .map((example) => ({ ...example, scored: points(id, example.facts, example.readings) }))
      .filter(({ points: wanted, scored }) => scored !== wanted);
    expect(wrong).toEqual([]);
  });

  test('each criterion has three examples that turn on it', () => {
    for (const { criterion, facts } of compileRulebook(rulebook).item(id)!.criteria) {
      const ids = facts.map((position) => item.facts[position].id);
      const own = item.examples.filter(({ varied }) => !varied.length || varied.some((fact) => ids.includes(fact)));
      expect([criterion.id, own.length >= 3 || ids.length === 0]).toEqual([criterion.id, true]);
    }
  });

  test('each sentence stands in its clause', () => {
    for (const { id: criterion, clause } of item.criteria) {
      expect([criterion, compact(item.clause).includes(compact(clause))]).toEqual([criterion, true]);
    }
  });
});

test('a flawless unit gets 99.5, since 3.9 has only 2.5 points to win', () => {
  const best = rulebook.sections.flatMap(({ items: own }) =>
    own.map(({ examples }) => Math.max(...examples.filter((e) => !e.readings).map((example) => example.points))),
  );
  expect(toPoints({ n: Math.round(best.reduce((a, b) => a + b) * 100), d: 100 })).toBe(99.5);
});

describe('units', () => {
  const annexes: [group: string, names: string][] = [
    [
      'matters',
      '县委宣传部、县发改局、县民政局、县公安局、县市场监管局、县科技工信局、县司法局、县卫健局、县运管分局、县住建局、县自然资源局、县水务局、生态环境分局、县统计局、县文旅局、县农业农村局、县民宗局、县交运局、县人社局、县医保局、县林草局、县退役军人局、县城管局、县财政局、县应急局(县防震减灾局)、消防救援大队、县教体局、县税务局、县气象局、县政务服务局、县残联、县烟草专卖局、县公积金中心',
    ],
    [
      'powers',
      '县委编办、县发改局、县民政局、县公安局、县市场监管局、县科技工信局、县司法局、县卫健局、县运管分局、县住建局、县自然资源局、县水务局、生态环境分局、县统计局、县文旅局、县农业农村局、县民宗局、县交运局、县人社局、县医保局、县林草局、县退役军人局、县城管局、县财政局、县应急局(县防震减灾局)、消防救援大队、县教体局、县税务局、县防震减灾局、县档案局、县气象局、县残联、县烟草专卖局、县审计局、县保密局、县政务服务局、县广电局、县九乡风景名胜区管理局',
    ],
    [
      'supervision',
      '县委宣传部、县发改局、县民政局、县公安局、县市场监管局、县科技工信局、县司法局、县卫健局、县住建局、县自然资源局、县水务局、生态环境分局、县文旅局、县农业农村局、县民宗局、县交运局、县人社局、县医保局、县林草局、县城管局、县财政局、县应急局(县防震减灾局)、消防救援大队、县教体局、县税务局、县防震减灾局、县档案局、县气象局',
    ],
  ];

  test.each(annexes)('%s: as its annex lists them', (group, names) => {
    const ours = rulebook.units.filter(({ groups }) => groups.includes(group)).map(({ name }) => name);
    const townships = rulebook.units.filter(({ groups }) => groups.includes('townships')).map(({ name }) => name);
    // Annex 3 ends with 各乡镇(街道).
    const wanted = [...names.split('、'), ...(group === 'powers' ? townships : [])];
    expect([...ours].sort()).toEqual([...wanted].sort());
  });

  test('8 townships; units named outside the annexes are known but not listed (A73)', () => {
    expect(rulebook.units.filter(({ groups }) => groups.includes('townships'))).toHaveLength(8);
    expect(rulebook.units.filter(({ listed }) => !listed).map(({ name }) => name)).toEqual([
      '县政府办',
      '县供电局',
      '工业园区',
      '各分中心',
    ]);
  });

  test.each(rulebook.units.map((unit) => [unit.name, unit] as const))('%s is known by all its names', (name, unit) => {
    for (const variant of [name, ...unit.variants, `宜良县${name.replace(/^县/, '')}`, ` ${name} `]) {
      expect([variant, findUnit(rulebook, variant)?.name]).toEqual([variant, name]);
    }
  });

  test('every unit that leads a task is known', () => {
    for (const { id, task } of items) {
      for (const name of task.lead)
        expect([id, name, findUnit(rulebook, name) !== undefined]).toEqual([id, name, true]);
    }
  });
});
