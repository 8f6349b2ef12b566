import type { Line } from './grid';
import type { Table } from './tables';

/** What was done is told in so many characters or in a whole sentence; titles, banners and notes are shorter or tell nothing. */
const LONG = 40;
const SENTENCE = /^.{10,}[。；]/s;
const TELLS = /[已未没无均]|\d/;
/** What is asked for, how it is counted and how the form is to be filled in. */
const OF_THE_FORM =
  /^[（(【]?(?:注|备注|说明|填[表报写]|统计口径|指标(?:口径|解释|说明)|计算|口径|要求|依据|根据|为|按照?)|[=＝]|请(?:各|于|按|将|在)|不得|应当|须/;

/** The sentences above, between and below the tables of a sheet: a report may have its figures in tables and the rest in words. */
export function proseBeside(tables: Table[]): Line[] {
  return tables.flatMap(({ preamble, rows, columns }) => {
    const left = Math.min(...columns.map(({ index }) => index));
    return [...preamble, ...rows].filter(({ entries }) => {
      const [only, ...others] = entries;
      if (!only || others.length || only.column > left || typeof only.cell.value !== 'string') return false;
      const { text } = only;
      return (text.length >= LONG || SENTENCE.test(text)) && TELLS.test(text) && !OF_THE_FORM.test(text.trim());
    });
  });
}
