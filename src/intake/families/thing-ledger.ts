import { figureContext, type SheetContext } from '../answers';
import { claimCells } from '../claim-cells';
import { momentOfSerial, readDate } from '../dates';
import type { Entry, Line } from '../grid';
import type { Owner } from '../owner';
import { unitRows } from '../row-units';
import { columnFor, type Column, type Table } from '../tables';
import { factTarget, type Target } from '../targets';
import { matchAny, plainText } from '../text';
import { readFigure, type Figure } from '../values';
import type { Vocabulary } from '../../rulebook/vocabulary';

type Things = Vocabulary['registers']['things'][number];

/**
 * A row per thing: a kind of licence, a system, a campaign. How many a unit has is what its rows number, and how many of
 * them are so is what a column of them tells; no cell of such a row is a figure of the unit.
 */
export function readThingLedger(context: SheetContext, table: Table, owner: () => Owner): void {
  const ledger = thingsOf(context, table);
  if (!ledger) return;
  const { things, name } = ledger;
  const { grid, reading } = context;
  const unitColumn = columnFor(table, 'unit');
  const date = columnFor(table, 'date');
  const leftOut = table.columns.find(({ leaf }) => things.without.length > 0 && matchAny(leaf, things.without));
  const byUnit = new Map<string, Line[]>();
  const rows = table.rows.filter(({ entries }) => !EXAMPLE.test(entries[0]?.text ?? ''));
  for (const { line, unit } of unitRows(context, { ...table, rows }, unitColumn, owner)) {
    if (grid.textAt(line.row, name.index) === '') continue;
    if (date && !hasHappened(context, grid.at(line.row, date.index))) continue;
    if (leftOut && isSo(context, line, leftOut) === true) continue;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), line]);
  }
  const voice = unitColumn ? 'platform' : 'department';
  const claim = (unit: string, target: Target | undefined, column: Column, lines: Line[], figure: Figure): void => {
    const cells = lines.map(({ row }) => ({ row, column: column.index }));
    if (target) claimCells(reading, grid, { unit, voice, confidence: 0.9 }, target, cells, figure, false);
  };
  for (const [unit, lines] of byUnit) {
    const all = factTarget(reading.targets, things.item, things.all);
    claim(unit, all, name, lines, { state: 'value', value: lines.length });
    for (const { fact, column: words, least } of things.some) {
      const target = factTarget(reading.targets, things.item, fact);
      const column = table.columns.find((one) => one !== name && matchAny(one.leaf, words));
      if (!target || !column) continue;
      const told = lines.map((line) =>
        least === undefined ? isSo(context, line, column) : isAtLeast(context, line, column, least),
      );
      claim(unit, target, column, lines, target.fact.type === 'bool' ? anyOf(told) : numberOf(told));
    }
  }
}

/** Such a table has a column that names things of which an item asks how many there are. */
export function isThingLedger(context: SheetContext, table: Table): boolean {
  return thingsOf(context, table) !== undefined;
}

function thingsOf(context: SheetContext, table: Table): { things: Things; name: Column } | undefined {
  const titles = [
    ...table.preamble.flatMap(({ entries }) => entries.map(({ text }) => plainText(text))),
    plainText(context.grid.sheet.name),
  ];
  for (const things of context.reading.vocabulary.registers.things) {
    const name = table.columns.find(({ leaf }) => things.names.includes(leaf));
    if (name && things.title.every((word) => titles.some((text) => text.includes(word)))) return { things, name };
  }
  return undefined;
}

const EXAMPLE = /^(?:样例|示例|填写示例|例)(?:[:：]|$)/;
const PLANNED = /计划|拟|预计|待定/;

/** It was in the year, by the cut-off, and is not only planned. */
function hasHappened({ reading }: SheetContext, entry: Entry | undefined): boolean {
  if (!entry || PLANNED.test(entry.text)) return false;
  const { value } = entry.cell;
  const { year } = reading.rulebook;
  const date =
    typeof value === 'number' ? momentOfSerial(value, reading.snapshot.date1904) : readDate(entry.text, year);
  if (typeof date === 'object') return date.day.startsWith(`${year}-`) && date.day <= reading.asOf;
  return !/20\d{2}/.test(entry.text) || entry.text.includes(String(year));
}

/** Whether it says so of the thing; undefined where it says nothing. */
function isSo(context: SheetContext, line: Line, column: Column): boolean | undefined {
  return valueAt(context, line, column, 'bool') as boolean | undefined;
}

function isAtLeast(context: SheetContext, line: Line, column: Column, least: number): boolean | undefined {
  const value = valueAt(context, line, column, 'count');
  return typeof value === 'number' ? value >= least : undefined;
}

function valueAt(context: SheetContext, line: Line, column: Column, type: 'bool' | 'count'): Figure['value'] {
  const entry = context.grid.at(line.row, column.index);
  const fact = { name: column.leaf, type, better: 'more' as const };
  return readFigure(entry?.cell, entry?.text ?? '', fact, figureContext(context, 'unknown')).value;
}

/** Of things of which one is enough. */
function anyOf(told: (boolean | undefined)[]): Figure {
  if (told.includes(true)) return { state: 'value', value: true };
  return told.includes(undefined) ? { state: 'missing' } : { state: 'value', value: false };
}

function numberOf(told: (boolean | undefined)[]): Figure {
  const unclear = told.filter((one) => one === undefined).length;
  if (!unclear) return { state: 'value', value: told.filter((one) => one).length };
  return { state: 'missing', code: 'unreadable', problem: `有${unclear}行空白或看不出是否计入。` };
}
