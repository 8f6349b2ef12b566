import type { Context } from '../context';
import { countOf, numberOf, pointsOf, range } from '../figure';
import type { Block, Run } from '../model';
import { rankedBy, settledPlaces, type Place, type Standing } from '../standing';
import { fraction } from '../../scoring/fraction';
import { plain, quarterInWords } from '../words';
import { columns, heading, note, table, type Chapter } from './blocks';
import { inapplicable } from './basis';
import { nameOf } from './overview';

/** 二、考评排名: departments and townships apart. */
export function ranking(context: Context): Chapter {
  const blocks: Block[] = context.standings.flatMap((standing) => [
    heading(nameOf(standing.kind)),
    rankTable(context, standing),
  ]);
  const notes: Run[] = [];
  if (context.standings.some(({ places }) => new Set(places.map(({ rank }) => rank)).size < places.length)) {
    notes.push('得分相同的名次并列，排名不分先后。');
  }
  if (context.provisional) {
    notes.push('标注“待定”的单位，得分以“已确定得分～最高可能得分”表示，按已确定得分排名。', ...settledRanks(context));
  }
  const { previous } = context.options;
  if (previous && context.units.some((unit) => !previous.scores.some((score) => score.unit === unit))) {
    notes.push(`标注“—”的单位没有${quarterInWords(previous.quarter)}的得分。`);
  }
  const rule = inapplicable(context);
  if (rule) notes.push(`${rule}折算得分见附件1。`);
  if (notes.length > 0) blocks.push(note(notes));
  return { title: '考评排名', blocks };
}

/** How far the open points leave the ranks open, where there is more than one unit to rank. */
function settledRanks({ standings }: Context): Run[] {
  const ranked = standings.filter(({ places }) => places.length > 1);
  const places = ranked.flatMap((standing) => standing.places);
  if (places.length === 0) return [];
  const settled = ranked.flatMap(settledPlaces).map(({ card }) => card.unit);
  if (settled.length === 0) return ['各单位的得分区间均与其他单位重叠，名次均未确定，待定部分确定后可能变化。'];
  if (settled.length === places.length) return ['待定部分不影响名次。'];
  return ['名次已经确定的有', countOf('settledRanks', settled), '个单位，其他单位的名次在待定部分确定后可能变化。'];
}

/** A unit's total or, while it is open, its range. */
export function totalOf(context: Context, { card }: Place): Run[] {
  const sources = { units: [card.unit], items: context.items };
  return range(pointsOf('totalLow', card.total.low, sources), pointsOf('totalHigh', card.total.high, sources));
}

/** A unit's rank among the units of its kind. */
export function rankOf(context: Context, { places }: Standing, { rank, card }: Place): Run {
  const rivals = places.map((place) => place.card.unit).filter((unit) => unit !== card.unit);
  return numberOf('rank', rank, { units: [card.unit, ...rivals], items: context.items });
}

function changeOf(context: Context, { card }: Place): Run {
  const { previous } = context.options;
  const before = previous?.scores.find((score) => score.unit === card.unit);
  if (!previous || !before) return '—';
  const change = fraction(Math.round((rankedBy(card) - before.low) * 100), 100);
  const figure = pointsOf('totalChange', change, {
    units: [card.unit],
    items: context.items,
    quarter: previous.quarter,
  });
  return figure.value > 0 ? { ...figure, display: `+${figure.display}` } : figure;
}

function rankTable(context: Context, standing: Standing): Block {
  const { previous } = context.options;
  const heads = columns(['名次', 1], ['单位', 3], ['得分（分）', 2.4]);
  if (previous) heads.push(...columns([`较${quarterInWords(previous.quarter).replace('年', '年\n')}`, 2]));
  heads.push(...columns(['备注', 1]));
  const rows = standing.places.map((place) => [
    rankOf(context, standing, place),
    plain(place.card.unit),
    totalOf(context, place),
    ...(previous ? [changeOf(context, place)] : []),
    place.card.provisional ? '待定' : '',
  ]);
  return table(heads, rows, `${nameOf(standing.kind)}考评得分及排名`);
}
