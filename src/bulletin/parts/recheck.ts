import { compare, sum } from '../../scoring/fraction';
import type { Context } from '../context';
import { numberOf, pointsOf } from '../figure';
import type { Block, Figure, Measure, Run } from '../model';
import { isWorse, type Rechecked, type RecheckState } from '../recheck';
import { listOfUnits, titleOfItem, plain, quarterInWords } from '../words';
import { columns, heading, paragraph, table, type Chapter } from './blocks';

const STATES: Record<RecheckState, string> = { solved: '已解决', open: '仍有失分', unverified: '未能复核' };

type Problem = Pick<Rechecked, 'unit' | 'item'>;

/** Where a unit stands among those assessed; who is not comes last. */
function orderOf(cards: Context['cards']): (unit: string) => number {
  const positions = new Map(cards.map(({ unit }, index) => [unit, index]));
  return (unit) => positions.get(unit) ?? cards.length;
}

/** 上季度问题复查情况: which of an earlier quarter's problems are solved, which are open, and what is new. */
export function recheck({ recheck: found, cards }: Context): Chapter {
  if (!found || cards.length === 0) return { title: '', blocks: [] };
  const { problems, added, quarter } = found;
  const order = orderOf(cards);
  const unitsOf = (list: Problem[]) => [...new Set(list.map(({ unit }) => unit))].sort((a, b) => order(a) - order(b));
  const sources = (list: Problem[]) => ({
    units: unitsOf(list),
    items: [...new Set(list.map(({ item }) => item.id))],
    quarter,
  });
  const count = (measure: Measure, list: Problem[]): Figure => numberOf(measure, list.length, sources(list));
  const units = (measure: Measure, list: Problem[]): Figure => numberOf(measure, unitsOf(list).length, sources(list));
  const listed = (measure: Measure, list: Problem[]): Run[] => {
    const names = listOfUnits(unitsOf(list));
    return unitsOf(list).length === 1 ? [names] : [names, units(measure, list), '个单位'];
  };
  const by = (state: RecheckState) => problems.filter((problem) => problem.state === state);
  const [solved, open, unverified] = [by('solved'), by('open'), by('unverified')];
  const worse = open.filter(isWorse);
  const blocks: Block[] = [];

  if (problems.length === 0) blocks.push(paragraph(`${quarterInWords(quarter)}考评没有失分问题。`));
  else {
    const opening: Run[] = [
      `${quarterInWords(quarter)}失分问题共`,
      count('previousProblems', problems),
      '项次，涉及',
      units('previousProblemUnits', problems),
      '个单位。经复查，',
    ];
    const whole = [solved, open, unverified].find((list) => list.length === problems.length);
    const verdict: Run[] = whole
      ? [`${problems.length > 1 ? '均' : ''}${STATES[whole[0].state]}。`]
      : [
          ['solvedProblems', solved] as const,
          ['openProblems', open] as const,
          ['unverifiedProblems', unverified] as const,
        ]
          .filter(([, list]) => list.length > 0)
          .flatMap(([measure, list], index): Run[] => [
            `${index > 0 ? '，' : ''}${STATES[list[0].state]}`,
            count(measure, list),
            '项次',
          ])
          .concat('。');
    blocks.push(paragraph(opening, verdict, '逐项情况见附件3。'));
  }
  if (open.length > 0) {
    const grown: Run[] = worse.length > 0 ? ['其中失分比上次增加的有', count('worsenedProblems', worse), '项次。'] : [];
    blocks.push(
      paragraph(
        '仍有失分的单位是',
        listed('openProblemUnits', open),
        '。',
        grown,
        '因已经发生的情形扣减的分值，整改后在本年度内也不恢复。',
      ),
    );
  }
  if (unverified.length > 0) {
    blocks.push(paragraph('未能复核的，是本次没有参加考评、不再适用该项任务或数据不全的单位和项目。'));
  }
  if (found.compared) {
    const opening = `与${quarterInWords(quarter)}相比，`;
    const news: Run[] =
      added.length === 0
        ? ['没有新增失分问题。']
        : ['新增失分问题', count('newProblems', added), '项次，涉及', ...listed('newProblemUnits', added), '。'];
    blocks.push(paragraph(opening, news));
  }
  return { title: `${quarterInWords(quarter)}问题复查情况`, blocks };
}

