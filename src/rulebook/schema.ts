import * as v from 'valibot';
import { isIsoDay } from './day';

/**
 * The shape of the YAML files of a rulebook folder. Every object is strict: a field with a typing slip is refused.
 * What a shape alone cannot say (sums, references, bands without holes) is in check.ts.
 */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('不能为空'));
const isoDay = v.pipe(v.string(), v.check(isIsoDay, '应为2023-06-30这样的日期'));
const points = v.pipe(v.number(), v.minValue(0, '不能为负数'));
const positive = v.pipe(v.number(), v.minValue(0.01, '应大于0'));
/** YAML reads option numbers as keys, so they arrive as text. */
const optionKey = v.pipe(v.string(), v.regex(/^[1-9]$/, '口径的选项应为1至9的编号'));

function isMoment(text: string): boolean {
  const [day, time] = text.split('T');
  return isIsoDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '');
}

type Schema = v.GenericSchema<unknown>;

/** A value, or one for each option of a reading. */
function switchable(inner: () => Schema): Schema {
  const byReading: Schema = v.strictObject({
    byReading: v.pipe(
      v.record(
        text,
        v.record(
          optionKey,
          v.lazy(() => switchable(inner)),
        ),
      ),
      v.check((value) => Object.keys(value).length === 1, 'byReading下应恰有一个口径编号'),
    ),
  });
  return v.lazy((input) => (typeof input === 'object' && input !== null && 'byReading' in input ? byReading : inner()));
}

/** Picks the schema by the one key that tells the kinds apart; unknown kinds are named in the message. */
function kind(what: string, kinds: { [key: string]: Schema }): Schema {
  return v.lazy((input) => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    const found = Object.keys(kinds).find((key) => keys.includes(key));
    if (found) return kinds[found];
    return v.custom<unknown>(() => false, `不认识的${what}${keys.length ? `“${keys.join('、')}”` : ''}`);
  });
}

const measures: { [key: string]: v.ObjectEntries } = {
  fact: { fact: text },
  sum: { sum: v.array(text) },
  share: { share: v.strictObject({ done: text, of: text }) },
  lowest: { lowest: v.array(text) },
  highest: { highest: v.array(text) },
};
const measure = kind(
  '计量方式',
  Object.fromEntries(Object.entries(measures).map(([key, entries]) => [key, v.strictObject(entries)])),
);

/** A bound may stand on any measure: {sum: [...], atLeast: 3}. */
function bound(name: string): Schema {
  return kind(
    '计量方式',
    Object.fromEntries(
      Object.entries(measures).map(([key, entries]) => [key, v.strictObject({ ...entries, [name]: v.number() })]),
    ),
  );
}

const condition: Schema = kind('条件', {
  all: v.strictObject({ all: v.array(switchable(() => condition)) }),
  any: v.strictObject({ any: v.array(switchable(() => condition)) }),
  is: v.strictObject({ fact: text, is: v.boolean() }),
  by: v.strictObject({ fact: text, by: isoDay }),
  after: v.strictObject({ fact: text, after: isoDay }),
  within: v.strictObject({ fact: text, within: v.strictObject({ months: v.number(), of: text }) }),
  reaches: v.strictObject({ fact: text, reaches: text }),
  fallsShortOf: v.strictObject({ fact: text, fallsShortOf: text }),
  atLeast: bound('atLeast'),
  atMost: bound('atMost'),
  below: bound('below'),
  above: bound('above'),
});

const band = v.strictObject({
  from: v.optional(v.number()),
  above: v.optional(v.number()),
  upTo: v.optional(v.number()),
  below: v.optional(v.number()),
  points,
});
const rounding = v.picklist(['none', 'hundredth', 'whole']);
const when = switchable(() => condition);
const mark = v.strictObject({ fact: text, max: positive, when: v.optional(condition) });
const each = { of: measure, points: positive };

const rule: Schema = kind('计分方式', {
  award: v.strictObject({ award: v.strictObject({ points: positive, when: v.optional(when) }) }),
  awardEach: v.strictObject({ awardEach: v.strictObject({ ...each, cap: v.optional(positive) }) }),
  awardLess: v.strictObject({ awardLess: v.strictObject({ points: positive, of: measure, each: positive }) }),
  awardBands: v.strictObject({
    awardBands: v.strictObject({
      of: switchable(() => measure),
      bands: switchable(() => v.array(band)),
      round: v.optional(switchable(() => v.picklist(['none', 'hundredth', 'whole', 'general']))),
    }),
  }),
  awardShare: v.strictObject({ awardShare: v.strictObject({ points: positive, done: text, of: text }) }),
  awardMark: v.strictObject({ awardMark: mark }),
  awardMarkWhole: v.strictObject({ awardMarkWhole: mark }),
  deduct: v.strictObject({ deduct: v.strictObject({ points: positive, when }) }),
  deductEach: v.strictObject({ deductEach: v.strictObject({ ...each, cap: v.optional(positive) }) }),
  voidWhen: v.strictObject({ voidWhen: when }),
  rules: v.strictObject({ rules: v.array(switchable(() => rule)) }),
});

