import type { Assessment, Scorecard } from '../assessment';
import { checkIssue } from './check';
import { makeContext, whyUnscored, type Context } from './context';
import { numberOf, pointsOf, range } from './figure';
import { numbersOfItems } from './item-numbers';
import type { Loss } from './losses';
import type { Block, BulletinOptions, Notice, Notices, Run } from './model';
import { tableSizeOf } from './notice-page';
import { columns, paragraph, table } from './parts/blocks';
import { reachable, waysToGain } from './gains';
import { nameOf } from './parts/overview';
import { clauseOf } from './parts/problems';
import { extraPoints } from './parts/extras';
import { rankOf } from './parts/ranking';
import { momentInWords, noLosses, numberOfItem, titleOfItem, plain } from './words';
import { itemsOf } from '../rulebook/rules';
import { compare, sum } from '../scoring/fraction';

/** Beyond so many open items a notice names their numbers only, to keep to its page. */
const MOST_TOLD = 6;

/** Clauses are quoted as long as they leave the tables this large. */
const LEAST_QUOTED = 9;

/** How much a notice tells, so that it keeps to its page. */
interface Detail {
  /** The clauses beside the losses. */
  clauses: boolean;
  /** Item by item how the open points are gained. */
  ways: boolean;
  /** So many losses one by one. */
  losses: number;
}

export type NoticeOptions = Pick<BulletinOptions, 'quarter' | 'issuer' | 'date'>;

/**
 * Writes the notices of an assessment, one for each unit: what it lost and why, and what it can still gain.
 * Throws a Chinese sentence when the options contradict the assessment.
 */
export function composeNotices(assessment: Assessment, options: NoticeOptions): Notices {
  checkIssue(assessment, options);
  const context = makeContext(assessment, options);
  return {
    title: '扣分告知单',
    notices: context.cards.map((card): Notice => ({ unit: plain(card.unit), blocks: noticeOf(context, card) })),
    issuer: plain(options.issuer),
    date: momentInWords(options.date),
  };
}

/** As much as one page holds: all of it, or without the clauses, without the ways to gain, with the worst losses only. */
function noticeOf(context: Context, card: Scorecard): Block[] {
  const all = context.losses.filter(({ unit }) => unit === card.unit).length;
  const brief = { clauses: false, ways: false, losses: all };
  const details: Detail[] = [
    { clauses: true, ways: true, losses: all },
    { clauses: false, ways: true, losses: all },
    brief,
    ...Array.from({ length: all }, (_, index) => ({ ...brief, losses: all - 1 - index })),
  ];
  let blocks: Block[] = [];
  for (const detail of details) {
    blocks = written(context, card, detail);
    const size = tableSizeOf({ blocks });
    if (size !== undefined && (!detail.clauses || size >= LEAST_QUOTED)) break;
  }
  return blocks;
}

function written(context: Context, card: Scorecard, detail: Detail): Block[] {
  return [
    paragraph(standing(context, card)),
    { kind: 'heading', level: 1, text: '一、失分情况' },
    ...losses(context, card, detail),
    { kind: 'heading', level: 1, text: '二、尚可取得的分值' },
    ...gains(context, card, detail),
  ];
}

/** Where the unit stands: its points and its rank among its kind. */
function standing(context: Context, card: Scorecard): Run[] {
  const { assessment, items, standings } = context;
  const sources = { units: [card.unit], items };
  const total = range(pointsOf('totalLow', card.total.low, sources), pointsOf('totalHigh', card.total.high, sources));
  const own = standings.find(({ places }) => places.some((place) => place.card === card))!;
  const place = own.places.find((candidate) => candidate.card === card)!;
  const tied = own.places.filter(({ rank }) => rank === place.rank).length > 1;
  const among: Run[] =
    own.places.length === 1
      ? []
      : [
          '，在',
          numberOf('units', own.places.length, { units: own.places.map((other) => other.card.unit), items: [] }),
          `个${nameOf(own.kind)}中${card.provisional ? '按已确定得分' : ''}${tied ? '并列' : '列'}第`,
          rankOf(context, own, place),
          '名',
        ];
  const told = card.provisional ? '考评得分（已确定得分～最高可能得分）为' : '考评得分为';
  return [
    `根据《${plain(assessment.rulebook.title)}》，截至${momentInWords(assessment.asOf)}，你单位${told}`,
    ...total,
    '分',
    ...among,
    '。',
  ];
}

