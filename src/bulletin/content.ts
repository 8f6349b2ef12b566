import type { Assessment } from '../assessment';
import { checkIssue, checkPrevious } from './check';
import { makeContext, type Context } from './context';
import type { Block, Bulletin, BulletinOptions } from './model';
import { annexes } from './parts/annexes';
import { basis } from './parts/basis';
import { paragraph, type Chapter } from './parts/blocks';
import { highlights } from './parts/highlights';
import { overview } from './parts/overview';
import { problems } from './parts/problems';
import { progress } from './parts/progress';
import { ranking } from './parts/ranking';
import { recheck } from './parts/recheck';
import { requirements } from './parts/requirements';
import { results } from './parts/results';
import { settlements } from './parts/settlements';
import { momentInWords, numeral, plain, quarterInWords } from './words';

const EVERYBODY = '各乡镇（街道）、各有关单位';

/**
 * Writes the quarterly bulletin of an assessment: everything it says, without any Word in it.
 * Throws a Chinese sentence when the options contradict the assessment.
 */
export function composeBulletin(assessment: Assessment, options: BulletinOptions): Bulletin {
  checkIssue(assessment, options);
  checkPrevious(options);
  const context = makeContext(assessment, options);
  const writers = [
    overview,
    ranking,
    progress,
    highlights,
    results,
    problems,
    recheck,
    settlements,
    requirements,
    basis,
  ];
  const chapters = writers.map((write) => write(context));
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

/** The fourth quarter that is scored to the last day of the year gives the result of the year. */
function wholeYear({ rulebook, asOf }: Assessment, { quarter }: BulletinOptions): string {
  return quarter.endsWith('Q4') && asOf >= `${rulebook.year}-12-31` ? '暨全年' : '';
}

/** 关于…2023年工作考评第三季度情况的通报; the fourth quarter's is 第四季度暨全年情况. */
function titleOf({ assessment, options }: Context): string {
  const subject = assessment.rulebook.title.replace(/(细则|办法|方案)$/, '');
  return `关于${subject}第${numeral(Number(options.quarter[5]))}季度${wholeYear(assessment, options)}情况的通报`;
}

function opening({ assessment, options }: Context): Block {
  return paragraph(
    `根据《${plain(assessment.rulebook.title)}》，现将${quarterInWords(options.quarter)}${wholeYear(assessment, options)}考评情况通报如下。`,
  );
}

/** Chapters that say something, numbered 一、二、…, their sections （一）（二）…. */
function numbered(chapters: Chapter[]): Block[] {
  return chapters
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index): Block[] => [
      { kind: 'heading', level: 1, text: `${numeral(index + 1)}、${title}` },
      ...withNumbers(withoutLoneHeading(blocks)),
    ]);
}

/** A chapter of one section needs no heading below its title. */
function withoutLoneHeading(blocks: Block[]): Block[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return headings.length === 1 ? blocks.filter((block) => block !== headings[0]) : blocks;
}

function withNumbers(blocks: Block[]): Block[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    count += 1;
    return { ...block, text: `（${numeral(count)}）${block.text}` };
  });
}
