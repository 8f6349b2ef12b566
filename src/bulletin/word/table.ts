import {
  AlignmentType,
  convertMillimetersToTwip,
  LineRuleType,
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
import { exactly, font, FONTS, LINE, POINTS } from './type';

/** Tables with many columns are set smaller. */
const MANY_COLUMNS = 5;

interface Look {
  size: number;
  widths: number[];
}

/** A table with its caption: the heading row comes again on every page, and no row is broken over two. */
export function wordTable(table: Table, width: number): FileChild[] {
  const size = table.columns.length >= MANY_COLUMNS ? POINTS.five : POINTS.smallFour;
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => convertMillimetersToTwip((width * column.width) / total));
  const look = { size, widths };
  const head = row(
    table.columns,
    table.columns.map(({ title }) => title),
    look,
    true,
  );
  const rows = table.rows.map((cells) => row(table.columns, cells.map(textOf), look, false));
  const body = new WordTable({
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows: [head, ...rows],
  });
  return [...(table.caption ? [caption(table.caption)] : []), body, space()];
}

function caption(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: exactly(LINE),
    children: [new TextRun({ text, font: font(FONTS.heading), size: POINTS.four * 2 })],
  });
}

/** Keeps what follows, another table too, apart from a table. */
function space(): Paragraph {
  return new Paragraph({ spacing: exactly(LINE / 2), children: [] });
}

function row(columns: Column[], texts: string[], { size, widths }: Look, isHead: boolean): TableRow {
  return new TableRow({
    ...(isHead && { tableHeader: true }),
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index], type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              alignment: isHead || columns[index].align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
              spacing: { line: Math.round(size * 26), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
              children: text.split('\n').map(
                (line, at) =>
                  new TextRun({
                    text: line,
                    break: at > 0 ? 1 : 0,
                    size: size * 2,
                    characterSpacing: 0,
                    font: font(isHead ? FONTS.heading : FONTS.body),
                  }),
              ),
            }),
          ],
        }),
    ),
  });
}
