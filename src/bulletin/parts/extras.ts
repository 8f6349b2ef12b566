import type { Scorecard } from '../../assessment';
import { compare, ZERO } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, numberOf, pointsOf, textOf } from '../figure';
import type { Block, Measure, Run } from '../model';
import { listOfUnits, plain } from '../words';
import { paragraph } from './blocks';

/** Points beside the sections: item 9 and item 10. */
type Extra = 'bonus' | 'deductions';

interface ExtraWords {
  measures: { units: Measure; low: Measure; waiting: Measure };
  none: string;
  noneAlone: string;
  counted: string;
  word: string;
}

const EXTRAS: Record<Extra, ExtraWords> = {
  bonus: {
    measures: { units: 'bonusUnits', low: 'bonusLow', waiting: 'bonusWaiting' },
    none: '没有单位获得激励加分。',
    noneAlone: '没有获得激励加分。',
    counted: '个单位获得激励加分',
    word: '加',
  },
  deductions: {
    measures: { units: 'penaltyUnits', low: 'penaltyLow', waiting: 'penaltyWaiting' },
    none: '没有单位被扣分。',
    noneAlone: '没有被扣分。',
    counted: '个单位被扣分',
    word: '扣',
  },
};

/** 市级表彰奖励1次, when it has happened to each of the units. */
function occurrences({ item }: Context, card: Scorecard, extra: Extra, id: string, units: string[]): Run[][] {
  const { item: itemId, facts } = card[extra];
  const fact = item(itemId)?.facts.find((candidate) => candidate.id === id);
  const value = facts.find((used) => used.fact === id)?.value;
  if (!fact || typeof value !== 'number' || value === 0) return [];
  const figure = numberOf('factValue', value, { units, items: [itemId], fact: id });
  return [[plain(fact.name), figure, fact.unit]];
}

/** 市级表彰奖励1次、专题会经验交流2次, what the points of a card rest on for sure. */
export function extraFacts(context: Context, card: Scorecard, extra: Extra, units = [card.unit]): Run[] {
  return card[extra].lines
    .filter((line) => line.effect && compare(line.effect, ZERO) > 0)
    .flatMap((line) => line.facts)
    .flatMap((fact) => occurrences(context, card, extra, fact, units))
    .flatMap((runs, index): Run[] => (index === 0 ? runs : ['、', ...runs]));
}

/**
 * 加2分：市级表彰奖励1次。 Nothing when there are no such points for sure.
 * @param units all of which it says the same as of the card's
 */
export function extraPoints(context: Context, card: Scorecard, extra: Extra, units = [card.unit]): Run[] {
  const { low, item, notes } = card[extra];
  if (compare(low, ZERO) <= 0) return [];
  const { word, measures } = EXTRAS[extra];
  const facts = extraFacts(context, card, extra, units);
  const capped = notes.filter((note) => note.startsWith('合计超过')).map((note) => `，${plain(note)}`);
  return [
    word,
    pointsOf(measures.low, low, { units, items: [item] }),
    '分',
    ...(facts.length > 0 ? ['：', ...facts] : []),
    ...capped,
    '。',
  ];
}

/** A paragraph for the units of which the same is to be said: 县民政局、县水务局各加0.5分：…。 */
function said(context: Context, cards: Scorecard[], extra: Extra): Block[] {
  const alike = new Map<string, Scorecard[]>();
  for (const card of cards) {
    const text = textOf(extraPoints(context, card, extra));
    alike.set(text, [...(alike.get(text) ?? []), card]);
  }
  return [...alike.values()].map((group) => {
    const units = group.map(({ unit }) => unit);
    const each = group.length > 1 ? '各' : '';
    return paragraph(listOfUnits(units, units.length) + each, extraPoints(context, group[0], extra, units));
  });
}

/** Bonus or deductions: who has them for sure, how many points, and the facts they rest on. */
export function extras(context: Context, extra: Extra, item: string): Block[] {
  const { measures, none, noneAlone, counted, word } = EXTRAS[extra];
  const items = [item];
  const sure = context.cards.filter((card) => compare(card[extra].low, ZERO) > 0);
  const waiting = context.cards.filter((card) => ['pending', 'rejected'].includes(card[extra].state));
  const blocks = said(context, sure, extra);
  if (sure.length === 0) blocks.push(paragraph(context.cards.length === 1 ? noneAlone : none));
  else if (sure.length > 1) {
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
    const who: Run[] = waiting.length === 1 ? [plain(waiting[0].unit)] : [count, '个单位'];
    blocks.push(paragraph(who, `的${word}分数据尚待核定。`));
  }
  return blocks;
}
