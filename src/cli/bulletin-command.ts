import { composeBulletin, parsePreviousScores } from '../bulletin';
import { renderWord } from '../bulletin/word';
import { assessFiles, writeResult, type SharedOptions } from './assess-command';
import { EXIT, Failure, wrongCall } from './failure';
import { optionFile } from './options';

/** Who issues bulletins by the plan: the office of the working group sits in this bureau. */
const ISSUER = '宜良县政务服务管理局';

interface BulletinCommandOptions extends SharedOptions {
  out: string;
  previous?: string;
  template?: string;
  number?: string;
  issuer?: string;
  date?: string;
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** yl bulletin */
export async function bulletinCommand(paths: string[], options: BulletinCommandOptions): Promise<number> {
  if (!options.quarter && !options.asOf) throw wrongCall('缺少选项--quarter,请写明哪个季度,例如--quarter 2023Q3。');
  if (options.template) throw wrongCall('目前还不能使用自定义模板,请不要写--template。');
  const previous = options.previous ? previousScores(options.previous) : undefined;
  const assessment = assessFiles(paths, options);
  if (assessment.files.every(({ status }) => status === 'unreadable')) {
    const reasons = assessment.files.map(({ file, reason }) => `${file}:${reason}`);
    throw new Failure(`没有一个文件能够读取:\n${reasons.join('\n')}`, EXIT.nothingRead);
  }
  const bulletin = composeBulletin(assessment, {
    quarter: assessment.quarter,
    issuer: options.issuer ?? ISSUER,
    date: options.date ?? today(),
    number: options.number,
    previous,
  });
  writeResult(options.out, await renderWord(bulletin));
  process.stdout.write(`通报已写入${options.out},涉及${assessment.scorecards.length}个单位。\n`);
  return assessment.findings.some(({ severity }) => severity === 'error') ? EXIT.foundErrors : EXIT.done;
}

function previousScores(path: string) {
  const text = optionFile('--previous', path);
  try {
    return parsePreviousScores(text);
  } catch (error) {
    throw wrongCall(error instanceof Error ? error.message : '上季度结果文件不能使用。');
  }
}
