import type { Item } from '../../rulebook/model';
import { findUnit } from '../../rulebook/units';
import type { Line } from '../../scoring/item-score';
import { waitingIn, whyUnscored, type Context } from '../context';
import { countOf, numberOf } from '../figure';
import type { Block, Run, Table } from '../model';
import { listOfUnits, momentInWords, plain, quarterInWords, quoted, titleOfItem } from '../words';
import { dataErrors } from './data-errors';
import { columns, paragraph, table, type Chapter } from './blocks';

const MOST_NAMED = 10;
/** More tasks than this are easier to find in a table. */
const MOST_IN_A_SENTENCE = 8;

/** Items whose points can still be gained by a day, and the units that can. */
interface TargetDay {
  day: string;
  items: { item: Item; units: string[] }[];
}

/** 六、下一步工作要求, each from what the scores show, with deadlines from the rulebook. */
export function requirements(context: Context): Chapter {
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const days = targetsByDay(context);
  const many = days.flatMap(({ items }) => items).length > MOST_IN_A_SENTENCE;
  const targets =
    days.length > 0
      ? ['加快推进时限未到、尚可得分的任务。', ...(many ? ['各项任务和时限如下表。'] : said(context, days))]
      : undefined;
  const wanted: { runs?: Run[]; table?: Table }[] = [
    { runs: corrections(context) },
    { runs: targets, ...(many && { table: targetTable(context, days) }) },
    { runs: missingData(context) },
    { runs: nextReport(context) },
  ];
  const given = wanted.filter(({ runs }) => runs !== undefined);
  const blocks = given.flatMap(({ runs = [], table: below }, index): Block[] => [
    paragraph(given.length > 1 ? `${index + 1}.` : '', runs),
    ...(below ? [below] : []),
  ]);
  return { title: '下一步工作要求', blocks };
}

function corrections({ problems, losses, assessment }: Context): Run[] | undefined {
  if (problems.length === 0) return undefined;
  const units = [...new Set(losses.map((loss) => loss.unit))];
  const canonical = (name: string) => findUnit(assessment.rulebook, name)?.name ?? name;
  const leads = [...new Set(problems.flatMap(({ item }) => item.task.lead.map(canonical)))];
  const leadCount = countOf('leadUnits', leads, { items: problems.map(({ item }) => item.id) });
  const named: Run[] =
    leads.length > MOST_NAMED ? [listOfUnits(leads, MOST_NAMED), leadCount, '个单位'] : [listOfUnits(leads)];
  const leading: Run[] = leads.length > 0 ? ['牵头单位（', ...named, '）要加强对所牵头任务的督促指导。'] : [];
  const who: Run[] = units.length === 1 ? [plain(units[0])] : [countOf('losingUnits', units), '个失分单位'];
  const what = '要对照评分标准和附件3所列问题逐条整改，附件3所列完成时限已过的要抓紧整改到位。';
  return ['抓好问题整改。', ...who, what, ...leading];
}

/** The nearest day, after the cut-off, by which a criterion that is not met yet can still be met. */
function dueOf({ assessment, finder }: Context, item: Item, lines: Line[]): string {
  const yearEnd = `${assessment.rulebook.year}-12-31`;
  const unmet = new Set(lines.filter((line) => !finder.isMet(line, item)).map((line) => line.criterion));
  const days = item.criteria.filter(({ id }) => unmet.has(id)).map(({ due }) => due ?? yearEnd);
  return days.filter((day) => day > assessment.asOf).sort()[0] ?? yearEnd;
}

/** Items whose points some units can still gain, by deadline, the nearest first. */
export function targetsByDay(context: Context): TargetDay[] {
  const byDay = new Map<string, TargetDay['items']>();
  for (const item of context.assessment.rulebook.sections.flatMap((section) => section.items)) {
    for (const card of context.cards) {
      const score = card.items.find((candidate) => candidate.item === item.id && candidate.state === 'notDue');
      if (!score) continue;
      const day = dueOf(context, item, score.lines);
      const items = byDay.get(day) ?? [];
      const entry = items.find((candidate) => candidate.item === item);
      if (entry) entry.units.push(card.unit);
      else byDay.set(day, [...items, { item, units: [card.unit] }]);
    }
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, items]) => ({ day, items }));
}

function said(context: Context, days: TargetDay[]): Run[] {
  const several = context.cards.length > 1;
  // Quotes that stand side by side take no mark between them.
  const between = several ? '、' : '';
  return days.flatMap(({ day, items }): Run[] => [
    `时限为${momentInWords(day)}的有`,
    ...items.flatMap(({ item, units }, index): Run[] => [
      `${index > 0 ? between : ''}${quoted(item.title)}`,
      ...(several ? ['（', countOf('openUnits', units, { items: [item.id] }), '个单位）'] : []),
    ]),
    '。',
  ]);
}

function targetTable(context: Context, days: TargetDay[]): Table {
  const several = context.cards.length > 1;
  const heads = columns(['时限', 2.6], ['任务', 5.4, 'left'], ['尚可得分\n单位数', 1.6]);
  const rows = days.flatMap(({ day, items }) =>
    items.map(({ item, units }): Run[] => [
      momentInWords(day),
      titleOfItem(item),
      ...(several ? [countOf('openUnits', units, { items: [item.id] })] : []),
    ]),
  );
  return table(several ? heads : heads.slice(0, 2), rows);
}

function missingData(context: Context): Run[] | undefined {
  const waiting = context.cards
    .map((card) => ({ unit: card.unit, scores: waitingIn(card) }))
    .filter(({ scores }) => scores.length > 0);
  const errors = dataErrors(context).length;
  if (waiting.length === 0) return errors > 0 ? ['更正填报错误。有关单位要按附件3的处理要求更正数据。'] : undefined;
  const units = waiting.map(({ unit }) => unit);
  const scores = waiting.flatMap((each) => each.scores);
  const figure = numberOf('unscoredItems', scores.length, { units, items: context.items });
  const [why, then] = whyUnscored(scores);
  const who: Run[] = units.length === 1 ? [plain(units[0]), '有'] : [countOf('units', units), '个单位共有'];
  return [
    errors > 0 || then !== '补报' ? '补齐和更正数据。' : '补齐数据。',
    ...who,
    figure,
    `${units.length === 1 ? '项' : '项次'}因${why}无法评定，要按附件3所列项目${then}${errors > 0 ? '，一并更正填报错误' : ''}。`,
  ];
}

function nextReport({ assessment }: Context): Run[] | undefined {
  const next = assessment.rulebook.reports
    .filter((report) => report.due.slice(0, 10) > assessment.asOf)
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  if (!next) return undefined;
  return [
    `按时报送季度报告。${quarterInWords(next.quarter)}工作情况报告及问题清单应于${momentInWords(next.due)}前报送。`,
  ];
}
