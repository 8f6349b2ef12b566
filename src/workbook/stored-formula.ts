/**
 * How a file spells functions that a person spells otherwise: Excel stores the add-in's =YL.SCORE(…) as
 * =_xldudf_YL_SCORE(…), and functions newer than the file format with a prefix.
 */

/** Functions newer than Excel 2007 that our sheets may use; without the prefix Excel shows #NAME?. */
const PREFIXED = ['CONCAT', 'IFNA', 'IFS', 'MAXIFS', 'MINIFS', 'SWITCH', 'TEXTJOIN', 'XLOOKUP', 'UNIQUE'];
const TO_PREFIX = new RegExp(`(?<![\\w.])(${PREFIXED.join('|')})\\(`, 'gi');

/** From what a person writes to what a file holds. */
export function toStoredFormula(formula: string): string {
  return outsideQuotes(formula, (part) =>
    part
      .replace(/(?<![\w.])YL\.([A-Z]\w*)\(/gi, (_, name: string) => `_xldudf_YL_${name.toUpperCase()}(`)
      .replace(TO_PREFIX, (_, name: string) => `_xlfn.${name.toUpperCase()}(`),
  );
}

/** From what a file holds to what a person writes. */
export function fromStoredFormula(formula: string): string {
  if (!formula.includes('_xl')) return formula;
  return outsideQuotes(formula, (part) =>
    part
      .replace(/(?<![\w.])_xldudf_YL_(\w+)\(/gi, 'YL.$1(')
      .replace(/(?<![\w.])(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/g, ''),
  );
}

/** Applies a change to a formula but for its texts ("…") and quoted sheet names ('…'). */
function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join('');
}
