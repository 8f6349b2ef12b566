import type { Assessment } from '../assessment';
import { isoToDay } from '../rulebook/day';
import { makeContext, type Context } from './context';
import type { Block, Bulletin, BulletinOptions } from './model';
import { annexes } from './parts/annexes';
import { basis } from './parts/basis';
import { paragraph, type Chapter } from './parts/blocks';
import { overview } from './parts/overview';
import { problems } from './parts/problems';
import { progress } from './parts/progress';
import { ranking } from './parts/ranking';
import { requirements } from './parts/requirements';
import { results } from './parts/results';
import { momentInWords, numeral, plain, quarterInWords } from './words';

const EVERYBODY = '各乡镇（街道）、各有关单位';

/**
 * Writes the quarterly bulletin of an assessment: everything it says, without any Word in it.
 * Throws a Chinese sentence when the options contradict the assessment.
 */
export function composeBulletin(assessment: Assessment, options: BulletinOptions): Bulletin {
  check(assessment, options);
  const context = makeContext(assessment, options);
  const chapters = [overview, ranking, progress, results, problems, requirements, basis].map((write) => write(context));
  const issuer = plain(options.issuer);
  return {
    masthead: plain(options.masthead ?? `${issuer}文件`),
    number: options.number ? plain(options.number) : undefined,
    title: plain(options.title ?? titleOf(context)),
    recipients: plain(options.recipients ?? EVERYBODY).replace(/：$/, ''),
    body: [opening(context), ...numbered(chapters)],
    annexes: annexes(context).map((annex) => ({ ...annex, blocks: withNumbers(annex.blocks) })),
    issuer,
    date: momentInWords(options.date),
    copyTo: options.copyTo ? plain(options.copyTo).replace(/。$/, '') : undefined,
  };
}

function check(assessment: Assessment, { quarter, issuer, date, previous }: BulletinOptions): void {
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
  if (previous && previous.quarter >= quarter) {
    throw new Error(`用于比较的季度${previous.quarter}不早于通报季度${quarter}，请提供以前季度的结果。`);
  }
}

/** 关于…2023年工作考评第三季度情况的通报 */
function titleOf({ assessment, options }: Context): string {
  const subject = assessment.rulebook.title.replace(/(细则|办法|方案)$/, '');
  return `关于${subject}第${numeral(Number(options.quarter[5]))}季度情况的通报`;
}

function opening({ assessment, options }: Context): Block {
  return paragraph(
    `根据《${plain(assessment.rulebook.title)}》，现将${quarterInWords(options.quarter)}考评情况通报如下。`,
  );
}

/** Chapters that say something, numbered 一、二、…, their sections （一）（二）…. */
function numbered(chapters: Chapter[]): Block[] {
  return chapters
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index): Block[] => [
      { kind: 'heading', level: 1, text: `${numeral(index + 1)}、${title}` },
      ...withNumbers(blocks),
    ]);
}

function withNumbers(blocks: Block[]): Block[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    count += 1;
    return { ...block, text: `（${numeral(count)}）${block.text}` };
  });
}
