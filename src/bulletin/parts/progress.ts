import type { Scorecard, SectionScore } from '../../assessment';
import type { Section } from '../../rulebook/model';
import { compare, fromDecimal, subtract, sum } from '../../scoring/fraction';
import { scoresIn, type Context } from '../context';
import { countOf, mean, numberOf, pointsOf, rateOf } from '../figure';
import type { Problem } from '../losses';
import type { Block, Chart, Figure, Run } from '../model';
import { plain, quoted, shortTitle } from '../words';
import { heading, paragraph, type Chapter } from './blocks';

/** 三、重点任务推进情况: each section with the figures behind it. */
export function progress(context: Context): Chapter {
  const { sections } = context.assessment.rulebook;
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const blocks: Block[] = sections.flatMap((section) => [
    heading(shortTitle(section.title)),
    paragraph(standing(context, section), losses(context, section), open(context, section)),
  ]);
  return { title: '重点任务推进情况', blocks: [...blocks, chart(context)] };
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

function averages(context: Context, section: Section) {
  const scores = context.cards.flatMap((card) => sectionScore(card, section) ?? []);
  const low = mean(scores.map((score) => score.low));
  return { low, open: subtract(mean(scores.map((score) => score.high)), low) };
}

function rates(context: Context, section: Section): [done: Figure, open: Figure] {
  const sources = { units: context.units, items: ids(section) };
  const { low, open: left } = averages(context, section);
  return [
    rateOf('sectionRate', low, section.points, sources),
    rateOf('sectionOpenRate', left, section.points, sources),
  ];
}

function standing(context: Context, section: Section): Run[] {
  const items = ids(section);
  const { low, open: left } = averages(context, section);
  const isOpen = left.n !== 0;
  const [done, openRate] = rates(context, section);
  const word = isOpen ? '已确定得分' : '得分';
  const average = pointsOf('sectionAverage', low, { units: context.units, items });
  const rest: Run[] = isOpen ? ['，另有', openRate, '待定'] : [];
  const opening = `本部分${section.points}分。`;
  if (context.cards.length === 1) return [`${opening}${word}`, average, '分，占', done, rest, '。'].flat();
  const full = context.cards.filter((card) => {
    const score = sectionScore(card, section);
    return score && compare(score.low, fromDecimal(section.points)) >= 0;
  });
  const fullText: Run[] =
    full.length === 0
      ? ['没有单位得满分。']
      : full.length === context.cards.length
        ? [countOf('sectionFull', context.units, { items }), '个单位均得满分。']
        : [
            countOf(
              'sectionFull',
              full.map((card) => card.unit),
              { items },
            ),
            '个单位得满分。',
          ];
  const finished = full.length > 0 || !isOpen ? fullText : ['目前没有单位确定得满分。'];
  return [`${opening}平均${word}`, average, '分，占', done, rest, '。', finished].flat();
}

function losses(context: Context, section: Section): Run[] {
  const items = new Set(ids(section));
  const lost = context.losses.filter((loss) => items.has(loss.item.id));
  if (lost.length === 0) return context.cards.length === 1 ? ['没有失分。'] : ['没有单位失分。'];
  const units = [...new Set(lost.map((loss) => loss.unit))];
  const total = pointsOf('lost', sum(lost.map((loss) => loss.lost)), { units, items: [...items] });
  const worst = byItem(context.problems.filter((problem) => items.has(problem.item.id)));
  const opening: Run[] =
    context.cards.length === 1
      ? ['失分', total, '分，']
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

function open(context: Context, section: Section): Run[] {
  const entries = context.cards.flatMap((card) =>
    scoresIn(card, section)
      .filter((score) => compare(score.low, score.high) !== 0)
      .map((score) => ({ unit: card.unit, item: score.item })),
  );
  if (entries.length === 0) return [];
  const units = [...new Set(entries.map((entry) => entry.unit))];
  const items = ids(section);
  const count = numberOf('openItems', entries.length, { units, items });
  if (context.cards.length === 1) return ['尚有', count, '项得分待定。'];
  return [countOf('openUnits', units, { items }), '个单位共', count, '项次得分待定。'];
}

function chart(context: Context): Chart {
  const { sections } = context.assessment.rulebook;
  const pairs = sections.map((section) => rates(context, section));
  const isOpen = pairs.some(([, left]) => left.value > 0);
  const series = [{ name: isOpen ? '已确定得分率' : '得分率', figures: pairs.map(([done]) => done) }];
  if (isOpen) series.push({ name: '待定', figures: pairs.map(([, left]) => left) });
  return {
    kind: 'chart',
    title: `各部分${context.cards.length > 1 ? '平均' : ''}得分率（%）`,
    categories: sections.map(sectionNumber),
    series,
    maximum: 100,
  };
}
