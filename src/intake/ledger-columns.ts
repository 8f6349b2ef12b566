import { findUnit } from '../rulebook/units';
import { isDateFormat, readDate } from './dates';
import type { Line } from './grid';
import { speaksOfFact } from './heading-scores';
import { levelOf } from './merit-words';
import type { Role } from './roles';
import { columnFor, rowKind, type Column, type Table, type TableWords } from './tables';
import { matchAny, plainText } from './text';
import { readNumber } from './values';

/** So many rows tell what a column holds. */
const LOOKED_AT = 40;

const VERDICT =
  /^(?:已?经?(?:核查|调查|核实|复核)?后?(?:不|未|基本|部分)?(?:属实|查实|成立|核实|确认|认定|采信|采纳)|待(?:核|查|定)|(?:核实|核查|调查)(?:中|不成立|成立)|查无|撤销|不?同意|不?认可|不?予(?:认定|加分|扣分|计入)|核实无误|真|假)/;
const LEVEL = /^(?:国家|省部?|部|市|县|中央|(?:省[(（]部[)）])|党中央.?国务院)级?$|^[—/-]$/;
/** Verdicts are short, findings are not. */
const LONGEST_VERDICT = 24;
const SHORTEST_FINDING = 4;
const LONGEST_FINDING = 90;

/** What a cell of a ledger may be, by its words alone. */
type Kind = 'verdict' | 'level' | 'finding' | 'merit';

/**
 * What the columns of a ledger are for, where their headings do not say it: a column of verdicts tells what was verified, a
 * column of problems that the rulebook counts what was found, one of praise or blame what is claimed.
 */
export function settleLedger(table: Table, words: TableWords): void {
  const lines = table.rows.filter((line) => line.entries.length > 1 && rowKind(line) === 'plain').slice(0, LOOKED_AT);
  if (!lines.length) return;
  const has = (role: Role): boolean => columnFor(table, role) !== undefined;
  const held = (column: Column, kind: Kind): number => share(table, lines, column, (text) => isOf(kind, text, words));
  const settle = (role: Role, kind: Kind, least: number, among: Column[]): void => {
    if (has(role)) return;
    const best = among
      .map((column) => ({ column, part: held(column, kind) }))
      .filter(({ part }) => part > least)
      .sort((a, b) => b.part - a.part)[0];
    if (best) giveRole(table, best.column, role);
  };
  settle(
    'verified',
    'verdict',
    0.5,
    table.columns.filter((column) => isLoose(column, ['remark', 'fixed'])),
  );
  settle(
    'level',
    'level',
    0.5,
    table.columns.filter((column) => isLoose(column, [])),
  );
  if (!has('problem') && !has('form') && !has('clause') && (isOfUnits(table, lines, words) || has('verified'))) {
    const loose = has('verified') ? [...SENTENCES, 'indicator'] : SENTENCES;
    const isBeside = (column: Column): boolean =>
      column.roles.includes('remark') && (isNowAndThen(table, lines, column) || holdsFacts(table, lines, words));
    const sentences = table.columns.filter((column) => isLoose(column, loose) && !isBeside(column));
    settle('problem', 'finding', 0.49, sentences);
    if (!has('problem')) settle('form', 'merit', 0.49, sentences);
  }
  if (!has('problem') && !has('form')) return;
  settleTimes(table, lines, words);
  const days = table.columns.filter((column) => isLoose(column, []) && isDays(table, lines, column));
  if (days.length === 1 && !has('date')) giveRole(table, days[0] as Column, 'date');
}

/** A remark beside some of the rows is no ledger of what was found. */
function isNowAndThen({ grid }: Table, lines: Line[], { index }: Column): boolean {
  return lines.filter(({ row }) => grid.textAt(row, index) !== '').length * 2 <= lines.length;
}

/** Figures that items ask for stand in columns of their own: what is remarked beside them is no finding. */
function holdsFacts({ grid, columns }: Table, lines: Line[], { targets }: TableWords): boolean {
  return columns.some(
    ({ roles, leaf, index }) =>
      !roles.length &&
      speaksOfFact(leaf, targets) &&
      lines.filter(({ row }) => readNumber(grid.textAt(row, index)) !== undefined).length * 2 > lines.length,
  );
}

