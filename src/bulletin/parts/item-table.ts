import type { Item } from '../../rulebook/model';
import { compare, sum } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, mean, pointsOf } from '../figure';
import type { Run, Table } from '../model';
import { titleOfItem } from '../words';
import { columns, table } from './blocks';
import { reportedFacts } from './reported-facts';

/** A row per item: the units that it concerns, their average, losses, what is open, and the figures reported for it. */
export function itemTable(context: Context): Table {
  const heads = columns(
    ['任务', 4, 'left'],
    ['分值', 0.9],
    ['涉及\n单位数', 1.1],
    [averageHead(context), 1.4],
    ['失分\n单位数', 1.1],
    ['失分\n合计', 1],
    ['待定\n单位数', 1.1],
    ['主要数据', 5, 'left'],
  );
  const items = context.assessment.rulebook.sections.flatMap((section) => section.items);
  return table(
    heads,
    items.map((item) => row(context, item)),
  );
}

function averageHead({ cards, provisional }: Context): string {
  if (cards.length > 1) return provisional ? '平均已\n确定得分' : '平均\n得分';
  return provisional ? '已确定\n得分' : '得分';
}

function row(context: Context, item: Item): (Run | Run[])[] {
  const scores = context.cards.flatMap((card) =>
    card.items
      .filter((score) => score.item === item.id && score.state !== 'notApplicable')
      .map((score) => ({ unit: card.unit, score })),
  );
  const items = [item.id];
  const units = scores.map(({ unit }) => unit);
  const opening: (Run | Run[])[] = [titleOfItem(item), String(item.points), countOf('itemUnits', units, { items })];
  if (scores.length === 0) return [...opening, '—', '—', '—', '—', '—'];
  const losses = context.losses.filter((loss) => loss.item.id === item.id);
  const losing = [...new Set(losses.map((loss) => loss.unit))];
  const open = scores.filter(({ score }) => compare(score.low, score.high) !== 0).map(({ unit }) => unit);
  return [
    ...opening,
    pointsOf('itemAverage', mean(scores.map(({ score }) => score.low)), { units, items }),
    countOf('losingUnits', losing, { items }),
    pointsOf('lost', sum(losses.map((loss) => loss.lost)), { units: losing, items }),
    countOf('openUnits', open, { items }),
    joined(reportedFacts(context, item, scores).map(({ runs }) => runs)),
  ];
}

function joined(said: Run[][]): Run[] {
  return said.length === 0 ? ['—'] : said.flatMap((runs, index): Run[] => (index === 0 ? runs : ['；', ...runs]));
}
