import type { FactUsed } from '../../assessment';
import type { Fact, Item, Section } from '../../rulebook/model';
import type { ItemState } from '../../scoring/item-score';
import type { Context } from '../context';
import { countOf, numberOf } from '../figure';
import type { FigureSources, Run } from '../model';
import { plain } from '../words';

/** A section's text names so many figures; the annex has them all. */
const MOST_NAMED = 4;

interface Scored {
  unit: string;
  score: { state: ItemState; facts: FactUsed[] };
}

interface Reported {
  fact: Fact;
  runs: Run[];
  units: number;
}

/** The figures behind an item that count by the readings chosen: lowest to highest of a rate or a number, the total of occurrences. */
export function reportedFacts({ compiled, cards }: Context, item: Item, scores: Scored[]): Reported[] {
  const { used } = compiled.item(item.id)!;
  const counting = item.facts.filter((_, position) => used.includes(position));
  return counting.flatMap((fact): Reported[] => {
    const values = scores
      .filter(({ score }) => score.state !== 'notApplicable')
      .flatMap(({ unit, score }) => {
        const value = score.facts.find((used) => used.fact === fact.id)?.value;
        return typeof value === 'number' ? [{ unit, value }] : [];
      });
    const runs = values.length === 0 ? [] : reportedFact(item, fact, values, cards.length > 1);
    return runs.length === 0 ? [] : [{ fact, runs, units: values.length }];
  });
}

function reportedFact(item: Item, fact: Fact, values: { unit: string; value: number }[], several: boolean): Run[] {
  const sources: FigureSources = { units: values.map(({ unit }) => unit), items: [item.id], fact: fact.id };
  const numbers = values.map(({ value }) => value);
  const count = countOf('factUnits', sources.units, { items: [item.id], fact: fact.id });
  const how: Run[] = several ? ['（', count, '个单位）'] : [];
  const unit = fact.unit;
  if (fact.type === 'count' && fact.nature === 'event') {
    const total = numbers.reduce((all, value) => all + value, 0);
    const figure = numberOf('factTotal', total, sources);
    return numbers.length === 1
      ? [plain(fact.name), figure, unit, ...how]
      : [`${plain(fact.name)}合计`, figure, unit, ...how];
  }
  if (fact.type === 'count' || fact.nature === 'given') return [];
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const low = numberOf('factLowest', lowest, sources);
  const high = numberOf('factHighest', highest, sources);
  // 45%～100%, but 0.3～3分: a percent sign belongs to its number.
  const spread: Run[] = lowest === highest ? [low, unit] : [low, unit === '%' ? unit : '', '～', high, unit];
  return [plain(fact.name), ...spread, ...how];
}

/** The figures that most units have, of the items of a section, in the rulebook's order. */
export function mainFigures(context: Context, section: Section): Run[] {
  const all = section.items.flatMap((item) =>
    reportedFacts(
      context,
      item,
      context.cards.flatMap((card) =>
        card.items.filter((score) => score.item === item.id).map((score) => ({ unit: card.unit, score })),
      ),
    ),
  );
  const least = [...all].sort((a, b) => b.units - a.units).slice(0, MOST_NAMED);
  const named = all.filter((one) => least.includes(one));
  return named.flatMap(({ runs }, index): Run[] => (index === 0 ? runs : ['，', ...runs]));
}
