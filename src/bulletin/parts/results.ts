import type { Scorecard } from '../../assessment';
import { compare, sum, ZERO } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, numberOf, pointsOf } from '../figure';
import type { Block, Chart, Measure, Run } from '../model';
import { plain } from '../words';
import { sectionNumber } from './progress';
import { heading, paragraph, type Chapter } from './blocks';

const MOST_NAMED = 5;

/** 四、失分、加分和扣分情况 */
export function results(context: Context): Chapter {
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const { bonus, deductions } = context.assessment.rulebook;
  return {
    title: '失分、加分和扣分情况',
    blocks: [
      heading('失分情况'),
      lossesByUnit(context),
      ...lossChart(context),
      heading('激励加分情况'),
      ...extras(context, 'bonus', bonus.id),
      heading('扣分情况'),
      ...extras(context, 'deductions', deductions.id),
    ],
  };
}

/** Points that each unit has lost, most first. */
export function lostByUnit(context: Context) {
  return context.cards
    .map((card) => {
      const losses = context.losses.filter((loss) => loss.unit === card.unit);
      return { unit: card.unit, losses, lost: sum(losses.map((loss) => loss.lost)) };
    })
    .filter(({ losses }) => losses.length > 0)
    .sort((a, b) => compare(b.lost, a.lost));
}

function lossesByUnit(context: Context): Block {
  const losing = lostByUnit(context);
  if (losing.length === 0) return paragraph('各项任务没有失分。');
  const units = losing.map(({ unit }) => unit);
  const total = pointsOf('lost', sum(losing.map(({ lost }) => lost)), { units, items: context.items });
  const annex = '逐条原因见附件2。';
  if (context.cards.length === 1) return paragraph(`${plain(units[0])}失分`, total, `分。${annex}`);
  const named = losing
    .slice(0, MOST_NAMED)
    .flatMap(({ unit, lost }, index): Run[] => [
      `${index > 0 ? '、' : ''}${plain(unit)}`,
      pointsOf('lost', lost, { units: [unit], items: context.items }),
      '分',
    ]);
  return paragraph(
    countOf('losingUnits', units, { items: context.items }),
    '个单位有失分，合计',
    total,
    losing.length > MOST_NAMED ? '分，失分较多的是' : '分，分别是',
    named,
    `。${annex}`,
  );
}

/** Points lost in each section, when any were. */
function lossChart({ assessment, losses }: Context): Chart[] {
  if (losses.length === 0) return [];
  const { sections } = assessment.rulebook;
  const figures = sections.map((section) => {
    const own = losses.filter((loss) => section.items.includes(loss.item));
    const units = [...new Set(own.map(({ unit }) => unit))];
    return pointsOf('lost', sum(own.map(({ lost }) => lost)), { units, items: section.items.map(({ id }) => id) });
  });
  const series = [{ name: '失分', figures }];
  return [{ kind: 'chart', title: '各部分失分合计（分）', categories: sections.map(sectionNumber), series }];
}

/** Points beside the sections: item 9 and item 10. */
type Extra = 'bonus' | 'deductions';

interface ExtraWords {
  measures: { units: Measure; low: Measure; waiting: Measure };
  none: string;
  counted: string;
  word: string;
}

const EXTRAS: Record<Extra, ExtraWords> = {
  bonus: {
    measures: { units: 'bonusUnits', low: 'bonusLow', waiting: 'bonusWaiting' },
    none: '没有单位获得激励加分。',
    counted: '个单位获得激励加分',
    word: '加',
  },
  deductions: {
    measures: { units: 'penaltyUnits', low: 'penaltyLow', waiting: 'penaltyWaiting' },
    none: '没有单位被扣分。',
    counted: '个单位被扣分',
    word: '扣',
  },
};

/** 市级表彰奖励1次, when it has happened. */
function occurrences({ item }: Context, card: Scorecard, extra: Extra, id: string): Run[][] {
  const { item: itemId, facts } = card[extra];
  const fact = item(itemId)?.facts.find((candidate) => candidate.id === id);
  const value = facts.find((used) => used.fact === id)?.value;
  if (!fact || typeof value !== 'number' || value === 0) return [];
  const figure = numberOf('factValue', value, { units: [card.unit], items: [itemId], fact: id });
  return [[plain(fact.name), figure, fact.unit]];
}

/** 加2分：市级表彰奖励1次。 Nothing when there are no such points for sure. */
export function extraPoints(context: Context, card: Scorecard, extra: Extra): Run[] {
  const { low, lines, item } = card[extra];
  if (compare(low, ZERO) <= 0) return [];
  const { word, measures } = EXTRAS[extra];
  const facts = lines
    .filter((line) => line.effect && compare(line.effect, ZERO) > 0)
    .flatMap((line) => line.facts)
    .flatMap((fact) => occurrences(context, card, extra, fact))
    .flatMap((runs, index): Run[] => [index === 0 ? '：' : '、', ...runs]);
  return [word, pointsOf(measures.low, low, { units: [card.unit], items: [item] }), '分', ...facts, '。'];
}

/** Bonus or deductions: who has them for sure, how many points, and the facts they rest on. */
function extras(context: Context, extra: Extra, item: string): Block[] {
  const { measures, none, counted, word } = EXTRAS[extra];
  const items = [item];
  const sure = context.cards.filter((card) => compare(card[extra].low, ZERO) > 0);
  const waiting = context.cards.filter((card) => ['pending', 'rejected'].includes(card[extra].state));
  const blocks: Block[] = sure.map((card) => paragraph(plain(card.unit), extraPoints(context, card, extra)));
  if (sure.length === 0) blocks.push(paragraph(none));
  else if (context.cards.length > 1) {
    const count = countOf(
      measures.units,
      sure.map((card) => card.unit),
      { items },
    );
    blocks.unshift(paragraph(count, `${counted}。`));
  }
  if (waiting.length > 0) {
    const count = countOf(
      measures.waiting,
      waiting.map((card) => card.unit),
      { items },
    );
    blocks.push(paragraph(count, `个单位的${word}分数据尚待核定。`));
  }
  return blocks;
}
