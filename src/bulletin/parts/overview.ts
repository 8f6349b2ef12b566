import type { Scorecard } from '../../assessment';
import { compare, fraction, fromDecimal, negate, toPoints, ZERO } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, mean, numberOf, pointsOf } from '../figure';
import type { Block, Run } from '../model';
import type { ReportState } from '../reporting';
import { rankedBy } from '../standing';
import { listOfUnits, momentInWords, plain, quarterInWords } from '../words';
import { paragraph, type Chapter } from './blocks';

/** 一、总体情况 */
export function overview(context: Context): Chapter {
  const blocks: Block[] = [assessedUnits(context)];
  if (context.cards.length > 0) blocks.push(...reports(context), ...totals(context), ...againstPrevious(context));
  return { title: '总体情况', blocks };
}

function assessedUnits(context: Context): Block {
  const { assessment, standings, units } = context;
  const rest = unread(context);
  const until = `考评数据截至${momentInWords(assessment.asOf)}，满分${assessment.rulebook.total}分。`;
  if (units.length === 0) return paragraph('本季度没有单位参加考评，不形成得分和排名。', rest);
  if (units.length === 1)
    return paragraph('本季度考评', countOf('units', units), `个单位，为${plain(units[0])}。${until}`, rest);
  if (standings.length === 1) {
    return paragraph(
      '本季度共考评',
      countOf('units', units),
      `个单位，均为${nameOf(standings[0].kind)}。${until}`,
      rest,
    );
  }
  const parts = standings.flatMap(({ kind, places }): Run[] => [
    `，${nameOf(kind)}`,
    countOf(
      'units',
      places.map(({ card }) => card.unit),
    ),
    '个',
  ]);
  return paragraph(
    '本季度共考评',
    countOf('units', units),
    '个单位，其中',
    String(parts[0]).slice(1),
    parts.slice(1),
    `。${until}`,
    rest,
  );
}

/** Workbooks that no one could read: whoever handed them in is not assessed by them. */
function unread({ assessment }: Context): Run[] {
  const files = assessment.files.filter(({ status }) => status === 'unreadable').length;
  if (files === 0) return [];
  return ['另有', numberOf('unreadFiles', files, { units: [], items: [] }), '个报送文件不能读取，没有纳入考评。'];
}

/** 县级部门, 乡镇（街道）, 其他单位 */
export function nameOf(kind: Context['standings'][number]['kind']): string {
  return kind === '其他' ? '其他单位' : plain(kind);
}

/** How a single unit stands with its report. */
const ALONE: Record<ReportState, string> = {
  onTime: '已按时报送',
  late: '逾期报送',
  notReceived: '未报送',
  notYetDue: '尚未报送，报送时限未到',
  unrecorded: '没有报送登记',
};

function reports(context: Context): Block[] {
  const { report, options, units, reports: by } = context;
  const quarter = options.quarter;
  const count = (state: keyof typeof by) => countOf(state, by[state], { quarter });
  const opening = report
    ? `${quarterInWords(quarter)}工作情况报告及问题清单应于${momentInWords(report.due)}前报送。`
    : `${quarterInWords(quarter)}工作情况报告及问题清单报送情况如下：`;
  const recorded = units.length - by.unrecorded.length;
  if (recorded === 0) return [paragraph(opening, '本次考评数据中没有报送登记，不作统计。')];

  const notCounted = report && !report.counted ? '该次报送不计入考评。' : '';
  if (units.length === 1) {
    const state = (Object.keys(by) as ReportState[]).find((candidate) => by[candidate].length === 1)!;
    return [paragraph(opening, `${plain(units[0])}${ALONE[state]}。${notCounted}`)];
  }
  const said: Run[][] = [];
  if (by.onTime.length === recorded)
    said.push([count('onTime'), recorded === 1 ? '个单位按时报送' : '个单位均按时报送']);
  else if (by.notReceived.length === recorded)
    said.push([count('notReceived'), recorded === 1 ? '个单位未报送' : '个单位均未报送']);
  else if (by.notYetDue.length === recorded) said.push([count('notYetDue'), '个单位尚未报送，报送时限未到']);
  else {
    said.push(by.onTime.length > 0 ? [count('onTime'), '个单位按时报送'] : ['没有单位按时报送']);
    if (by.late.length > 0) said.push([count('late'), `个单位逾期报送（${listOfUnits(by.late)}）`]);
    if (by.notReceived.length > 0) said.push([count('notReceived'), `个单位未报送（${listOfUnits(by.notReceived)}）`]);
    if (by.notYetDue.length > 0) said.push([count('notYetDue'), '个单位尚未报送，报送时限未到']);
  }
  if (by.unrecorded.length > 0) said.push([count('unrecorded'), '个单位没有报送登记，不作统计']);
  const body = said.flatMap((clause, index): Run[] => (index === 0 ? clause : ['；', ...clause]));
  return [paragraph(opening, body, `。${notCounted}`)];
}

