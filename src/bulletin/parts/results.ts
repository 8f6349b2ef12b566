import type { Scorecard } from '../../assessment';
import { compare, sum, ZERO } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, numberOf, pointsOf } from '../figure';
import type { Block, Measure, Run } from '../model';
import { plain } from '../words';
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
      heading('激励加分情况'),
      ...extras(context, {
        score: (card) => card.bonus,
        item: bonus.id,
        measures: { units: 'bonusUnits', low: 'bonusLow', waiting: 'bonusWaiting' },
        none: '没有单位获得激励加分。',
        counted: '个单位获得激励加分',
        word: '加',
      }),
      heading('扣分情况'),
      ...extras(context, {
        score: (card) => card.deductions,
        item: deductions.id,
        measures: { units: 'penaltyUnits', low: 'penaltyLow', waiting: 'penaltyWaiting' },
        none: '没有单位被扣分。',
        counted: '个单位被扣分',
        word: '扣',
      }),
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

/** 市级表彰奖励1次, when it has happened. */
function occurrences({ item }: Context, extra: Extra, card: Scorecard, id: string): Run[][] {
  const fact = item(extra.item)?.facts.find((candidate) => candidate.id === id);
  const value = extra.score(card).facts.find((used) => used.fact === id)?.value;
  if (!fact || typeof value !== 'number' || value === 0) return [];
  const figure = numberOf('factValue', value, { units: [card.unit], items: [extra.item], fact: id });
  return [[plain(fact.name), figure, fact.unit]];
}

interface Extra {
  score(card: Scorecard): Scorecard['bonus'];
  item: string;
  measures: { units: Measure; low: Measure; waiting: Measure };
  none: string;
  counted: string;
  word: string;
}

/** Bonus or deductions: who has them for sure, how many points, and the facts they rest on. */
function extras(context: Context, extra: Extra): Block[] {
  const items = [extra.item];
  const sure = context.cards.filter((card) => compare(extra.score(card).low, ZERO) > 0);
  const waiting = context.cards.filter((card) => ['pending', 'rejected'].includes(extra.score(card).state));
  const blocks: Block[] = sure.map((card) => {
    const { low, lines } = extra.score(card);
    const points = pointsOf(extra.measures.low, low, { units: [card.unit], items });
    const facts = lines
      .filter((line) => line.effect && compare(line.effect, ZERO) > 0)
      .flatMap((line) => line.facts)
      .flatMap((fact) => occurrences(context, extra, card, fact))
      .flatMap((runs, index): Run[] => [index === 0 ? '：' : '、', ...runs]);
    return paragraph(`${plain(card.unit)}${extra.word}`, points, '分', facts, '。');
  });
  if (sure.length === 0) blocks.push(paragraph(extra.none));
  else if (context.cards.length > 1) {
    const count = countOf(
      extra.measures.units,
      sure.map((card) => card.unit),
      { items },
    );
    blocks.unshift(paragraph(count, `${extra.counted}。`));
  }
  if (waiting.length > 0) {
    const count = countOf(
      extra.measures.waiting,
      waiting.map((card) => card.unit),
      { items },
    );
    blocks.push(paragraph(count, `个单位的${extra.word}分数据尚待核定。`));
  }
  return blocks;
}