const fact = v.strictObject({
  id: v.pipe(text, v.regex(/^[A-Za-z][A-Za-z0-9_]*$/, '指标编号应为英文字母、数字和下划线')),
  name: text,
  type: v.picklist(['count', 'percent', 'number', 'bool', 'date', 'dateOrNever', 'mark']),
  unit: v.optional(v.string(), ''),
  better: v.picklist(['more', 'less', 'yes', 'no', 'earlier', 'later']),
  nature: v.picklist(['target', 'event', 'given']),
  max: v.optional(positive),
  optional: v.optional(text),
  neededWhen: v.optional(condition),
  zeroOfZero: v.optional(v.number()),
  zero: v.optional(v.literal('notApplicable')),
  ifNotApplicable: v.optional(v.number()),
  absent: v.optional(v.number()),
});

const factValue = v.union([v.number(), v.boolean(), v.string()]);
const facts = v.record(text, factValue);

const item = v.strictObject({
  id: text,
  number: text,
  title: text,
  points,
  penalty: v.optional(v.boolean()),
  goal: text,
  clause: text,
  methods: v.string(),
  task: v.strictObject({
    place: v.string(),
    lead: v.array(text),
    responsible: v.string(),
    deadline: v.string(),
  }),
  concerns: v.array(text),
  facts: v.pipe(v.array(fact), v.minLength(1, '至少应有一个指标')),
  combine: switchable(() =>
    v.strictObject({
      start: v.picklist(['full', 'zero', 'pool', 'own']),
      take: v.optional(v.picklist(['sum', 'lowest'])),
      scale: v.optional(v.tuple([positive, positive])),
      floor: v.optional(v.picklist(['always', 'never'])),
      most: v.optional(positive),
    }),
  ),
  criteria: v.pipe(
    v.array(v.strictObject({ id: text, clause: text, due: v.optional(isoDay), rule: switchable(() => rule) })),
    v.minLength(1, '至少应有一条评分标准'),
  ),
  examples: v.strictObject({
    base: facts,
    cases: v.array(
      v.strictObject({
        with: v.optional(facts, {}),
        readings: v.optional(v.record(text, v.number())),
        points: v.number(),
      }),
    ),
  }),
});

/** bonus.yaml and deductions.yaml hold one item each. */
export const itemFile = item;

/** section-*.yaml */
export const sectionFile = v.strictObject({ id: text, title: text, points, items: v.array(item) });

/** rulebook.yaml */
export const rulebookFile = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, '编号应为小写英文字母、数字和连字符')),
  title: text,
  edition: text,
  year: v.pipe(v.number(), v.integer('年度应为整数'), v.minValue(2000, '年度应为四位数字')),
  total: positive,
  bonusCap: points,
  formula: text,
  general: v.strictObject({
    rounding: switchable(() => rounding),
    floor: switchable(() => v.picklist(['item', 'itemAndTotal', 'none'])),
    notApplicable: switchable(() => v.picklist(['full', 'zero', 'rescaled'])),
    onTheMinute: switchable(() => v.picklist(['inTime', 'late'])),
  }),
  reports: v.array(
    v.strictObject({
      quarter: v.pipe(text, v.regex(/^\d{4}Q[1-4]$/, '季度应为2023Q3这样的写法')),
      due: v.pipe(text, v.check(isMoment, '时间应为2023-09-13T17:00这样的写法')),
      counted: v.boolean(),
    }),
  ),
});

/** units.yaml */
export const unitsFile = v.strictObject({
  groups: v.array(v.strictObject({ id: text, name: text, source: text })),
  units: v.array(
    v.strictObject({
      name: text,
      variants: v.array(text),
      groups: v.array(text),
      kind: v.picklist(['县级部门', '乡镇(街道)', '其他']),
      fromPlan: v.boolean(),
      listed: v.optional(v.boolean(), true),
    }),
  ),
});

/** readings.yaml */
export const readingsFile = v.array(
  v.strictObject({
    id: v.pipe(text, v.regex(/^A\d{2}[a-z]?$/, '口径编号应为A05这样的写法')),
    items: v.array(text),
    noteOn: v.optional(v.array(text)),
    quotes: v.array(text),
    note: text,
    options: v.optional(v.record(optionKey, text)),
    default: v.optional(v.number()),
  }),
);
