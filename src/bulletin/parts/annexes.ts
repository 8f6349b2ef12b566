import { compare, max, subtract, ZERO } from '../../scoring/fraction';
import { waitingIn, type Context } from '../context';
import { pointsOf, range } from '../figure';
import { numbersOfItems } from '../item-numbers';
import type { Annex, Block, Chart, Run, Table } from '../model';
import { reportState, REPORT_STATES } from '../reporting';
import {
  fromCells,
  hasTime,
  momentInWords,
  noLosses,
  numberOfItem,
  plain,
  quarterInWords,
  quoted,
  titleOfItem,
  withoutStop,
} from '../words';
import { chosenOption, inapplicable, readingsUsed } from './basis';
import { columns, heading, note, paragraph, table } from './blocks';
import { extraFacts } from './extras';
import { itemTable } from './item-table';
import { nameOf } from './overview';
import { errorTable } from './data-errors';
import { clauseOf } from './problems';
import { sectionScore } from './progress';
import { rankOf, totalOf } from './ranking';
import { recheckTable } from './recheck';
import { lostByUnit } from './results';

/** The annexes, always the same six in the same order, so that the text can name them by number. */
export function annexes(context: Context): Annex[] {
  if (context.cards.length === 0) return [];
  const annex = (title: string, blocks: Block[], wide = false): Annex => ({ title, blocks, wide });
  return [
    annex('得分总表', [...scoreTables(context), note(scoreNote(context)), ...totalsChart(context)], true),
    annex('扣分明细', lossTables(context)),
    annex('问题清单', problemList(context)),
    annex('报送情况', reportTable(context)),
    annex('各项任务得分情况', [itemTable(context)], true),
    annex('计分口径', readingTable(context)),
  ];
}

function scoreTables(context: Context): Table[] {
  const { rulebook } = context.assessment;
  const heads = columns(
    ['名次', 0.95],
    ['单位', 2.3],
    ...rulebook.sections.map((section): [string, number] => [
      `${plain(section.title).split('、')[0]}\n${section.points}分`,
      section.points >= 10 ? 2.1 : 1.75,
    ]),
    ['加分', 0.95],
    ['扣分', 0.95],
    ['考评\n得分', 2.2],
    ['折算\n得分', 2.2],
  );
  return context.standings.map((standing) => {
    const rows = standing.places.map((place) => {
      const { card } = place;
      const on = (items: string[]) => ({ units: [card.unit], items });
      const sections = rulebook.sections.map((section): Run[] => {
        const score = sectionScore(card, section);
        const sources = on(section.items.map((item) => item.id));
        return score
          ? range(pointsOf('sectionLow', score.low, sources), pointsOf('sectionHigh', score.high, sources))
          : ['—'];
      });
      const [bonus, deductions] = [on([rulebook.bonus.id]), on([rulebook.deductions.id])];
      return [
        rankOf(context, standing, place),
        plain(card.unit),
        ...sections,
        range(pointsOf('bonusLow', card.bonus.low, bonus), pointsOf('bonusHigh', card.bonus.high, bonus)),
        range(
          pointsOf('penaltyLow', card.deductions.low, deductions),
          pointsOf('penaltyHigh', card.deductions.high, deductions),
        ),
        totalOf(context, place),
        range(
          pointsOf('rescaledLow', card.total.rescaled.low, on(context.items)),
          pointsOf('rescaledHigh', card.total.rescaled.high, on(context.items)),
        ),
      ];
    });
    return table(heads, rows, nameOf(standing.kind));
  });
}

/** Totals as bars, best first, when there are several to compare. */
function totalsChart({ assessment, standings, items, provisional, cards }: Context): Chart[] {
  if (cards.length < 2) return [];
  const places = standings.flatMap((standing) => standing.places);
  const sources = (unit: string) => ({ units: [unit], items });
  const low = places.map(({ card }) => pointsOf('totalLow', card.total.low, sources(card.unit)));
  const series = [{ name: provisional ? '已确定得分' : '考评得分', figures: low }];
  if (provisional) {
    const open = places.map(({ card: { unit, total } }) =>
      pointsOf('totalOpen', subtract(total.high, total.low), sources(unit)),
    );
    series.push({ name: '待定', figures: open });
  }
  const categories = places.map(({ card }) => plain(card.unit));
  return [{ kind: 'chart', title: '各单位考评得分（分）', categories, series, maximum: assessment.rulebook.total }];
}

function scoreNote(context: Context): string {
  const open = context.provisional ? '得分待定的，以“已确定得分～最高可能得分”表示。' : '';
  const { total } = context.assessment.rulebook;
  return `考评得分超过${total}分的，按${total}分确定。${inapplicable(context)}折算得分是按适用于本单位的项目折算为${total}分的结果，供参考。${open}`;
}

function lossTables(context: Context): Block[] {
  const losing = lostByUnit(context);
  const heads = columns(
    ['单位', 2.4],
    ['任务', 3.6, 'left'],
    ['失分原因', 6, 'left'],
    ['失分', 0.9],
    ['附件3\n序号', 1.2],
  );
  const rows = losing.flatMap(({ unit, losses }) =>
    losses.map((loss) => [
      plain(unit),
      titleOfItem(loss.item),
      loss.reason,
      pointsOf('lost', loss.lost, {
        units: [unit],
        items: [loss.item.id],
        criteria: loss.criteria.map(({ id }) => id),
      }),
      String(context.problems.findIndex((problem) => problem.losses.includes(loss)) + 1),
    ]),
  );
  const blocks: Block[] = losing.length > 0 ? [table(heads, rows)] : [paragraph(noLosses(context.provisional))];
  const punished = penaltyTable(context);
  return punished.length > 0 ? [heading('失分'), ...blocks, ...punished] : blocks;
}

