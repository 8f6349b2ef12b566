import { LIMITS } from './limits';
import { elements } from './xml';

/** A link from one part of a file to another. */
export interface Relation {
  id: string;
  /** The last word of its type, which the two editions of the standard share: worksheet, styles, comments. */
  type: string;
  path: string;
}

/** The path of the part that holds the links of a part, or with '' those of the whole file. */
export function relationsPath(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The links of a part to others inside the file. */
export function relationsIn(xml: string, part: string): Relation[] {
  return elements(xml, 'Relationship', LIMITS.relations)
    .filter((relation) => relation.get('TargetMode') !== 'External')
    .map((relation) => ({
      id: relation.get('Id') ?? '',
      type: (relation.get('Type') ?? '').replace(/^.*\//, ''),
      path: resolvePath(folderOf(part), relation.get('Target') ?? ''),
    }));
}

/** The path that a link from a folder means. */
function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (/^[/\\]/.test(target) ? target : folder + target).split(/[/\\]/)) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** A path as the links of a part say it; not all programs know those that begin at the root. */
export function relativePath(part: string, path: string): string {
  const [from, to] = [part.split('/').slice(0, -1), path.split('/')];
  let common = 0;
  while (common < from.length && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}