function losses(context: Context, card: Scorecard, detail: Detail): Block[] {
  const own = context.losses.filter((loss) => loss.unit === card.unit);
  const punished = extraPoints(context, card, 'deductions');
  const also: Block[] = punished.length > 0 ? [paragraph('另外，', punished)] : [];
  if (own.length === 0) return [paragraph(noLosses(card.provisional)), ...also];
  const { clauses } = detail;
  const heads = clauses
    ? columns(['序号', 0.8], ['任务', 3.2, 'left'], ['失分原因', 3.8, 'left'], ['评分标准', 4.8, 'left'], ['失分', 0.7])
    : columns(['序号', 0.8], ['任务', 4.5, 'left'], ['失分原因', 7.3, 'left'], ['失分', 0.7]);
  const worst = new Set([...own].sort((a, b) => compare(b.lost, a.lost)).slice(0, detail.losses));
  const told = own.filter((loss) => worst.has(loss));
  const rows = told.map((loss, index) => [
    String(index + 1),
    titleOfItem(loss.item),
    loss.reason,
    ...(clauses ? [clauseOf(loss)] : []),
    lostOn(card, [loss]),
  ]);
  const total = pointsOf('lost', sum(own.map(({ lost }) => lost)), { units: [card.unit], items: context.items });
  const where = clauses ? '' : '评分标准见通报附件3。';
  return [
    paragraph('各项任务共失', total, '分，', reasonsOf(card, own, told), where),
    ...(told.length > 0 ? [{ ...table(heads, rows), small: true }] : []),
    ...also,
  ];
}

/** Where the reasons of all losses stand. */
function reasonsOf(card: Scorecard, own: Loss[], told: Loss[]): Run[] {
  if (told.length === own.length) return ['原因如下。'];
  const rest = own.filter((loss) => !told.includes(loss));
  const count = (list: Loss[]) =>
    numberOf('losses', list.length, { units: [card.unit], items: [...new Set(list.map(({ item }) => item.id))] });
  if (told.length === 0) return ['原因见通报附件2。'];
  return [
    '失分较多的',
    count(told),
    '条原因如下，其余',
    count(rest),
    '条共失',
    lostOn(card, rest),
    '分，见通报附件2。',
  ];
}

function lostOn(card: Scorecard, list: Loss[]): Run {
  return pointsOf('lost', sum(list.map(({ lost }) => lost)), {
    units: [card.unit],
    items: [...new Set(list.map(({ item }) => item.id))],
    criteria: list.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  });
}

type Open = ReturnType<typeof stillOpen>;

function stillOpen(card: Scorecard) {
  return [...card.items, card.bonus].filter((score) => compare(score.high, score.low) > 0);
}

function gains(context: Context, card: Scorecard, detail: Detail): Block[] {
  const open = stillOpen(card);
  if (open.length === 0) return [paragraph('各项任务得分均已确定。')];
  const source = (scores: typeof open) => ({ units: [card.unit], items: scores.map(({ item }) => item) });
  const waiting = open.filter(({ state }) => state !== 'notDue');
  const inTime = open.filter(({ state }) => state === 'notDue');
  const blocks: Block[] = [];
  if (inTime.length > 0) {
    const total = pointsOf('reachable', reachable(inTime), source(inTime));
    if (detail.ways) {
      blocks.push(paragraph('时限未到，按要求完成后最多再得', total, '分：'), waysTable(context, card, inTime));
    } else {
      const count = numberOf('reachableItems', inTime.length, source(inTime));
      blocks.push(
        paragraph('时限未到的', count, '项，按要求完成后最多再得', total, `分：${numbersOf(context, inTime)}。`),
      );
    }
  }
  if (waiting.length > 0) {
    const total = pointsOf('reachable', reachable(waiting), source(waiting));
    const count = numberOf('reachableItems', waiting.length, source(waiting));
    const names = waiting.map((score) => {
      const ways = waysToGain(context, score);
      const number = numberOfItem(context.item(score.item)!);
      return `${number}${ways.length > 0 ? `（${ways.join('，')}）` : ''}`;
    });
    const many = waiting.length > MOST_TOLD;
    const listed = many ? numbersOf(context, waiting) : names.join('；');
    const rest = many ? '所缺数据见通报附件3。' : '';
    const [why, then] = whyUnscored(waiting);
    blocks.push(
      paragraph(
        inTime.length > 0 ? '另有' : '',
        count,
        `项因${why}暂不能定分，${then}后最多再得`,
        total,
        `分：${listed}。${rest}`,
      ),
    );
  }
  return blocks;
}

function numbersOf(context: Context, scores: Open): string {
  return numbersOfItems(
    scores.map((score) => context.item(score.item)!),
    itemsOf(context.assessment.rulebook),
  );
}

function waysTable(context: Context, card: Scorecard, scores: Open): Block {
  const heads = columns(
    ['序号', 0.8],
    ['任务', 4, 'left'],
    ['怎样取得', 7, 'left'],
    ['当前\n得分', 0.8],
    ['最多\n再得', 0.8],
  );
  const rows = scores.map((score, index) => {
    const source = { units: [card.unit], items: [score.item] };
    return [
      String(index + 1),
      titleOfItem(context.item(score.item)!),
      waysToGain(context, score).join('；'),
      pointsOf('itemAverage', score.low, source),
      pointsOf('reachable', reachable([score]), source),
    ];
  });
  return table(heads, rows);
}
