import { cellAddress } from '../../workbook/address';
import type { CellMark } from '../../workbook/host';
import { MARK_RULE, MARK_SIGN } from '../../workbook/marks';
import { addNotes, removeNotes } from './notes';
import { firstCell, refuseProtected, sheetNamed } from './places';
import { SHEET_ORDER } from './sheet-content';
import type { FileSheet, WorkbookFile } from './workbook-file';
import { escapeXml } from './xml';
import { XmlPart } from './xml-part';

const FORMATS = 'conditionalFormatting';
const PRIORITY = /(<(?:\w+:)?cfRule\b[^>]*?\spriority=")(\d+)(")/g;

/** Puts marks on cells in place of those of an earlier call. */
export function mark(file: WorkbookFile, marks: CellMark[]): void {
  unmark(file);
  const bySheet = new Map<string, CellMark[]>();
  for (const each of marks) {
    firstCell(each.place.cell);
    const own = bySheet.get(each.place.sheet);
    if (own) own.push(each);
    else bySheet.set(each.place.sheet, [each]);
  }
  for (const [name, own] of bySheet) {
    const sheet = sheetNamed(file, name);
    refuseProtected(file, sheet);
    addFills(file, sheet, own);
    addNotes(
      file,
      sheet,
      own.map(({ place, note }) => {
        const { row, column } = firstCell(place.cell);
        return { row, column, cell: cellAddress(row, column), text: note };
      }),
    );
  }
}

/** Takes every mark back. */
export function unmark(file: WorkbookFile): void {
  for (const sheet of file.sheets) {
    const xml = file.parts.text(sheet.path) ?? '';
    if (xml.includes(MARK_SIGN)) removeFills(file.sheetPart(sheet));
    removeNotes(file, sheet);
  }
  file.styles.withoutMarks();
}

/** One format for each severity, before all of the person's. */
function addFills(file: WorkbookFile, sheet: FileSheet, marks: CellMark[]): void {
  const part = file.sheetPart(sheet);
  const severities = [...new Set(marks.map(({ severity }) => severity))];
  movePriorities(part, (priority) => priority + severities.length);
  const added = severities.map((severity, index) => {
    const cells = marks.filter((each) => each.severity === severity).flatMap(({ place }) => place.cell.split(','));
    const rule = `<cfRule type="expression" dxfId="${file.styles.mark(severity)}" priority="${index + 1}"><formula>${escapeXml(MARK_RULE)}</formula></cfRule>`;
    return `<${FORMATS} sqref="${cells.join(' ')}">${rule}</${FORMATS}>`;
  });
  part.set(FORMATS, [...part.all(FORMATS), ...added], SHEET_ORDER);
}

function removeFills(part: XmlPart): void {
  const removed: number[] = [];
  const left = part.all(FORMATS).flatMap((xml) => {
    if (!xml.includes(MARK_SIGN)) return [xml];
    const rules = XmlPart.parse(xml);
    const others = rules.all('cfRule').filter((rule) => {
      if (rule.includes(MARK_SIGN)) removed.push(Number(/\spriority="(\d+)"/.exec(rule)?.[1]));
      return !rule.includes(MARK_SIGN);
    });
    rules.set('cfRule', others, []);
    return others.length ? [rules.toString()] : [];
  });
  part.set(FORMATS, left, SHEET_ORDER);
  movePriorities(part, (priority) => priority - removed.filter((each) => each < priority).length);
}

function movePriorities(part: XmlPart, move: (priority: number) => number): void {
  const moved = (xml: string) =>
    xml.replace(PRIORITY, (_, before: string, number: string, end: string) => before + move(Number(number)) + end);
  for (const name of [FORMATS, 'extLst']) part.set(name, part.all(name).map(moved), SHEET_ORDER);
}
