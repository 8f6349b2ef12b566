import type { Grid, Line } from './grid';
import { speaksOfFact } from './heading-scores';
import { withoutPeriod } from './periods';
import type { Table } from './tables';
import type { Targets } from './targets';

/** What was done is told in so many characters or in a whole sentence; titles, banners and notes are shorter or tell nothing. */
const LONG = 40;
const SENTENCE = /^.{10,}[。；]/s;
const TELLS = /[已未没无均]|\d/;
/** What is asked for, how it is counted and how the form is to be filled in. */
const OF_THE_FORM =
  /^[（(【]?(?:注|备注|说明|填[表报写]|统计口径|指标(?:口径|解释|说明)|计算|口径|要求|依据|根据|为|按照?)|[=＝]|请(?:各|于|按|将|在)|不得|应当|须/;

/**
 * What stands above, between and below the tables of a sheet: a report may have its figures in tables and the rest in
 * sentences, or in names with their answers beside them.
 */
export function linesBeside(grid: Grid, tables: Table[], targets: Targets): Line[] {
  return [...sentencesIn(tables, targets), ...pairsIn(grid, tables, targets)].sort((a, b) => a.row - b.row);
}

/** Lines of names and answers in none of the tables: 容缺清单报送 | 6月29日 | 推进会缺席 | 1次. */
function pairsIn({ lines }: Grid, tables: Table[], targets: Targets): Line[] {
  const taken = new Set(tables.flatMap(({ preamble, rows }) => [...preamble, ...rows]).map(({ row }) => row));
  const last = Math.max(...tables.map(({ bottom }) => bottom));
  return lines.filter(({ row, entries: [first, ...others] }) => {
    const isLoose = row > last && !taken.has(row);
    return isLoose && first && others.length > 0 && speaksOfFact(first.text, targets);
  });
}

function sentencesIn(tables: Table[], targets: Targets): Line[] {
  return tables.flatMap(({ preamble, rows, columns }) => {
    const left = Math.min(...columns.map(({ index }) => index));
    return [...preamble, ...rows].filter(({ entries }) => {
      const [only, ...others] = entries;
      if (!only || others.length || typeof only.cell.value !== 'string') return false;
      const { text } = only;
      // Right of the first column stand remarks on a row, but no report of several sentences.
      if (only.column > left)
        return text.length >= LONG && /[。；;].{10}/s.test(text) && !OF_THE_FORM.test(text.trim());
      const tells = text.length >= LONG || SENTENCE.test(text) || namesFigure(text, targets);
      return tells && TELLS.test(text) && !OF_THE_FORM.test(text.trim());
    });
  });
}

/** 1—9月评价覆盖率：93.6%（目标80%）: the name of a figure and the figure. */
function namesFigure(text: string, targets: Targets): boolean {
  const [, name = ''] = /^([^:：]{2,20})[:：]\s*[\d０-９]/.exec(text) ?? [];
  return name !== '' && speaksOfFact(withoutPeriod({ path: [name] }).path[0] ?? name, targets);
}
