import type { Finding } from '../assessment';
import type { SheetContext } from './answers';
import { joinCells } from './grid';
import { isDecoy, type Heading, type Meaning } from './headings';
import { readDate } from './dates';
import { readNumber, shorten } from './values';

/** A heading with its place and what came of it. */
export interface Named {
  heading: Heading;
  meaning: Meaning | undefined;
  row: number;
  column: number;
}

const MOST_NAMED = 6;
const ANSWER = /^(是|否|有|无|√|×|✓|✗|已.{0,6}|未.{0,6})$/;

/**
 * Says which headings of a table that was read mean nothing that is asked for though figures, days or answers stand under
 * them: a figure in unknown words is not passed over in silence. Those that are known to be something else go without a word.
 */
export function noteNotRead({ reading, grid }: SheetContext, all: Named[]): void {
  const isRead = all.some(({ meaning }) => meaning?.kind === 'target');
  const passedOver = all.filter(
    ({ heading, meaning }) =>
      meaning?.kind === 'ignored' &&
      !Object.hasOwn(reading.mapping, heading.leaf) &&
      heading.leaf.length > 1 &&
      !isDecoy(heading.leaf, reading.targets) &&
      holdsAnswers(heading),
  );
  const source = reading.sourceAt(grid, joinCells(passedOver));
  const isTold = ({ code, source: told }: Finding): boolean =>
    code === 'not-read' && told?.sheet === source.sheet && told.cell === source.cell;
  if (!isRead || !passedOver.length || reading.findings.some(isTold)) return;
  const names = passedOver.slice(0, MOST_NAMED).map(({ row, column }) => `“${shorten(grid.textAt(row, column))}”`);
  const rest = passedOver.length > MOST_NAMED ? `等${passedOver.length}个` : '';
  reading.findings.push({
    code: 'not-read',
    severity: 'info',
    source,
    message: `${names.join('、')}${rest}看不出对应细则的哪个指标，没有采用。`,
    remedy: '不是考评指标的不必理会；是考评指标的，请把名称改成细则的说法。',
  });
}

function holdsAnswers({ samples }: Heading): boolean {
  const answers = samples.filter(({ cell, text }) => {
    if (typeof cell.value !== 'string') return true;
    return readNumber(text) !== undefined || ANSWER.test(text) || typeof readDate(text, 2000) === 'object';
  });
  return answers.length > 0 && answers.length * 2 >= samples.length;
}
