import type { Assessment } from '../assessment';
import { isoToDay } from '../rulebook/day';
import type { BulletinOptions } from './model';
import { momentInWords, plain } from './words';

/** Refuses what cannot be issued: a quarter that the assessment is not about, no issuer, a day that does not exist. */
export function checkIssue(
  assessment: Assessment,
  { quarter, issuer, date }: Pick<BulletinOptions, 'quarter' | 'issuer' | 'date'>,
): void {
  if (!/^\d{4}Q[1-4]$/.test(quarter)) throw new Error(`季度“${quarter}”写法不对，应写作2023Q3的形式。`);
  const { rulebook, asOf } = assessment;
  if (Number(quarter.slice(0, 4)) !== rulebook.year) {
    throw new Error(`季度${quarter}不在考评细则的年度（${rulebook.year}年）内，请改用该年度的季度或细则。`);
  }
  if (assessment.quarter && assessment.quarter !== quarter) {
    throw new Error(
      `考评数据截至${momentInWords(asOf)}（${assessment.quarter}），与通报季度${quarter}不一致，请按通报季度重新考评。`,
    );
  }
  if (!plain(issuer)) throw new Error('没有填写发文机关，请填写后再生成通报。');
  try {
    isoToDay(date);
  } catch {
    throw new Error(`成文日期“${date}”不是有效日期，应写作2023-10-16的形式。`);
  }
}

/** What is odd about the issue but may be meant, a Chinese sentence: a draft that is dated before its data end. */
export function doubtsAbout(
  { asOf }: Pick<Assessment, 'asOf'>,
  { date }: Pick<BulletinOptions, 'date'>,
): string | undefined {
  if (date >= asOf) return undefined;
  return `成文日期${momentInWords(date)}早于考评数据的截至日期${momentInWords(asOf)}，印发前请核对日期，或者按较早的截至日期重新考评。`;
}

/** Refuses a comparison with a quarter that was not before. */
export function checkPrevious({ quarter, previous }: BulletinOptions): void {
  if (previous && previous.quarter >= quarter) {
    throw new Error(`用于比较的季度${previous.quarter}不早于通报季度${quarter}，请提供以前季度的结果。`);
  }
}
