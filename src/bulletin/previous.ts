import * as v from 'valibot';
import type { Assessment } from '../assessment';
import { toPoints } from '../scoring/fraction';
import type { PreviousScores } from './model';

const Document = v.object({
  quarter: v.pipe(v.string(), v.regex(/^\d{4}Q[1-4]$/)),
  units: v.array(
    v.object({
      unit: v.string(),
      total: v.object({ low: v.pipe(v.number(), v.finite()), high: v.pipe(v.number(), v.finite()) }),
    }),
  ),
});

/** The scores of an assessment, to compare a later quarter with. */
export function previousScores(assessment: Assessment): PreviousScores {
  return {
    quarter: assessment.quarter,
    scores: assessment.scorecards.map(({ unit, total }) => ({
      unit,
      low: toPoints(total.low),
      high: toPoints(total.high),
    })),
  };
}

/** The scores in the JSON text that an earlier assessment was written as; throws a Chinese sentence when it is not one. */
export function parsePreviousScores(json: string): PreviousScores {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new Error('上季度结果文件不是有效的 JSON，请提供上季度考评时导出的 JSON 结果文件。');
  }
  const checked = v.safeParse(Document, data);
  if (!checked.success) {
    const where = v.getDotPath(checked.issues[0]) ?? '文件开头';
    throw new Error(`上季度结果文件内容不完整（${where}），请提供上季度考评时导出的 JSON 结果文件。`);
  }
  const { quarter, units } = checked.output;
  return { quarter, scores: units.map(({ unit, total }) => ({ unit, low: total.low, high: total.high })) };
}
