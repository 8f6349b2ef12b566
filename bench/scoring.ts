/**
 * Scoring three items of three shapes (bands; a deduction with a threshold and one with a cap; bands with a capped deduction)
 * beside the same rules in json-rules-engine, json-logic-engine and plain TypeScript, which is the limit.
 */
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import rulebook from '../src/rulebook/default';
import { compileRulebook } from '../src/scoring/compile';
import { toPoints } from '../src/scoring/fraction';
import type { Given } from '../src/scoring/parse-fact';
import { pointsOf, scoreItem } from '../src/scoring/score-item';
import { perSecond, rates, ratesLater, type Result } from './measure';

const ITEMS = ['2.10', '2.11', '3.5'];
const CASES = 300;

/** Facts by item, in the rulebook's order. */
type Case = number[][];

function cases(): Case[] {
  let seed = 20231231;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const percent = (from: number) => from + random((100 - from) * 100 + 1) / 100;
  return Array.from({ length: CASES }, () => [
    [percent(70), random(8)],
    [percent(93), random(6)],
    [percent(50), percent(50), random(12) / 100],
  ]);
}

const DATA = cases();

/** The three items as a programmer would write them, in hundredths. */
const byHand: ((facts: number[]) => number)[] = [
  ([coverage, months]) => 200 - (coverage < 80 ? 100 : 0) - Math.min(100, months * 20),
  ([completion, overdue]) => {
    const done = completion >= 100 ? 100 : completion >= 95 ? 50 : 0;
    return Math.max(0, done + 100 - Math.min(200, overdue * 50));
  },
  ([compress, instant, trips]) =>
    (compress >= 91 ? 100 : compress >= 80 ? 70 : compress >= 60 ? 50 : 0) +
    (instant >= 75 ? 100 : instant >= 60 ? 50 : 0) +
    (trips <= 0.05 ? 100 : 0),
];

const at = (i: number) => ({ var: String(i) });
const logic = new LogicEngine();
const byLogic = [
  {
    '-': [{ '-': [200, { if: [{ '<': [at(0), 80] }, 100, 0] }] }, { min: [100, { '*': [at(1), 20] }] }],
  },
  {
    max: [
      0,
      {
        '+': [
          { if: [{ '>=': [at(0), 100] }, 100, { '>=': [at(0), 95] }, 50, 0] },
          100,
          { '-': [0, { min: [200, { '*': [at(1), 50] }] }] },
        ],
      },
    ],
  },
  {
    '+': [
      { if: [{ '>=': [at(0), 91] }, 100, { '>=': [at(0), 80] }, 70, { '>=': [at(0), 60] }, 50, 0] },
      { if: [{ '>=': [at(1), 75] }, 100, { '>=': [at(1), 60] }, 50, 0] },
      { if: [{ '<=': [at(2), 0.05] }, 100, 0] },
    ],
  },
].map((rule) => logic.build(rule as never) as (facts: number[]) => number);

/** A rule that adds points when a fact lies in a band; deductions by number are one rule a number, as that engine has it. */
function addRule(engine: Engine, fact: string, from: number, below: number, points: number): void {
  engine.addRule({
    conditions: {
      all: [
        { fact, operator: 'greaterThanInclusive', value: from },
        { fact, operator: 'lessThan', value: below },
      ],
    },
    event: { type: 'points', params: { points } },
  });
}

function engineOf(start: number, bands: [fact: string, from: number, below: number, points: number][]) {
  const engine = new Engine();
  for (const band of bands) addRule(engine, ...band);
  return async (facts: number[]) => {
    const { events } = await engine.run(Object.fromEntries(facts.map((value, i) => [`f${i}`, value])));
    return Math.max(
      0,
      events.reduce((sum, { params }) => sum + (params!.points as number), start),
    );
  };
}

const byEngine = [
  engineOf(200, [
    ['f0', 0, 80, -100],
    ...[1, 2, 3, 4].map((n): [string, number, number, number] => ['f1', n, n + 1, -20 * n]),
    ['f1', 5, Infinity, -100],
  ]),
  engineOf(100, [
    ['f0', 95, 100, 50],
    ['f0', 100, Infinity, 100],
    ...[1, 2, 3].map((n): [string, number, number, number] => ['f1', n, n + 1, -50 * n]),
    ['f1', 4, Infinity, -200],
  ]),
  engineOf(0, [
    ['f0', 91, Infinity, 100],
    ['f0', 80, 91, 70],
    ['f0', 60, 80, 50],
    ['f1', 75, Infinity, 100],
    ['f1', 60, 75, 50],
    ['f2', 0, 0.0500001, 100],
  ]),
];

const compiled = ITEMS.map((id) => compileRulebook(rulebook).item(id)!);
const given: Given[][][] = DATA.map((facts) =>
  facts.map((values) => values.map((value): Given => ({ is: 'value', value }))),
);

/** All four must give the same points, or the comparison means nothing. */
async function checkThatAllAgree(): Promise<void> {
  for (const [i, facts] of DATA.entries()) {
    for (const [k, values] of facts.entries()) {
      const expected = byHand[k](values) / 100;
      const got = [
        toPoints(pointsOf(compiled[k], given[i][k])!),
        toPoints(scoreItem(compiled[k], given[i][k]).points!),
        byLogic[k](values) / 100,
        (await byEngine[k](values)) / 100,
      ];
      if (got.some((points) => points !== expected)) {
        throw new Error(`${ITEMS[k]} of ${values.join()}: ${expected} by hand, ${got.join()} by the others`);
      }
    }
  }
}

let sink = 0;

export async function scoring(): Promise<Result[]> {
  await checkThatAllAgree();
  const overAll = (score: (k: number, i: number) => number) => () => {
    for (let i = 0; i < CASES; i++) for (let k = 0; k < ITEMS.length; k++) sink += score(k, i);
  };
  const per = CASES * ITEMS.length;
  const rate = rates({
    points: overAll((k, i) => toPoints(pointsOf(compiled[k], given[i][k])!)),
    traced: overAll((k, i) => toPoints(scoreItem(compiled[k], given[i][k]).points!)),
    hand: overAll((k, i) => byHand[k](DATA[i][k])),
    logic: overAll((k, i) => byLogic[k](DATA[i][k])),
  });
  const { engine } = await ratesLater({
    engine: async () => {
      for (let i = 0; i < CASES; i++) for (let k = 0; k < ITEMS.length; k++) sink += await byEngine[k](DATA[i][k]);
    },
  });
  const items = (each: number) => perSecond(each * per);
  return [
    {
      what: '计分，附逐条理由（条目/秒）',
      measured: items(rate.traced),
      beside: `json-rules-engine ${items(engine)}，${(rate.traced / engine).toFixed(0)}倍`,
      aim: '不低于50倍',
      met: rate.traced >= 50 * engine,
    },
    {
      what: '计分，只要分数（条目/秒）',
      measured: items(rate.points),
      beside: `手写函数 ${items(rate.hand)}，${(rate.points / rate.hand).toFixed(2)}倍；json-logic-engine ${items(rate.logic)}，${(rate.points / rate.logic).toFixed(1)}倍`,
      aim: '不低于手写函数的四分之一',
      met: rate.points >= rate.hand / 4,
    },
  ];
}

if (sink === Infinity) console.log(sink); // what is computed must be used
