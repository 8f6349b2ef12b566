import type { Unit } from './model';
import type { Rules } from './rules';

/** What the name of an office ends with; without it people still know whose it is. */
const OFFICE = /(?:管理局|分局|局|委员会|委|办公室|办|管理中心|中心|大队)$/;

const indexes = new WeakMap<Rules, Map<string, Unit | undefined>>();

function indexOf(rulebook: Rules): Map<string, Unit | undefined> {
  const known = indexes.get(rulebook);
  if (known) return known;
  const index = new Map<string, Unit | undefined>();
  for (const unit of rulebook.units) {
    for (const name of [unit.name, ...unit.variants]) {
      const plain = name
        .normalize('NFKC')
        .replace(/\(.*?\)/g, '')
        .replace(/^(?:中共|国家税务总局)?(?:昆明市)?(?:宜良)?县/, '');
      const short = plain.replace(OFFICE, '');
      if (short === plain || short.length < 2 || short.length > 6) continue;
      index.set(short, index.has(short) && index.get(short) !== unit ? undefined : unit);
    }
  }
  indexes.set(rulebook, index);
  return index;
}

/**
 * The unit that 公安, 人社, 市场监管 stand for among the names of other units, where only one can be meant. Alone such a word
 * may be a subject as well: the caller has to know that names of units stand there.
 */
export function shortUnit(rulebook: Rules, name: string): Unit | undefined {
  return indexOf(rulebook).get(name.normalize('NFKC').replace(/\s/g, ''));
}
