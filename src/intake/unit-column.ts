import { findUnit } from '../rulebook/units';
import type { Rulebook } from '../rulebook/model';
import type { SheetContext } from './answers';
import type { Grid, Line } from './grid';
import type { Column } from './tables';
import { plainText } from './text';

/** Words in a column of units that name no single unit: 县级部门, 乡镇(街道), 一、…. */
const GROUP_NAME =
  /^(各?(县级|县直|县属|垂管)?(部门|单位|机关)|各?乡镇(街道)?|各?街道|全县|其他|.*(小计|合计|总计|平均))(合计)?(共?\d+[个家])?$|^\d+$/;
const NUMBERED = /^[(（]?[一二三四五六七八九十]+[)）]?\s*[、.．]/;

/** 县住建局（旧数，作废）. */
const VOID = /作废|旧数|已停用|不再使用|勿用|重复[,，]?不计/;

function noteVoid({ reading, grid }: SheetContext, line: Line, column: Column, text: string): void {
  reading.findings.push({
    code: 'void-row',
    severity: 'warning',
    source: reading.source(grid, line.row, column.index),
    message: `“${text}”注明不再采用，这一行没有读。`,
    remedy: '确已作废的请删除这一行，仍有效的请去掉“作废”等字样。',
  });
}

/** What ends like an organisation's name is one; other words may stand among the units for another reason. */
const ORGANISATION =
  /(局|办|办公室|委|委员会|中心|大队|支队|街道|办事处|镇|乡|公司|馆|院|所|站|会|部|处|校|园区|社|联)$/;

export function endsLikeUnit(name: string): boolean {
  return ORGANISATION.test(name.normalize('NFKC').replace(/[\s)]/g, ''));
}

/** So large a part of a column that lists units names one. */
const MOST = 0.6;

/** Whether a column names several units, one in most of the rows. */
export function listsUnits(grid: Grid, lines: Line[], column: number, rulebook: Rulebook): boolean {
  const units = lines.flatMap(({ row }) => findUnit(rulebook, grid.textAt(row, column)) ?? []);
  return new Set(units).size >= 2 && units.length >= lines.length * MOST;
}

/**
 * The unit that a row speaks of, and a note of where it is named. Rows of one table share its number, so that a unit
 * with two rows is seen; a ledger passes none.
 */
export function unitAt(context: SheetContext, line: Line, column: Column, table?: number): string | undefined {
  const { grid, reading } = context;
  const entry = grid.at(line.row, column.index);
  if (!entry || typeof entry.cell.value !== 'string' || !entry.text) return undefined;
  if (VOID.test(entry.text)) {
    noteVoid(context, line, column, entry.text);
    return undefined;
  }
  const known = reading.unitNamed(entry.text);
  if (!known) {
    const plain = plainText(entry.text);
    const isGroup =
      GROUP_NAME.test(plain) ||
      NUMBERED.test(entry.text) ||
      reading.rulebook.groups.some((group) => plainText(group.name) === plain);
    if (isGroup || line.entries.length === 1 || /[:：]/.test(entry.text) || entry.text.length > 30) return undefined;
  }
  const inMerge = entry.row !== line.row;
  if (inMerge) return known;
  return reading.mention(entry.text, reading.source(grid, line.row, column.index), table);
}
