import type { Context } from '../context';
import { countOf, numberOf, pointsOf } from '../figure';
import type { Problem } from '../losses';
import type { Block, Run } from '../model';
import { listOfUnits, numberOfItem, plain, quoted, withoutStop } from '../words';
import { heading, paragraph, type Chapter } from './blocks';
import { dataErrors } from './data-errors';

const MOST_PROBLEMS = 10;

/** 五、存在问题: the worst and most frequent first. */
export function problems(context: Context): Chapter {
  const blocks: Block[] = [];
  const { problems: all } = context;
  if (all.length > 0) {
    blocks.push(heading('任务落实方面'));
    blocks.push(
      ...all
        .slice(0, MOST_PROBLEMS)
        .map((problem, index) => paragraph(all.length > 1 ? `${index + 1}.` : '', described(context, problem))),
    );
    if (all.length > MOST_PROBLEMS) blocks.push(paragraph('其他问题见附件3。'));
  }
  const errors = dataErrors(context);
  if (errors.length > 0) {
    const units = context.units.filter((unit) => errors.some((finding) => finding.unit === unit));
    const where: Run[] =
      units.length === 0
        ? []
        : units.length === 1
          ? [`，涉及${plain(units[0])}`]
          : ['，涉及', listOfUnits(units), countOf('findingUnits', units), '个单位'];
    const count = numberOf('findings', errors.length, { units, items: [] });
    blocks.push(
      heading('数据填报方面'),
      paragraph('检查发现数据填报错误', count, '处', where, '。具体位置和处理要求见附件3。'),
    );
  }
  return { title: '存在问题', blocks };
}

/** The words of the clause that a problem is about, without the marks between them. */
export function clauseOf({ item, criteria }: Pick<Problem, 'item' | 'criteria'>): string {
  const clauses = criteria.length > 0 ? criteria.map(({ clause }) => clause) : [item.clause];
  return clauses.map((clause) => withoutStop(plain(clause)).replace(/^\d\.(?!\d(?!\d{3}年))/, '')).join('；');
}

/** A reason without the rate, which the clause beside it says: 未按时上报次数1次. */
function withoutRate(reason: string): string {
  return reason.replace(/，每1[^\d，；]+[扣得][\d.]+分/g, '');
}

function described(context: Context, problem: Problem): Run[] {
  const { item, losses, lost } = problem;
  const units = losses.map((loss) => loss.unit);
  const reasons = losses.map((loss) => withoutRate(loss.reason));
  const sources = { items: [item.id], criteria: problem.criteria.map(({ id }) => id) };
  const total = pointsOf('lost', lost, { units, ...sources });
  const rule = `${quoted(item.title)}（${numberOfItem(item)}）。评分标准规定${quoted(clauseOf(problem))}，`;
  if (units.length === 1) {
    return [rule, context.cards.length === 1 ? '' : plain(units[0]), `${reasons[0]}，失`, total, '分。'];
  }
  const every = new Set(reasons).size === 1 ? `均为${reasons[0]}，` : '';
  return [
    rule,
    listOfUnits(units, 5),
    countOf('losingUnits', units, sources),
    `个单位失分，${every}合计`,
    total,
    '分。',
  ];
}
