import type { Context } from '../context';
import { countOf } from '../figure';
import type { Block, Run } from '../model';
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

function fullSections(context: Context): Block[] {
  return context.assessment.rulebook.sections.flatMap((section): Block[] => {
    const units = fullIn(context, section);
    if (units.length === 0) return [];
    const count = countOf('sectionFull', units, { items: section.items.map(({ id }) => id) });
    const who: Run[] = units.length === 1 ? [listOfUnits(units)] : [listOfUnits(units), count, '个单位'];
    return [paragraph(`${quoted(shortTitle(section.title))}部分得满分的有`, who, '。')];
  });
}
