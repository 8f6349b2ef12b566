import type { Settlement } from '../../assessment';
import { itemsOf } from '../../rulebook/rules';
import type { Context } from '../context';
import { countOf, numberOf } from '../figure';
import type { Run } from '../model';
import { fromCells, momentInWords, plain, titleOfItem } from '../words';
import { columns, paragraph, table, type Chapter } from './blocks';

const APPEAL = '申诉复核';

/** What the office settled, as far as it went into the scores. */
function settled({ cards }: Context): Settlement[] {
  return cards.flatMap((card) =>
    [...card.items, card.bonus, card.deductions].flatMap((score) =>
      score.facts.flatMap(({ claims }) => claims.flatMap(({ settlement }) => settlement ?? []).slice(-1)),
    ),
  );
}

/** A day as people write it; what is none stays as it was entered on the sheet. */
function dayOf(date: string): string {
  try {
    return momentInWords(date);
  } catch {
    return fromCells(date);
  }
}

const sourcesOf = (list: Settlement[]) => ({
  units: [...new Set(list.map(({ unit }) => unit))],
  items: [...new Set(list.map(({ item }) => item))],
});

/** 数据核定和申诉复核情况: every value that rests on the office's word, with its reason. */
export function settlements(context: Context): Chapter {
  const all = settled(context);
  if (all.length === 0) return { title: '', blocks: [] };
  const appeals = all.filter(({ kind }) => kind === APPEAL);
  const facts = new Map(
    itemsOf(context.assessment.rulebook).flatMap(({ id, facts: own }) =>
      own.map((fact) => [`${id} ${fact.id}`, fact.name] as const),
    ),
  );
  const about: Run[] =
    appeals.length > 0 ? ['，其中申诉复核', numberOf('appeals', appeals.length, sourcesOf(appeals)), '项次'] : [];
  const heads = columns(
    ['单位', 2.2],
    ['任务', 3.6, 'left'],
    ['指标', 2.6, 'left'],
    ['核定值', 1.4],
    ['类别', 1.8],
    ['理由', 3.4, 'left'],
  );
  const rows = all.map(({ unit, item, fact, value, kind, outcome, reason, date }) => [
    plain(unit),
    titleOfItem(context.item(item)!),
    plain(facts.get(`${item} ${fact}`) ?? fact),
    plain(value),
    plain([kind, outcome].filter(Boolean).join('，')),
    `${fromCells(reason)}${date ? `（${dayOf(date)}）` : ''}`,
  ]);
  return {
    title: '数据核定和申诉复核情况',
    blocks: [
      paragraph(
        '专项组办公室核定数据',
        numberOf('settlements', all.length, sourcesOf(all)),
        '项次，涉及',
        countOf('settledUnits', sourcesOf(all).units, { items: sourcesOf(all).items }),
        '个单位',
        about,
        '。核定的数据优先于其他来源。',
      ),
      table(heads, rows),
    ],
  };
}
