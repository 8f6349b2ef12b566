import {
  AlignmentType,
  convertMillimetersToTwip,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
} from 'docx';
import { textOf } from '../figure';
import type { Column, Table } from '../model';
import type { Look } from './styles';
import { exactly, LINE } from './type';

/** Tables with many columns are set smaller. */
const MANY_COLUMNS = 5;

/** A table with its caption: the heading row comes again on every page, and no row is broken over two. */
export function wordTable(table: Table, look: Look): FileChild[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => convertMillimetersToTwip((look.width * column.width) / total));
  const style = look.style(table.small || table.columns.length >= MANY_COLUMNS ? 'smallTable' : 'table');
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, index) =>
      cell(title, style, widths[index], AlignmentType.CENTER, look.style('tableHead')),
    ),
  });
  const rows = table.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((runs, index) =>
          cell(textOf(runs), style, widths[index], alignmentOf(table.columns[index])),
        ),
      }),
  );
  const body = new WordTable({
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    rows: [head, ...rows],
  });
  return [...(table.caption ? [caption(table.caption, look)] : []), body, space(look.gap ?? LINE / 2)];
}

function alignmentOf({ align }: Column) {
  return align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
}

function caption(text: string, look: Look): Paragraph {
  return new Paragraph({ style: look.style('caption'), keepNext: true, children: [new TextRun(text)] });
}

/** Keeps what follows, another table too, apart from a table. */
function space(points: number): Paragraph {
  return new Paragraph({ spacing: exactly(points), children: [] });
}

function cell(text: string, style: string, width: number, alignment: 'center' | 'left', headStyle?: string): TableCell {
  const lines = text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, break: at > 0 ? 1 : 0, style: headStyle }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    // A heading row alone at a page's foot tells nothing.
    children: [new Paragraph({ style, alignment, ...(headStyle && { keepNext: true }), children: lines })],
  });
}
