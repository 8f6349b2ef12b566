import type { Assessment, Scorecard, UnitReport } from '../../src/assessment';
import { isoToDay } from '../../src/rulebook/day';
import type { Fact, Item, Rulebook, Unit } from '../../src/rulebook/model';
import { compileRulebook } from '../../src/scoring/compile';
import { compare } from '../../src/scoring/fraction';
import type { Given } from '../../src/scoring/parse-fact';
import { scoreUnit } from '../../src/scoring/scorecard';

const fact = (id: string, name: string, rest: Partial<Fact> = {}): Fact => ({
  id,
  name,
  type: 'count',
  unit: '次',
  better: 'less',
  nature: 'event',
  ...rest,
});

const item = (
  given: Partial<Item> & Pick<Item, 'id' | 'number' | 'title' | 'points' | 'facts' | 'criteria'>,
): Item => ({
  goal: given.title,
  clause: given.criteria.map((criterion) => criterion.clause).join(''),
  methods: '抽查',
  task: { place: '二(一)1.', lead: ['县政务局'], responsible: '各有关单位', deadline: '2023年10月底前' },
  concerns: ['all'],
  combine: { start: 'full' },
  examples: [],
  readings: [],
  ...given,
});

/** Two sections of 6 and 4 points; 1.2 is worth 2, but its criteria come to 1.5 only. */
const RULEBOOK: Rulebook = {
  id: 'sample',
  title: '某县打造“便捷环境”(试点)2023年工作考评细则',
  edition: '样例',
  year: 2023,
  hash: 'sample',
  formula: '考评得分=各项得分+激励加分-扣分。',
  total: 10,
  bonusCap: 5,
  general: {
    rounding: 'none',
    floor: 'item',
    notApplicable: { byReading: { A05: { 1: 'full', 2: 'zero', 3: 'rescaled' } } },
    onTheMinute: 'inTime',
  },
  sections: [
    {
      id: '1',
      title: '一、落实标准化,提升准确度',
      points: 6,
      items: [
        item({
          id: '1.1',
          number: '一、1.(1)',
          title: '深化“办事指南”管理',
          points: 2,
          facts: [fact('errors', '指南问题次数'), fact('lists', '清单问题次数', { absent: 0 })],
          criteria: [
            {
              id: '1.1#1',
              clause: '1.办事指南有错的,每次扣0. 1分。',
              rule: { deductEach: { of: { fact: 'errors' }, points: 0.1 } },
            },
            {
              id: '1.1#2',
              clause: '2.清单有错的,每次扣0.2分。',
              rule: { deductEach: { of: { fact: 'lists' }, points: 0.2 } },
            },
          ],
        }),
        item({
          id: '1.2',
          number: '一、1.(2)',
          title: '提高即办比例',
          points: 2,
          combine: { start: 'zero' },
          concerns: ['departments'],
          facts: [fact('rate', '即办件比例', { type: 'percent', unit: '%', better: 'more', nature: 'target' })],
          criteria: [
            {
              id: '1.2#1',
              clause: '比例75%及以上得1.5分,60%—75%(不含)得0.5分,其余不得分。',
              due: '2023-09-30',
              rule: {
                awardBands: {
                  of: { fact: 'rate' },
                  bands: [
                    { from: 75, upTo: 100, points: 1.5 },
                    { from: 60, below: 75, points: 0.5 },
                    { from: 0, below: 60, points: 0 },
                  ],
                },
              },
            },
          ],
        }),
        item({
          id: '1.3',
          number: '一、2.',
          title: '热线考核',
          points: 2,
          combine: { start: 'zero' },
          facts: [fact('mark', '热线评分', { type: 'mark', unit: '分', max: 2, better: 'more' })],
          criteria: [{ id: '1.3#1', clause: '由有关单位考核打分。', rule: { awardMark: { fact: 'mark', max: 2 } } }],
        }),
      ],
    },
    {
      id: '2',
      title: '二、推进便利化(4分)',
      points: 4,
      items: [
        item({
          id: '2.1',
          number: '二、1.',
          title: '宣传推广',
          points: 4,
          combine: { start: 'zero' },
          facts: [fact('campaigns', '宣传次数', { better: 'more', nature: 'target' })],
          criteria: [
            {
              id: '2.1#1',
              clause: '宣传不少于4次得4分。',
              due: '2023-10-31',
              rule: { award: { points: 4, when: { fact: 'campaigns', atLeast: 4 } } },
            },
          ],
          readings: ['A99'],
        }),
      ],
    },
  ],
  bonus: item({
    id: '9',
    number: '九',
    title: '激励加分',
    points: 5,
    combine: { start: 'zero' },
    facts: [fact('praise', '市级表彰奖励', { better: 'more', absent: 0 })],
    criteria: [
      { id: '9#1', clause: '市级表彰的加2分。', rule: { awardEach: { of: { fact: 'praise' }, points: 2, cap: 4 } } },
    ],
  }),
  deductions: item({
    id: '10',
    number: '十',
    title: '扣分',
    points: 0,
    penalty: true,
    combine: { start: 'zero' },
    facts: [fact('blame', '专项组通报批评', { absent: 0 })],
    criteria: [
      {
        id: '10#1',
        clause: '被通报批评的,每项扣1分。',
        rule: { awardEach: { of: { fact: 'blame' }, points: 1, cap: 50 } },
      },
    ],
  }),
  units: [],
  groups: [],
  readings: [
    {
      id: 'A05',
      items: ['all'],
      quotes: ['各有关单位'],
      note: '样例',
      options: { 1: '不适用项记满分', 2: '不适用项记0分', 3: '折算' },
      default: 1,
    },
  ],
  reports: [
    { quarter: '2023Q1', due: '2023-03-13T17:00', counted: false },
    { quarter: '2023Q3', due: '2023-09-13T17:00', counted: true },
    { quarter: '2023Q4', due: '2023-12-13T17:00', counted: true },
  ],
};