function totals(context: Context): Block[] {
  const { cards, units, items, provisional } = context;
  const low = (card: Scorecard) => pointsOf('totalLow', card.total.low, { units: [card.unit], items });
  if (cards.length === 1) {
    if (!provisional) return [paragraph(`${plain(units[0])}得分`, low(cards[0]), '分。')];
    const high = pointsOf('totalHigh', cards[0].total.high, { units, items });
    return [paragraph(`${plain(units[0])}已确定得分`, low(cards[0]), '分，最高可能得分', high, '分，最终得分待定。')];
  }
  const open = cards.filter((card) => card.provisional).map((card) => card.unit);
  const word = provisional ? '已确定得分' : '得分';
  const opening: Run[] = !provisional
    ? []
    : open.length === cards.length
      ? [countOf('provisionalUnits', open), '个单位的得分均有待定部分，以下按已确定得分统计。']
      : [countOf('provisionalUnits', open), '个单位的得分有待定部分，以下按已确定得分统计。'];

  const best = Math.max(...cards.map(rankedBy));
  const worst = Math.min(...cards.map(rankedBy));
  if (best === worst) return [paragraph(opening, `各单位${word}均为`, low(cards[0]), '分。')];
  const extreme = (value: number): Run[] => {
    const at = cards.filter((card) => rankedBy(card) === value);
    const figure = pointsOf('totalLow', at[0].total.low, { units: at.map((card) => card.unit), items });
    const names = listOfUnits(figure.sources.units, 5);
    if (at.length === 1) return [figure, `分（${names}）`];
    return [figure, `分（${names}`, countOf('tied', figure.sources.units, { items }), '个单位并列）'];
  };
  const average = pointsOf('averageTotal', mean(cards.map((card) => card.total.low)), { units, items });
  return [paragraph(opening, `平均${word}`, average, '分；最高', extreme(best), '；最低', extreme(worst), '。')];
}

function againstPrevious(context: Context): Block[] {
  const { previous } = context.options;
  if (!previous) return [];
  const before = new Map(previous.scores.map(({ unit, low }) => [unit, low]));
  const both = context.cards.filter((card) => before.has(card.unit));
  const opening = `与${quarterInWords(previous.quarter)}相比，`;
  if (both.length === 0) return [paragraph(opening, '没有两个季度均参加考评的单位，不作比较。')];

  const units = both.map((card) => card.unit);
  const sources = { units, items: context.items, quarter: previous.quarter };
  const was = mean(units.map((unit) => fromDecimal(before.get(unit)!)));
  const now = mean(both.map((card) => fromDecimal(rankedBy(card))));
  const change = fraction(Math.round((toPoints(now) - toPoints(was)) * 100), 100);
  const direction = compare(change, ZERO);
  const moved = (sign: number) => both.filter((card) => Math.sign(rankedBy(card) - before.get(card.unit)!) === sign);
  const named = (measure: 'risen' | 'unchanged' | 'fallen', sign: number) =>
    countOf(
      measure,
      moved(sign).map((card) => card.unit),
      { items: context.items, quarter: previous.quarter },
    );

  const size = direction < 0 ? negate(change) : change;
  const past = pointsOf('previousAverage', was, sources);
  const present = pointsOf('currentAverage', now, sources);
  const course: Run[] =
    direction === 0
      ? ['持平，为', present, '分']
      : [
          '由',
          past,
          direction > 0 ? '分升至' : '分降至',
          present,
          direction > 0 ? '分，提高' : '分，下降',
          pointsOf('averageChange', size, sources),
          '分',
        ];
  if (both.length === 1) return [paragraph(opening, `${plain(units[0])}已确定得分`, course, '。')];

  const moves = (
    [
      ['risen', 1, '上升'],
      ['unchanged', 0, '持平'],
      ['fallen', -1, '下降'],
    ] as const
  )
    .map(([measure, sign, word]) => ({ figure: named(measure, sign), word }))
    .filter(({ figure }) => figure.value > 0);
  const spread: Run[] =
    moves.length === 1
      ? [`各单位均${moves[0].word}`]
      : moves.flatMap(({ figure, word }, index): Run[] => [index > 0 ? '、' : '', figure, `个单位${word}`]);
  return [
    paragraph(
      opening,
      '两个季度均参加考评的单位有',
      countOf('comparedUnits', units, { quarter: previous.quarter }),
      '个，平均已确定得分',
      course,
      '；',
      spread,
      '。',
    ),
  ];
}
