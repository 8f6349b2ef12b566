import type { Item, Rulebook } from './model';
import type { Path, SourceFile } from './source-file';

const SECTION = /^section-(\d+)\.yaml$/;

/** The files of the sections, in the order of the sections. */
export function sectionFiles(sources: Map<string, SourceFile>): SourceFile[] {
  const numberOf = ({ path }: SourceFile) => Number(SECTION.exec(path)![1]);
  return [...sources.values()].filter(({ path }) => SECTION.test(path)).sort((a, b) => numberOf(a) - numberOf(b));
}

/** Where an item stands in its file. */
export interface ItemPlace {
  item: Item;
  source: SourceFile;
  path: Path;
}

/** All items by the document's order, with their places. */
export function itemPlaces({ sections, bonus, deductions }: Rulebook, sources: Map<string, SourceFile>): ItemPlace[] {
  const files = sectionFiles(sources);
  return [
    ...sections.flatMap(({ items }, at) =>
      items.map((item, index) => ({ item, source: files[at], path: ['items', index] })),
    ),
    { item: bonus, source: sources.get('bonus.yaml')!, path: [] },
    { item: deductions, source: sources.get('deductions.yaml')!, path: [] },
  ];
}