/** What is known of one unit: values by item and fact; a fact left out is missing. */
export interface SampleUnit {
  name: string;
  kind?: Unit['kind'];
  facts?: { [item: string]: { [fact: string]: number } };
  report?: Omit<UnitReport, 'quarter'>;
}

/** Everything known, nothing lost but what `changed` says. */
export function faultless(name: string, changed: SampleUnit['facts'] = {}, rest: Partial<SampleUnit> = {}): SampleUnit {
  return {
    name,
    facts: {
      '1.1': { errors: 0 },
      '1.2': { rate: 80 },
      '1.3': { mark: 2 },
      '2.1': { campaigns: 4 },
      '9': { praise: 0 },
      '10': { blame: 0 },
      ...changed,
    },
    report: { received: '2023-09-12T10:30', late: false },
    ...rest,
  };
}

interface SampleOptions {
  asOf?: string;
  quarter?: string;
  findings?: Assessment['findings'];
  readings?: Assessment['readings'];
}

/** An assessment of these units by the real engine over the sample rulebook. */
export function assessmentOf(given: SampleUnit[], options: SampleOptions = {}): Assessment {
  const { asOf = '2023-12-31', quarter = '2023Q3', findings = [], readings = {} } = options;
  const units = given.map(({ name, kind = '县级部门' }): Unit => {
    const groups = kind === '县级部门' ? ['departments'] : [];
    return { name, variants: [], groups, kind, fromPlan: true, listed: true };
  });
  const rulebook = { ...RULEBOOK, units };
  const compiled = compileRulebook(rulebook, readings);
  const scorecards = given.map(({ facts = {}, report }, index): Scorecard => {
    const valueOf = (id: string, name: string) => facts[id]?.[name];
    const score = scoreUnit(
      compiled,
      units[index],
      ({ id, facts: wanted }) =>
        wanted.map((one): Given => {
          const value = valueOf(id, one.id);
          return value === undefined ? { is: 'missing' } : { is: 'value', value };
        }),
      isoToDay(asOf),
    );
    const withFacts = <T extends { item: string }>(scored: T) => ({
      ...scored,
      facts: compiled.item(scored.item)!.item.facts.map((one) => ({
        fact: one.id,
        value: valueOf(scored.item, one.id),
        claims: [],
      })),
    });
    return {
      unit: units[index].name,
      items: score.items.map(withFacts),
      sections: score.sections,
      bonus: withFacts(score.bonus),
      deductions: withFacts(score.deductions),
      total: score.total,
      rank: 1,
      provisional: compare(score.total.low, score.total.high) !== 0,
      reports: report ? [{ quarter, ...report }] : [],
    };
  });
  return { rulebook, readings, asOf, quarter, files: [], scorecards, findings, questions: [] };
}
