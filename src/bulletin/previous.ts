import * as v from 'valibot';
import type { Assessment } from '../assessment';
import type { ReadingChoice, Rulebook } from '../rulebook/model';
import { compileRulebook } from '../scoring/compile';
import { fromDecimal, toPoints } from '../scoring/fraction';
import { lossFinder, type ScoredUnit } from './losses';
import type { PreviousProblem, PreviousScores } from './model';

const number = v.pipe(v.number(), v.finite());

const ItemDocument = v.object({
  item: v.string(),
  state: v.picklist(['scored', 'pending', 'notDue', 'notApplicable', 'rejected']),
  high: number,
  lines: v.array(v.object({ criterion: v.string(), effect: v.nullable(number), because: v.string() })),
});

/** As much as is needed of what `yl assess --json` writes. */
const Document = v.object({
  rulebook: v.object({ id: v.string() }),
  quarter: v.pipe(v.string(), v.regex(/^\d{4}Q[1-4]$/)),
  readings: v.optional(v.record(v.string(), number), {}),
  units: v.array(
    v.object({
      unit: v.string(),
      total: v.object({ low: number, high: number }),
      items: v.array(ItemDocument),
    }),
  ),
});

/** Where the units of an earlier quarter had lost points, and how many. */
export function problemsBefore(rulebook: Rulebook, readings: ReadingChoice, units: ScoredUnit[]): PreviousProblem[] {
  const finder = lossFinder(compileRulebook(rulebook, readings));
  return units.flatMap(finder.lossesOf).map(({ unit, item, criteria, lost }) => ({
    unit,
    item: item.id,
    criteria: criteria.map(({ id }) => id),
    lost: toPoints(lost),
  }));
}

/** The result of an assessment, to compare a later quarter with. */
export function previousScores({ rulebook, readings, quarter, scorecards }: Assessment): PreviousScores {
  return {
    quarter,
    scores: scorecards.map(({ unit, total }) => ({ unit, low: toPoints(total.low), high: toPoints(total.high) })),
    problems: problemsBefore(rulebook, readings, scorecards),
  };
}

/** The result in the JSON text that an earlier assessment was written as; throws a Chinese sentence when it is none. */
export function parsePreviousScores(json: string, rulebook: Rulebook): PreviousScores {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new Error('上季度结果文件不是有效的JSON，请提供上季度考评时导出的JSON结果文件或得分工作簿。');
  }
  const checked = v.safeParse(Document, data);
  if (!checked.success) {
    const where = v.getDotPath(checked.issues[0]) ?? '文件开头';
    throw new Error(`上季度结果文件内容不完整（${where}），请提供上季度考评时导出的JSON结果文件或得分工作簿。`);
  }
  const { quarter, readings, units, rulebook: used } = checked.output;
  const scored = units.map(({ unit, items }): ScoredUnit => ({
    unit,
    items: items.map(({ item, state, high, lines }) => ({
      item,
      state,
      high: fromDecimal(high),
      lines: lines.map(({ criterion, effect, because }) => ({
        criterion,
        ...(effect !== null && { effect: fromDecimal(effect) }),
        because,
        clause: '',
        facts: [],
      })),
      notes: [],
    })),
  }));
  return {
    quarter,
    scores: units.map(({ unit, total }) => ({ unit, low: total.low, high: total.high })),
    // By other rules the same item may be another task.
    ...(used.id === rulebook.id && { problems: problemsBefore(rulebook, readings, scored) }),
  };
}
