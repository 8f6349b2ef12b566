import { basename } from 'node:path';
import type { Assessment } from '../assessment';
import {
  charts,
  composeBulletin,
  composeNotices,
  doubtsAbout,
  figures,
  parsePreviousScores,
  previousFromWorkbook,
  type BulletinOptions,
  type PreviousScores,
} from '../bulletin';
import { renderWord } from '../bulletin/word';
import { renderNotices } from '../bulletin/word/notices';
import rulebook from '../rulebook/default';
import { bulletinSheets } from '../score-workbook/bulletin-sheet';
import type { Snapshot } from '../workbook/snapshot';
import { assessFiles, exitCode, type SharedOptions } from './assess-command';
import { earlierScores } from './earlier-scores';
import { EXIT, Failure, wrongCall } from './failure';
import { optionBytes, optionText } from './options';
import { readFile } from './read-file';
import { isWorkbook, listFiles } from './read-files';
import { checkResult, writeResults } from './results';
import { scoresToWrite } from './score-result';
import { oneLine, print, say } from './terminal';
import { withThreads, type Threads } from './threads';

/** Who issues bulletins by the plan: the office of the working group sits in this bureau. */
const ISSUER = '宜良县政务服务管理局';

interface IssueOptions extends SharedOptions {
  out: string;
  issuer?: string;
  date?: string;
}

interface BulletinCommandOptions extends IssueOptions {
  previous?: string;
  template?: string;
  number?: string;
  data?: string;
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Assesses the files, and ends when there is nothing to write about. */
async function assessed(
  paths: string[],
  options: IssueOptions,
  threads: Threads,
  earlier?: Snapshot,
): Promise<Assessment> {
  if (!options.quarter && !options.asOf) throw wrongCall('缺少选项--quarter，请写明哪个季度，例如--quarter 2023Q3。');
  const assessment = await assessFiles(paths, options, threads, earlier);
  if (assessment.files.every(({ status }) => status === 'unreadable')) {
    throw new Failure(`没有一个文件能够读取。${leftOut(assessment)}`, EXIT.nothingRead);
  }
  return assessment;
}

/** A line for each file that could not be read. */
function leftOut({ files }: Assessment): string {
  return files
    .filter(({ status }) => status === 'unreadable')
    .map(({ file, reason }) => `\n没有读取${oneLine(`${file}：${reason}`)}`)
    .join('');
}

function issue(assessment: Assessment, options: IssueOptions): Pick<BulletinOptions, 'quarter' | 'issuer' | 'date'> {
  return { quarter: assessment.quarter, issuer: options.issuer ?? ISSUER, date: options.date ?? today() };
}

/** Says what is odd about the issue; it is written all the same. */
function warn(assessment: Assessment, options: IssueOptions): void {
  say(doubtsAbout(assessment, issue(assessment, options)) ?? '');
}

/** Sentences that say what is wrong with an option are for the caller; anything else is a fault of the program. */
async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? wrongCall(error.message) : error;
  }
}

/** yl bulletin */
export async function bulletinCommand(paths: string[], options: BulletinCommandOptions): Promise<number> {
  const sources = [options.template, options.previous, ...sourcesOf(paths, options)];
  checkResult('--out', options.out, '.docx', sources);
  if (options.data !== undefined) checkResult('--data', options.data, '.xlsx');
  const template = options.template === undefined ? undefined : optionBytes('--template', options.template);
  const earlier = earlierScores('--data', options.data, options.settlements, paths);
  const { previous: path, number } = options;
  const previous = path === undefined ? undefined : await refusing(() => previousScores(path, options.quarter));
  return withThreads(async (threads) => {
    const assessment = await assessed(paths, options, threads, earlier.decided);
    const bulletin = await refusing(() =>
      composeBulletin(assessment, { ...issue(assessment, options), number, previous }),
    );
    const inThread = threads.word(bulletin, template);
    const companions = () => bulletinSheets(figures(bulletin), charts(bulletin), assessment);
    const data =
      options.data === undefined ? [] : [await scoresToWrite(options.data, assessment, earlier, companions())];
    const word = (await inThread) ?? (await refusing(() => renderWord(bulletin, template)));
    writeResults([{ path: options.out, content: word }, ...data]);
    warn(assessment, options);
    print(`通报已写入${options.out}，涉及${assessment.scorecards.length}个单位。${leftOut(assessment)}`);
    return exitCode(assessment);
  });
}

/** yl notices */
export async function noticesCommand(paths: string[], options: IssueOptions): Promise<number> {
  checkResult('--out', options.out, '.docx', sourcesOf(paths, options));
  const { decided } = earlierScores('--settlements', undefined, options.settlements, paths);
  const assessment = await withThreads((threads) => assessed(paths, options, threads, decided));
  const notices = await refusing(() => composeNotices(assessment, issue(assessment, options)));
  if (notices.notices.length === 0)
    throw new Failure('所给文件中没有可以考评的单位，没有写出扣分告知单。', EXIT.nothingRead);
  writeResults([{ path: options.out, content: await renderNotices(notices) }]);
  warn(assessment, options);
  print(`扣分告知单已写入${options.out}，共${notices.notices.length}份。${leftOut(assessment)}`);
  return exitCode(assessment);
}

/** The files that a call reads: no Word document may take their place. */
function sourcesOf(paths: string[], { readings, mapping, settlements }: SharedOptions): (string | undefined)[] {
  return [...listFiles(paths), readings, mapping, settlements];
}

/** The result of an earlier quarter: its score workbook, or what yl assess --json wrote. */
function previousScores(path: string, quarter: string | undefined): PreviousScores {
  if (!isWorkbook(path)) return parsePreviousScores(optionText('--previous', path), rulebook);
  const { snapshot, reason } = readFile(path, basename(path));
  if (!snapshot) throw wrongCall(reason ?? `--previous指定的文件“${path}”不能读取。`);
  return previousFromWorkbook(snapshot, rulebook, quarter);
}
