import type { Scorecard, SectionScore } from '../../assessment';
import type { Section } from '../../rulebook/model';
import { compare, fromDecimal, subtract, sum } from '../../scoring/fraction';
import { scoresIn, type Context } from '../context';
import { countOf, numberOf, pointsOf, rateOf } from '../figure';
import type { Problem } from '../losses';
import type { Block, Chart, Figure, Run } from '../model';
import { plain, quoted, shortTitle } from '../words';
import { heading, paragraph, type Chapter } from './blocks';
import { mainFigures } from './reported-facts';

/** 三、重点任务推进情况: each section with the figures behind it. */
export function progress(context: Context): Chapter {
  const { sections } = context.assessment.rulebook;
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const blocks: Block[] = sections.flatMap((section) => [
    heading(shortTitle(section.title)),
    ...sectionText(context, section),
  ]);
  return { title: '重点任务推进情况', blocks: [...blocks, chart(context)] };
}

function sectionText(context: Context, section: Section): Block[] {
  const own = concerned(context, section);
  if (own.length === 0) return [paragraph(`本部分${section.points}分，不涉及参加考评的单位。`)];
  const said = paragraph(
    isUntouched(context, section, own)
      ? untouched(context, section, own)
      : [standing(context, section, own), losses(context, section, own), open(context, section)].flat(),
  );
  const data = mainFigures(context, section);
  const heading = context.cards.length > 1 ? '主要数据（括号内为有数据的单位数）：' : '主要数据：';
  return data.length > 0 ? [said, paragraph(heading, data, '。')] : [said];
}

/** 一, as charts name a section. */
export function sectionNumber(section: Section): string {
  return plain(section.title).split('、')[0];
}

export function sectionScore(card: Scorecard, section: Section): SectionScore | undefined {
  return card.sections.find((score) => score.section === section.id);
}

function ids(section: Section): string[] {
  return section.items.map((item) => item.id);
}

/** The units that a section concerns, each with its scores on the items that are its own. */
function concerned(context: Context, section: Section) {
  return context.cards
    .map((card) => ({
      unit: card.unit,
      scores: scoresIn(card, section).filter(({ state }) => state !== 'notApplicable'),
    }))
    .filter(({ scores }) => scores.length > 0);
}

type Concerned = ReturnType<typeof concerned>;

/** Shares of the points of all items that concern the units: what is theirs for sure, and what is open. */
function rates(section: Section, own: Concerned): [done: Figure, open: Figure] {
  const pointsOfItem = new Map(section.items.map((item) => [item.id, item.points]));
  const scores = own.flatMap((entry) => entry.scores);
  const full = sum(scores.map(({ item }) => fromDecimal(pointsOfItem.get(item)!)));
  const low = sum(scores.map((score) => score.low));
  const open = subtract(sum(scores.map((score) => score.high)), low);
  const sources = { units: own.map(({ unit }) => unit), items: ids(section) };
  return [rateOf('sectionRate', low, full, sources), rateOf('sectionOpenRate', open, full, sources)];
}

/** Nothing is won or lost for sure yet. */
function isUntouched(context: Context, section: Section, own: Concerned): boolean {
  const [done] = rates(section, own);
  return done.value === 0 && isOpen(own) && lossesIn(context, section).length === 0;
}

function untouched(context: Context, section: Section, own: Concerned): Run[] {
  const { units, items, count } = openIn(context, section);
  if (context.cards.length === 1)
    return [`本部分${section.points}分，尚有`, count, '项得分待定，没有已确定的得分和失分。'];
  const names = own.map(({ unit }) => unit);
  const opening: Run[] = [`本部分${section.points}分，涉及`, countOf('sectionUnits', names, { items }), '个单位，'];
  const who: Run[] = units.length === own.length ? [] : [countOf('openUnits', units, { items }), '个单位'];
  const what = units.length === 1 ? '项' : '项次';
  return [...opening, ...who, '共', count, `${what}得分待定，没有已确定的得分和失分。`];
}

function isOpen(own: Concerned): boolean {
  return own.some(({ scores }) => scores.some(({ low, high }) => compare(low, high) !== 0));
}

function standing(context: Context, section: Section, own: Concerned): Run[] {
  const items = ids(section);
  const [done, openRate] = rates(section, own);
  const open = isOpen(own);
  const rate: Run[] = [open ? '已确定得分率' : '得分率', done, ...(open ? ['，另有', openRate, '待定。'] : ['。'])];
  if (context.cards.length === 1) return [`本部分${section.points}分，按适用于该单位的项目计，`, ...rate];
  const units = countOf(
    'sectionUnits',
    own.map(({ unit }) => unit),
    { items },
  );
  const opening: Run[] = [`本部分${section.points}分，涉及`, units, '个单位，按适用项目合计，', ...rate];
  const full = fullIn(context, section);
  if (full.length === 0) {
    const none = open ? '目前没有单位确定得满分' : '没有单位得满分';
    return [...opening, none, lossesIn(context, section).length === 0 ? '，也没有单位失分。' : '。'];
  }
  const count = countOf('sectionFull', full, { items });
  if (full.length === own.length && full.length > 1) return [...opening, count, '个单位均得满分。'];
  return [...opening, count, '个单位得满分。'];
}