/** Which of an item's sentences a problem is about, by the figures they look at: （好差评评价覆盖率）. */
function partOf({ compiled }: Context, { item, criteria }: Rechecked): string {
  const rules = compiled.item(item.id)!;
  const own = rules.criteria.filter(({ criterion }) => criteria.some(({ id }) => id === criterion.id));
  if (own.length === 0 || own.length === rules.criteria.length) return '';
  const facts = [...new Set(own.flatMap((criterion) => criterion.facts))];
  return facts.length > 0 ? `（${facts.map((position) => plain(item.facts[position].name)).join('、')}）` : '';
}

/** What has become of each problem, a sentence of a clause a row: who has solved it, who still loses on it. */
export function recheckTable(context: Context): Block[] {
  const { recheck: found, cards, items } = context;
  if (!found || found.problems.length === 0) return [];
  const heads = columns(['任务', 3.4, 'left'], ['上次\n失分', 1], ['复查结果', 8.6, 'left']);
  const order = orderOf(cards);
  const groups = new Map<string, Rechecked[]>();
  for (const problem of [...found.problems].sort((a, b) => order(a.unit) - order(b.unit))) {
    const key = [problem.item.id, ...problem.criteria.map(({ id }) => id)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const position = ([{ item, criteria }]: Rechecked[]) =>
    items.indexOf(item.id) + item.criteria.indexOf(criteria[0]) / (item.criteria.length + 1);
  const rows = [...groups.values()]
    .sort((a, b) => position(a) - position(b))
    .map((problems) => {
      const [first] = problems;
      return [
        `${titleOfItem(first.item)}${partOf(context, first)}`,
        lostThen(problems, found.quarter),
        outcomes(problems, found.quarter),
      ];
    });
  return [heading(`${quarterInWords(found.quarter)}问题复查`), { ...table(heads, rows), small: true }];
}

/** What units had lost then on one sentence. */
function lostThen(problems: Rechecked[], quarter: string): Figure {
  return pointsOf('previousLost', sum(problems.map(({ before }) => before)), {
    units: problems.map(({ unit }) => unit),
    items: [problems[0].item.id],
    criteria: problems[0].criteria.map(({ id }) => id),
    quarter,
  });
}

/** 0.5分（上次0.3分）: what a unit still loses, and what it had lost where that was another sum. */
function lostNow(problem: Rechecked, quarter: string): Run[] {
  const { unit, item, losses, now, before } = problem;
  const criteria = losses.flatMap((loss) => loss.criteria).map(({ id }) => id);
  const figure = pointsOf('lost', now, { units: [unit], items: [item.id], criteria });
  return compare(now, before) === 0 ? [figure, '分'] : [figure, '分（上次', lostThen([problem], quarter), '分）'];
}

/** 已解决：县甲局；仍有失分：县乙局0.5分（上次0.3分）。 */
function outcomes(problems: Rechecked[], quarter: string): Run[] {
  return (Object.keys(STATES) as RecheckState[])
    .map((state) => problems.filter((problem) => problem.state === state))
    .filter((list) => list.length > 0)
    .flatMap((list, index): Run[] => [
      `${index > 0 ? '；' : ''}${STATES[list[0].state]}：`,
      ...list.flatMap((problem, at): Run[] => [
        `${at > 0 ? '、' : ''}${plain(problem.unit)}`,
        ...(problem.state === 'open' ? lostNow(problem, quarter) : []),
      ]),
    ])
    .concat('。');
}
