import type { Context } from '../context';
import { countOf } from '../figure';
import type { Block, Run } from '../model';
import type { Section } from '../../rulebook/model';
import { listOfUnits, quoted, shortTitle } from '../words';
import { heading, paragraph, type Chapter } from './blocks';
import { extras } from './extras';
import { fullIn } from './progress';

/** 四、工作亮点和激励加分: what earned a bonus, and who has full points in a whole section. */
export function highlights(context: Context): Chapter {
  const { bonus } = context.assessment.rulebook;
  if (context.cards.length === 0) return { title: '', blocks: [] };
  const full = fullSections(context);
  return {
    title: '工作亮点和激励加分',
    blocks: [
      heading('激励加分情况'),
      ...extras(context, 'bonus', bonus.id),
      ...(full.length > 0 ? [heading('得满分情况'), ...full] : []),
    ],
  };
}

/** Sections in which the same units have full points share a sentence. */
function fullSections(context: Context): Block[] {
  const alike = new Map<string, { units: string[]; sections: Section[] }>();
  for (const section of context.assessment.rulebook.sections) {
    const units = fullIn(context, section);
    if (units.length === 0) continue;
    const group = alike.get(units.join('|')) ?? { units, sections: [] };
    group.sections.push(section);
    alike.set(units.join('|'), group);
  }
  return [...alike.values()].map(({ units, sections }) => {
    const items = sections.flatMap((section) => section.items.map(({ id }) => id));
    const count = countOf('sectionFull', units, { items });
    const where = `${sections.map(({ title }) => quoted(shortTitle(title))).join('')}部分`;
    if (units.length === context.cards.length && units.length > 1) return paragraph(where, count, '个单位均得满分。');
    const who: Run[] = units.length === 1 ? [listOfUnits(units)] : [listOfUnits(units), count, '个单位'];
    return paragraph(`${where}${sections.length > 1 ? '均' : ''}得满分的有`, who, '。');
  });
}