/** Points taken off beside the items, by unit. */
function penaltyTable(context: Context): Block[] {
  const { deductions } = context.assessment.rulebook;
  const rows = context.cards
    .filter((card) => compare(max(card.deductions.low, card.deductions.high), ZERO) > 0)
    .map((card): (Run | Run[])[] => {
      const { low, high } = card.deductions;
      const on = { units: [card.unit], items: [deductions.id] };
      const facts = extraFacts(context, card, 'deductions');
      const points = range(pointsOf('penaltyLow', low, on), pointsOf('penaltyHigh', high, on));
      return [plain(card.unit), facts.length > 0 ? facts : '数据尚待核定', points];
    });
  if (rows.length === 0) return [];
  const heads = columns(['单位', 2.6], ['扣分情形', 9, 'left'], ['扣分', 1.7]);
  return [heading(`第${plain(deductions.number)}项扣分`), { ...table(heads, rows), small: true }];
}

function problemList(context: Context): Block[] {
  const tables = [problemTable, recheckTable, openTable, errorTable].flatMap((write) => write(context));
  return tables.length > 0 ? tables : [paragraph('没有发现问题。')];
}

function problemTable(context: Context): Block[] {
  if (context.problems.length === 0) return [];
  const heads = columns(
    ['序号', 0.8],
    ['任务', 2.5, 'left'],
    ['评分标准', 4, 'left'],
    ['涉及单位', 5.2, 'left'],
    ['失分\n合计', 1],
    ['完成时限', 1.5, 'left'],
  );
  const rows = context.problems.map((problem, index) => [
    String(index + 1),
    titleOfItem(problem.item),
    clauseOf(problem),
    context.cards.length > 1 && problem.losses.length === context.cards.length
      ? '各单位'
      : problem.losses.map((loss) => plain(loss.unit)).join('、'),
    pointsOf('lost', problem.lost, {
      units: problem.losses.map((loss) => loss.unit),
      items: [problem.item.id],
      criteria: problem.criteria.map(({ id }) => id),
    }),
    plain(problem.item.task.deadline),
  ]);
  return [heading('任务落实问题'), table(heads, rows)];
}

/** What each unit has to report or correct: items that nothing is known of by number, others fact by fact. */
function openTable(context: Context): Block[] {
  const all = context.assessment.rulebook.sections.flatMap((section) => section.items);
  const rows = context.cards.flatMap((card) => {
    const open = waitingIn(card);
    if (open.length === 0) return [];
    const isEmpty = (score: (typeof open)[number]) =>
      score.rejected.length === 0 && score.facts.every(({ value }) => value === undefined);
    const empty = open.filter(isEmpty).map((score) => context.item(score.item)!);
    const partial = open.filter((score) => !isEmpty(score)).map((score) => wanting(context, score));
    return [[plain(card.unit), numbersOfItems(empty, all) || '—', partial.join('；') || '—']];
  });
  if (rows.length === 0) return [];
  const heads = columns(['单位', 1.8], ['没有数据的项目', 3.6, 'left'], ['数据不全或不合理的项目', 5.8, 'left']);
  return [heading('待补报和更正的数据'), { ...table(heads, rows), small: true }];
}

function wanting(context: Context, { item: id, missing, rejected }: Context['cards'][number]['items'][number]): string {
  const item = context.item(id)!;
  // What is there and cannot be is not wanting.
  const absent = missing.filter((fact) => !rejected.some((wrong) => wrong.fact === fact));
  const named = absent.map((fact) => plain(item.facts.find((candidate) => candidate.id === fact)?.name ?? fact));
  const wrong = rejected.map(({ problem }) => withoutStop(fromCells(problem)));
  return `${numberOfItem(item)}（${[...(named.length > 0 ? [`缺${named.join('、')}`] : []), ...wrong].join('，')}）`;
}

function reportTable(context: Context): Block[] {
  const { assessment, options, report, cards } = context;
  const dueDay = report?.due.slice(0, 10);
  const opening = report
    ? `${quarterInWords(options.quarter)}工作情况报告及问题清单的报送时限为${momentInWords(report.due)}。`
    : `${quarterInWords(options.quarter)}工作情况报告及问题清单报送情况。`;
  const rows = cards.map((card) => {
    const entry = card.reports.find(({ quarter }) => quarter === options.quarter);
    const state = reportState(entry, report, assessment.asOf);
    return [plain(card.unit), entry?.received ? momentInWords(entry.received) : '—', REPORT_STATES[state]];
  });
  const timeless = cards.some(({ reports }) =>
    reports.some(
      ({ quarter, received, late }) =>
        quarter === options.quarter && received && !late && !hasTime(received) && received.slice(0, 10) === dueDay,
    ),
  );
  return [
    paragraph(opening),
    table(columns(['单位', 3], ['报送时间', 3], ['情况', 2]), rows),
    ...(timeless ? [note('时限当天收到、没有登记时刻的，按时限前收到计。')] : []),
  ];
}

function readingTable(context: Context): Block[] {
  const used = readingsUsed(context);
  if (used.length === 0) return [paragraph('各项得分没有涉及需要选择的口径。')];
  const rows = used.map((reading) => {
    const option = chosenOption(context, reading);
    const items = reading.items.map((id) => {
      const item = context.item(id);
      return item ? numberOfItem(item) : '各项';
    });
    return [
      reading.id,
      items.join('；'),
      reading.quotes.map((quote) => quoted(quote)).join(''),
      plain(reading.options![option] ?? ''),
      option === reading.default ? '是' : '否',
    ];
  });
  return [
    table(
      columns(['编号', 1], ['项目', 1.6], ['原文', 4.4, 'left'], ['采用的口径', 3, 'left'], ['默认\n口径', 1]),
      rows,
    ),
  ];
}
