import { compare, sum } from '../../scoring/fraction';
import type { Context } from '../context';
import { countOf, pointsOf } from '../figure';
import type { Block, Chart, Run } from '../model';
import { noLosses, plain } from '../words';
import { extras } from './extras';
import { sectionNumber } from './progress';
import { heading, paragraph, type Chapter } from './blocks';

const MOST_NAMED = 5;

/** 五、失分和扣分情况 */
export function results(context: Context): Chapter {
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const { deductions } = context.assessment.rulebook;
  return {
    title: '失分和扣分情况',
    blocks: [
      heading('失分情况'),
      lossesByUnit(context),
      ...lossChart(context),
      heading('扣分情况'),
      ...extras(context, 'deductions', deductions.id),
    ],
  };
}

/** Points that each unit has lost, most first. */
export function lostByUnit(context: Context) {
  return context.cards
    .map((card) => {
      const losses = context.losses.filter((loss) => loss.unit === card.unit);
      return { unit: card.unit, losses, lost: sum(losses.map((loss) => loss.lost)) };
    })
    .filter(({ losses }) => losses.length > 0)
    .sort((a, b) => compare(b.lost, a.lost));
}

function lossesByUnit(context: Context): Block {
  const losing = lostByUnit(context);
  if (losing.length === 0) return paragraph(noLosses(context.provisional));
  const units = losing.map(({ unit }) => unit);
  const total = pointsOf('lost', sum(losing.map(({ lost }) => lost)), { units, items: context.items });
  const annex = '逐条原因见附件2。';
  if (context.cards.length === 1) return paragraph(`${plain(units[0])}失分`, total, `分。${annex}`);
  const count = countOf('losingUnits', units, { items: context.items });
  if (units.length > 1 && losing.every(({ lost }) => compare(lost, losing[0].lost) === 0)) {
    const each = pointsOf('lost', losing[0].lost, { units: [units[0]], items: context.items });
    return paragraph(count, '个单位有失分，合计', total, '分，各失', each, `分。${annex}`);
  }
  const first = worst(losing);
  const named = first.flatMap(({ unit, lost }, index): Run[] => [
    `${index > 0 ? '、' : ''}${plain(unit)}`,
    pointsOf('lost', lost, { units: [unit], items: context.items }),
    '分',
  ]);
  if (units.length === 1) return paragraph(`${plain(units[0])}失`, total, `分，其他单位没有失分。${annex}`);
  const most = first.length === 1 ? '分，失分最多的是' : '分，失分较多的是';
  const who = first.length === 0 ? '分' : first.length < losing.length ? most : '分，分别是';
  return paragraph(count, '个单位有失分，合计', total, who, named, `。${annex}`);
}

/** Those who lost most, never one without another who lost as much. */
function worst(losing: ReturnType<typeof lostByUnit>) {
  const next = losing[MOST_NAMED];
  return losing.slice(0, MOST_NAMED).filter(({ lost }) => !next || compare(lost, next.lost) > 0);
}

/** Points lost in each section, when any were. */
function lossChart({ assessment, losses }: Context): Chart[] {
  if (losses.length === 0) return [];
  const { sections } = assessment.rulebook;
  const figures = sections.map((section) => {
    const own = losses.filter((loss) => section.items.includes(loss.item));
    const units = [...new Set(own.map(({ unit }) => unit))];
    return pointsOf('lost', sum(own.map(({ lost }) => lost)), { units, items: section.items.map(({ id }) => id) });
  });
  const series = [{ name: '失分', figures }];
  return [{ kind: 'chart', title: '各部分失分合计（分）', categories: sections.map(sectionNumber), series }];
}
