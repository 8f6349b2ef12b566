import type { SheetContext } from '../answers';
import { claimTold, toldIn } from '../form/told';
import type { Entry, Line } from '../grid';
import { kindOf } from '../merit-words';
import type { Owner } from '../owner';
import { readNumber } from '../values';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { ABOUT, askMerit, NOTHING, titlesOf } from './merits';

/** What is told in words is taken from here on. */
const SURE = 0.6;
/** So long a text may tell of several events. */
const SENTENCES = 12;
/** 国家级, 简报, 其他, 扣分: what the sentences beside or behind it are about. */
const CATEGORY = /国家|中央|党中央|国务院|省|市|简报|其[他它]|创新|扣分|加分|通报|负面|媒体|专项组/;
/** 国家层面。 at the beginning of a text is what it is about. */
const LEAD = /^\s*([\u4e00-\u9fa5]{2,8})[。：:]\s*/;
const ROLES = ['unit', 'times', 'value', 'level', 'verified', 'month', 'date', 'item', 'problem'];

interface Row {
  line: Line;
  label: string;
  at: Entry;
  text: string;
}

/** 国家级 | 无, 市级 | 1.…；2.…: the bonus and the deductions of a unit in sentences, a row per level or kind. */
export function readMeritsInWords(context: SheetContext, table: Table, owner: () => Owner): void {
  const { reading } = context;
  const said = saidColumn(table);
  if (!said) return;
  const { merits } = reading.vocabulary;
  const { bonus, deductions } = reading.rulebook;
  const claimed = columnFor(table, 'claimed');
  const { unit } = owner();
  if (!unit) return;
  for (const { line, label, at, text } of rowsOf(context, table, said)) {
    if (NOTHING.test(text)) continue;
    const item = kindOf([label, text], merits) === 'deduction' ? deductions : bonus;
    const told = toldIn(context, item, '', label === '' ? text : `${label}：${text}`).filter(
      ({ confidence, figure }) => confidence >= SURE || figure.state !== 'value',
    );
    for (const one of told) claimTold(context, unit, item, one, at);
    const points = claimed && readNumber(context.grid.textAt(line.row, claimed.index));
    if (!told.length && points && points.value !== 0) askMerit(context, line, said, item);
  }
}

export function isMeritsInWords(context: SheetContext, table: Table): boolean {
  if (!titlesOf(context, table).some((title) => ABOUT.test(title))) return false;
  if (ROLES.some((role) => columnFor(table, role))) return false;
  const said = saidColumn(table);
  const rows = said ? rowsOf(context, table, said) : [];
  const labels = rows.map(({ label }) => label);
  const about = labels.filter((label) => CATEGORY.test(label));
  const isSeveral = rows.some(
    ({ text }) => text.split(/[。；;\n]/).filter((part) => part.length >= SENTENCES / 2).length > 1,
  );
  return rows.length >= 2 && isSeveral && about.length * 3 >= rows.length * 2 && new Set(labels).size === labels.length;
}

/** The column of sentences. */
function saidColumn(table: Table): Column | undefined {
  const lengths = table.columns.map((column) => {
    const texts = table.rows.map(({ row }) => table.grid.textAt(row, column.index)).filter((text) => text !== '');
    return { column, long: texts.filter((text) => text.length >= SENTENCES).length };
  });
  const best = lengths.reduce((a, b) => (b.long > a.long ? b : a), {
    column: undefined as Column | undefined,
    long: 1,
  });
  return best.column;
}

function rowsOf({ grid }: SheetContext, table: Table, said: Column): Row[] {
  return table.rows.flatMap((line): Row[] => {
    const at = grid.at(line.row, said.index);
    if (rowKind(line) !== 'plain' || line.entries.length < 2 || !at?.text) return [];
    const beside = table.columns
      .filter((column) => column.index < said.index && !column.roles.includes('seq'))
      .map(({ index }) => grid.textAt(line.row, index))
      .filter((text) => text !== '' && !/^[\d一二三四五六七八九十]{1,2}[.、．]?$/.test(text))
      .join('');
    const lead = LEAD.exec(at.text);
    return [
      {
        line,
        label: beside || (lead?.[1] ?? ''),
        at,
        text: beside || !lead ? at.text : at.text.slice(lead[0].length),
      },
    ];
  });
}
