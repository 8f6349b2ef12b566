import type { FactUsed } from '../../assessment';
import type { Fact, Item } from '../../rulebook/model';
import { compare, sum } from '../../scoring/fraction';
import type { ItemState } from '../../scoring/item-score';
import type { Context } from '../context';
import { countOf, mean, numberOf, pointsOf } from '../figure';
import type { FigureSources, Run, Table } from '../model';
import { titleOfItem, plain } from '../words';
import { columns, table } from './blocks';

/** A row per item: average, losses, what is open, and the figures reported for it. */
export function itemTable(context: Context): Table {
  const heads = columns(
    ['任务', 4, 'left'],
    ['分值', 0.9],
    [`${context.cards.length > 1 ? '平均' : ''}${context.provisional ? '已确定得分' : '得分'}`, 1.3],
    ['失分单位数', 1],
    ['失分合计', 1],
    ['待定单位数', 1],
    ['主要数据', 5, 'left'],
  );
  const items = context.assessment.rulebook.sections.flatMap((section) => section.items);
  return table(
    heads,
    items.map((item) => row(context, item)),
  );
}

function row(context: Context, item: Item): (Run | Run[])[] {
  const scores = context.cards.flatMap((card) =>
    card.items.filter((score) => score.item === item.id).map((score) => ({ unit: card.unit, score })),
  );
  const losses = context.losses.filter((loss) => loss.item.id === item.id);
  const losing = [...new Set(losses.map((loss) => loss.unit))];
  const open = scores.filter(({ score }) => compare(score.low, score.high) !== 0).map(({ unit }) => unit);
  const items = [item.id];
  return [
    titleOfItem(item),
    String(item.points),
    pointsOf('itemAverage', mean(scores.map(({ score }) => score.low)), {
      units: scores.map(({ unit }) => unit),
      items,
    }),
    countOf('losingUnits', losing, { items }),
    pointsOf('lost', sum(losses.map((loss) => loss.lost)), { units: losing, items }),
    countOf('openUnits', open, { items }),
    reported(item, scores),
  ];
}

interface Scored {
  unit: string;
  score: { state: ItemState; facts: FactUsed[] };
}

/** The figures behind an item: lowest to highest of a rate or a number, the total of occurrences. */
function reported(item: Item, scores: Scored[]): Run[] {
  const said = item.facts.flatMap((fact): Run[][] => {
    const values = scores
      .filter(({ score }) => score.state !== 'notApplicable')
      .flatMap(({ unit, score }) => {
        const value = score.facts.find((used) => used.fact === fact.id)?.value;
        return typeof value === 'number' ? [{ unit, value }] : [];
      });
    return values.length === 0 ? [] : [reportedFact(item, fact, values)].filter((runs) => runs.length > 0);
  });
  return said.length === 0 ? ['—'] : said.flatMap((runs, index): Run[] => (index === 0 ? runs : ['；', ...runs]));
}

function reportedFact(item: Item, fact: Fact, values: { unit: string; value: number }[]): Run[] {
  const sources: FigureSources = { units: values.map(({ unit }) => unit), items: [item.id], fact: fact.id };
  const numbers = values.map(({ value }) => value);
  const how: Run[] = ['（', countOf('factUnits', sources.units, { items: [item.id], fact: fact.id }), '个单位）'];
  if (fact.type === 'count' && fact.nature === 'event') {
    const total = numbers.reduce((all, value) => all + value, 0);
    return [`${plain(fact.name)}合计`, numberOf('factTotal', total, sources), fact.unit, how].flat();
  }
  if (fact.type === 'count' || fact.nature === 'given') return [];
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const low = numberOf('factLowest', lowest, sources);
  const high = numberOf('factHighest', highest, sources);
  const spread: Run[] = lowest === highest ? [low, fact.unit] : [low, fact.unit, '～', high, fact.unit];
  return [plain(fact.name), spread, how].flat();
}
