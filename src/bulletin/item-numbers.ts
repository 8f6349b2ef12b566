import type { Item } from '../rulebook/model';
import { numberOfItem } from './words';

/** 一、1.（2） as 一 and 1.（2）; 八 as 八 and nothing. */
function parted(item: Item): { section: string; rest: string } {
  const number = numberOfItem(item);
  const at = number.indexOf('、');
  return at < 0 ? { section: number, rest: '' } : { section: number.slice(0, at), rest: number.slice(at + 1) };
}

/**
 * The numbers of many items in little room, each section named once and neighbours drawn together:
 * 一、1.（1）至2.（2）；二、1、2、4至6；八.
 * @param all every item, in the rulebook's order
 */
export function numbersOfItems(items: Item[], all: Item[]): string {
  const positions = items.map((item) => all.indexOf(item)).sort((a, b) => a - b);
  const sections: { section: string; runs: { from: Item; to: Item; last: number }[] }[] = [];
  for (const position of positions) {
    const item = all[position];
    const { section } = parted(item);
    let entry = sections.at(-1);
    if (entry?.section !== section) sections.push((entry = { section, runs: [] }));
    const run = entry.runs.at(-1);
    if (run?.last === position - 1) Object.assign(run, { to: item, last: position });
    else entry.runs.push({ from: item, to: item, last: position });
  }
  return sections
    .map(({ section, runs }) => {
      const said = runs.flatMap(({ from, to, last }) => {
        if (from === to) return [parted(from).rest];
        // Two neighbours are as short one by one.
        const joint = all.indexOf(from) === last - 1 ? '、' : '至';
        return [`${parted(from).rest}${joint}${parted(to).rest}`];
      });
      const rest = said.filter((text) => text !== '').join('、');
      return rest ? `${section}、${rest}` : section;
    })
    .join('；');
}