/** Rows of several units: no form that one unit fills in. */
function isOfUnits(table: Table, lines: Line[], { rulebook }: TableWords): boolean {
  const column = columnFor(table, 'unit');
  if (!column) return false;
  return (
    new Set(lines.flatMap(({ row }) => findUnit(rulebook, table.grid.textAt(row, column.index))?.name ?? [])).size > 1
  );
}

const ABOUT_VERIFIED = /属实|查实|核实|成立|认定|确认/;
const NO_TIMES = /分|序|号|电话|年|月|日|时|额|率|应|天|期/;

/** How often: of several columns of counts the one of what was verified, else the only one. */
function settleTimes(table: Table, lines: Line[], words: TableWords): void {
  const counts = table.columns.filter(
    (column) =>
      isLoose(column, ['times', 'verified', 'value', 'progress']) &&
      !NO_TIMES.test(column.leaf) &&
      !findUnit(words.rulebook, column.leaf) &&
      isCounts(table, lines, column),
  );
  const verified = counts.filter(({ leaf }) => ABOUT_VERIFIED.test(leaf));
  const named = counts.filter(({ roles }) => roles.includes('times'));
  const only = [verified, named, counts].find((list) => list.length === 1)?.[0];
  if (!only) return;
  for (const column of counts) if (column.roles.length) takeRoles(table, column);
  giveRole(table, only, 'times');
}

/** 2, 2起, 两次: at least most of what stands there, and no fraction. */
function isCounts(table: Table, lines: Line[], column: Column): boolean {
  const cells = lines.flatMap(({ row }) => {
    const entry = table.grid.at(row, column.index);
    return entry?.text ? [entry] : [];
  });
  const counts = cells.filter(({ text, cell }) => {
    if (isDateFormat(cell.format) || cell.format?.includes('%')) return false;
    const number = readNumber(text);
    return number !== undefined && !number.percent && Number.isInteger(number.value) && number.value < 1000;
  });
  return cells.length > 0 && counts.length * 2 > cells.length && counts.length * 2 > lines.length;
}

function isDays(table: Table, lines: Line[], column: Column): boolean {
  const cells = lines.flatMap(({ row }) => table.grid.at(row, column.index) ?? []).filter(({ text }) => text);
  const days = cells.filter(({ cell, text }) =>
    typeof cell.value === 'number'
      ? isDateFormat(cell.format)
      : text.length <= 20 && readDate(text, 2000) !== undefined,
  );
  return days.length > 0 && days.length * 2 > cells.length;
}

/** Roles that a heading has by a word that says little of what stands under it. */
const SENTENCES: Role[] = ['kind', 'group', 'matter', 'remark', 'progress', 'fixed', 'value', 'goal'];

function isLoose({ roles, month }: Column, loose: Role[]): boolean {
  return month === undefined && roles.every((role) => loose.includes(role));
}

function giveRole(table: Table, { index }: Column, role: Role): void {
  table.columns = table.columns.map((one) => (one.index === index ? { ...one, roles: [role] } : one));
}

function takeRoles(table: Table, { index }: Column): void {
  table.columns = table.columns.map((one) => (one.index === index ? { ...one, roles: [] } : one));
}

function isOf(kind: Kind, text: string, { counted }: TableWords): boolean {
  if (kind === 'verdict') return text.length <= LONGEST_VERDICT && VERDICT.test(text.normalize('NFKC'));
  if (kind === 'level') return LEVEL.test(text);
  const plain = plainText(text);
  if (plain.length < SHORTEST_FINDING || plain.length > LONGEST_FINDING) return false;
  const fits = ({ needs, not }: { needs: string[][]; not: string[] }): boolean =>
    matchAny(plain, needs) && !not.some((word) => plain.includes(word));
  if (kind === 'finding') return counted.ledger.some(fits);
  const { bonus, deductions, levels } = counted.merits;
  const level = levelOf(plain, levels);
  return [...bonus, ...deductions].some(
    (entry) => fits(entry) && (!entry.levels || level === undefined || entry.levels.includes(level)),
  );
}

/** How large a part of a column's texts is of a kind; what is mostly figures is none. */
function share(table: Table, lines: Line[], column: Column, holds: (text: string) => boolean): number {
  let texts = 0;
  let held = 0;
  for (const { row } of lines) {
    const entry = table.grid.at(row, column.index);
    if (!entry?.text) continue;
    texts += 1;
    if (typeof entry.cell.value === 'string' && !isDateFormat(entry.cell.format) && holds(entry.text)) held += 1;
  }
  return texts ? held / texts : 0;
}