/** The units that have full points for sure on every item of a section that concerns them. */
export function fullIn(context: Context, section: Section): string[] {
  const points = new Map(section.items.map((item) => [item.id, fromDecimal(item.points)]));
  return concerned(context, section)
    .filter(({ scores }) => scores.every(({ item, low }) => compare(low, points.get(item)!) >= 0))
    .map(({ unit }) => unit);
}

function lossesIn(context: Context, section: Section) {
  const items = new Set(ids(section));
  return context.losses.filter((loss) => items.has(loss.item.id));
}

function losses(context: Context, section: Section, own: Concerned): Run[] {
  const items = new Set(ids(section));
  const lost = lossesIn(context, section);
  if (lost.length === 0) {
    if (context.cards.length === 1) return ['没有失分。'];
    // Where nobody has full points, or everybody, that is said already.
    const full = fullIn(context, section).length;
    return full === 0 || full === own.length ? [] : ['没有单位失分。'];
  }
  const units = [...new Set(lost.map((loss) => loss.unit))];
  const total = pointsOf('lost', sum(lost.map((loss) => loss.lost)), { units, items: [...items] });
  const worst = byItem(context.problems.filter((problem) => items.has(problem.item.id)));
  if (units.length === 1 && worst.length === 1) {
    const who = context.cards.length === 1 ? '' : plain(units[0]);
    return [`${who}在${quoted(worst[0].title)}一项失`, total, '分。'];
  }
  const opening: Run[] =
    context.cards.length === 1
      ? ['失分', total, '分，']
      : units.length === 1
        ? [`${plain(units[0])}失`, total, '分，']
        : [countOf('losingUnits', units, { items: [...items] }), '个单位失分，合计', total, '分，'];
  const details = worst
    .slice(0, 3)
    .flatMap((item, index): Run[] => [
      `${index > 0 ? '、' : ''}${quoted(item.title)}`,
      pointsOf('lost', item.lost, { units: item.units, items: [item.id] }),
      '分',
    ]);
  if (worst.length === 1) return [...opening, `均为${quoted(worst[0].title)}一项。`];
  return [...opening, worst.length > 3 ? '其中失分较多的是' : '其中', ...details, '。'];
}

/** Losses item by item, most points first. */
function byItem(problems: Problem[]) {
  const grouped = new Map<string, Problem[]>();
  for (const problem of problems) grouped.set(problem.item.id, [...(grouped.get(problem.item.id) ?? []), problem]);
  return [...grouped]
    .map(([id, group]) => ({
      id,
      title: group[0].item.title,
      lost: sum(group.map((problem) => problem.lost)),
      units: [...new Set(group.flatMap((problem) => problem.losses.map((loss) => loss.unit)))],
    }))
    .sort((a, b) => compare(b.lost, a.lost));
}

/** What is open of a section: whose, and how many items. */
function openIn(context: Context, section: Section) {
  const entries = context.cards.flatMap((card) =>
    scoresIn(card, section)
      .filter((score) => compare(score.low, score.high) !== 0)
      .map((score) => ({ unit: card.unit, item: score.item })),
  );
  const units = [...new Set(entries.map((entry) => entry.unit))];
  const items = ids(section);
  return { units, items, count: numberOf('openItems', entries.length, { units, items }) };
}

function open(context: Context, section: Section): Run[] {
  const { units, items, count } = openIn(context, section);
  if (units.length === 0) return [];
  if (context.cards.length === 1) return ['尚有', count, '项得分待定。'];
  if (units.length === 1) return [`${plain(units[0])}有`, count, '项得分待定。'];
  return [countOf('openUnits', units, { items }), '个单位共', count, '项次得分待定。'];
}

function chart(context: Context): Chart {
  const { sections } = context.assessment.rulebook;
  const shown = sections.filter((section) => concerned(context, section).length > 0);
  const pairs = shown.map((section) => rates(section, concerned(context, section)));
  const isOpen = pairs.some(([, left]) => left.value > 0);
  const series = [{ name: isOpen ? '已确定得分率' : '得分率', figures: pairs.map(([done]) => done) }];
  if (isOpen) series.push({ name: '待定', figures: pairs.map(([, left]) => left) });
  return {
    kind: 'chart',
    title: '各部分得分率（%）',
    categories: shown.map(sectionNumber),
    series,
    maximum: 100,
  };
}
