import type { Item, Reading, Rulebook } from '../../rulebook/model';

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Whether every word that was searched for stands in the text. */
function holds(text: string, search: string): boolean {
  const words = search.split(/\s+/).map(plain).filter(Boolean);
  const searched = plain(text);
  return words.every((word) => searched.includes(word));
}

function isItemId(search: string): boolean {
  return /^\d+(\.\d+)*$/.test(search.trim());
}

/** Items of a section that hold what is searched for; a number means the item of that number and those below it. */
export function itemsFound(items: Item[], search: string): Item[] {
  const wanted = search.trim();
  if (isItemId(wanted)) return items.filter(({ id }) => id === wanted || id.startsWith(`${wanted}.`));
  return items.filter((item) =>
    holds(
      [item.number, item.title, item.goal, item.clause, item.methods, ...item.facts.map(({ name }) => name)].join('\n'),
      search,
    ),
  );
}

/** Readings that hold what is searched for: an id, an item's number or words. */
export function readingsFound<R extends Reading>(readings: R[], search: string): R[] {
  const wanted = search.trim().toUpperCase();
  const byId = readings.filter(({ id }) => id.toUpperCase() === wanted);
  if (byId.length) return byId;
  if (isItemId(search)) return readings.filter(({ items }) => items.includes(search.trim()));
  return readings.filter(({ id, note, quotes, options }) =>
    holds([id, note, ...quotes, ...Object.values(options ?? {})].join('\n'), search),
  );
}

/** The rulebook's sections with the items that hold what is searched for; bonus and deductions are the last two. */
export function sectionsFound(rulebook: Rulebook, search: string): { id: string; title: string; items: Item[] }[] {
  return [
    ...rulebook.sections,
    { id: rulebook.bonus.id, title: '九、激励加分', items: [rulebook.bonus] },
    { id: rulebook.deductions.id, title: '十、扣分', items: [rulebook.deductions] },
  ]
    .map(({ id, title, items }) => ({ id, title, items: itemsFound(items, search) }))
    .filter(({ items }) => items.length > 0);
}
