import { Memo } from './memo';
import type { Unit } from './model';
import type { Rules } from './rules';

const plainNames = new Memo<string>(5000);

/** A unit's name without what varies between writers: width, spaces, quotes, the county's name before it. */
function plain(name: string): string {
  return plainNames.of(name, () =>
    name
      .normalize('NFKC')
      .replace(/[\s"'“”‘’·、,。:;]/g, '')
      .replace(/^(中共|国家税务总局)?(云南省)?(昆明市)?宜良县?/, '')
      .replace(/^县(?=.)/, '')
      .replace(/\((盖章|公章|签章|章|本级|机关|含[^()]*)\)/g, ''),
  );
}

const BRACKETS = /\((.*?)\)/g;

/** What stands outside brackets. Brackets that nothing closes are not looked into: a cell may hold thousands. */
function outsideBrackets(key: string): string {
  const end = key.lastIndexOf(')') + 1;
  return key.slice(0, end).replace(BRACKETS, '') + key.slice(end);
}

interface Index {
  byName: Map<string, Unit | undefined>;
  /** Names as they stand in longer texts, the longest first. */
  inTexts: [string, Unit][];
  /** Text without any of the characters that names end with names no unit. */
  ending: RegExp;
}

const indexes = new WeakMap<Rules, Index>();

/** Names and variants first; then what stands outside and inside brackets, where only one unit can be meant. */
function indexOf(rulebook: Rules): Index {
  const known = indexes.get(rulebook);
  if (known) return known;
  const byName = new Map<string, Unit | undefined>();
  const partial = new Map<string, Unit | undefined>();
  const put = (map: Map<string, Unit | undefined>, key: string, unit: Unit): void => {
    if (key.length < 2) return;
    map.set(key, map.has(key) && map.get(key) !== unit ? undefined : unit);
  };
  for (const unit of rulebook.units) {
    for (const name of [unit.name, ...unit.variants]) {
      const key = plain(name);
      put(byName, key, unit);
      // 专项组(县政务局): a body of several units, of which one does its work.
      if (!/组(?:办公室)?$/.test(outsideBrackets(key))) put(partial, outsideBrackets(key), unit);
      for (const inside of key.matchAll(BRACKETS)) put(partial, plain(inside[1] ?? ''), unit);
    }
  }
  for (const [key, unit] of partial) if (!byName.has(key)) byName.set(key, unit);
  // A name of two characters is too common without the county before it: 县残联.
  const inTexts = [...byName]
    .flatMap(([key, unit]): [string, Unit][] => (unit ? [[key.length >= 3 ? key : `县${key}`, unit]] : []))
    .sort((a, b) => b[0].length - a[0].length);
  const endings = new Set(inTexts.map(([key]) => key.slice(-1)));
  const ending = new RegExp(`[${[...endings].join('').replace(/[\\\]^-]/g, '\\$&')}]`);
  const index = { byName, inTexts, ending };
  indexes.set(rulebook, index);
  return index;
}

/** The unit that a name stands for: its canonical name or a known variant, however spaced or prefixed. */
export function findUnit(rulebook: Rules, name: string): Unit | undefined {
  const index = indexOf(rulebook).byName;
  const key = plain(name);
  return index.get(key) ?? (key.includes('(') ? index.get(outsideBrackets(key)) : undefined);
}

/** Units whose names stand in a longer text, the longest name first where names overlap. */
export function unitsNamedIn(rulebook: Rules, text: string): Unit[] {
  const { inTexts, ending } = indexOf(rulebook);
  let rest = text.normalize('NFKC').replace(/\s/g, '');
  const found: Unit[] = [];
  if (!ending.test(rest)) return found;
  for (const [key, unit] of inTexts) {
    if (!rest.includes(key)) continue;
    rest = rest.split(key).join('#');
    if (!found.includes(unit)) found.push(unit);
  }
  return found;
}

function letters(text: string): Set<string> {
  return new Set(text.replace(/[县局中心办管理()]/g, ''));
}

/** Up to three units whose names share most characters with a name that is not known. */
export function nearestUnits(rulebook: Rules, name: string): Unit[] {
  const wanted = letters(plain(name));
  if (!wanted.size) return [];
  const best = new Map<Unit, number>();
  for (const [key, unit] of indexOf(rulebook).byName) {
    if (!unit) continue;
    const have = letters(key);
    let shared = 0;
    for (const letter of have) if (wanted.has(letter)) shared += 1;
    const likeness = (2 * shared) / (wanted.size + have.size || 1);
    if (likeness >= 0.4 && likeness > (best.get(unit) ?? 0)) best.set(unit, likeness);
  }
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([unit]) => unit);
}
