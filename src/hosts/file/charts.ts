import { strToU8 } from 'fflate';
import { ownChartName } from '../../workbook/own-name';
import type { PlannedChart } from '../../workbook/planned-write';
import { chartXml, type CellContent } from './chart-xml';
import { changePart, type Parts } from './parts';
import { escapeXml } from './xml';

/** A sheet's charts, and what they are drawn from. */
export interface SheetCharts {
  /** The sheet's place among the file's sheets, from 1. */
  number: number;
  name: string;
  charts: PlannedChart[];
  contentOf: CellContent;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** What comes after a sheet's drawing in its part. */
const AFTER_DRAWING =
  /(?=<(?:legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>)/;

/** Puts native charts into the parts of a file that the writing library made: it knows of none. */
export function addCharts(parts: Parts, sheets: SheetCharts[]): void {
  let charts = 0;
  const types: string[] = [];
  sheets
    .filter((sheet) => sheet.charts.length > 0)
    .forEach((sheet, index) => {
      const drawing = index + 1;
      const numbers = sheet.charts.map((chart) => {
        charts += 1;
        parts[`xl/charts/chart${charts}.xml`] = strToU8(chartXml(chart, sheet.name, sheet.contentOf));
        return charts;
      });
      parts[`xl/drawings/drawing${drawing}.xml`] = strToU8(drawingXml(sheet.charts));
      parts[`xl/drawings/_rels/drawing${drawing}.xml.rels`] = strToU8(
        relations(numbers.map((number, i) => relation(i + 1, 'chart', `../charts/chart${number}.xml`))),
      );
      linkDrawing(parts, sheet.number, drawing);
      types.push(
        `<Override PartName="/xl/drawings/drawing${drawing}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
        ...numbers.map(
          (number) =>
            `<Override PartName="/xl/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
        ),
      );
    });
  if (types.length > 0) {
    changePart(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', () => `${types.join('')}</Types>`));
  }
}

function relation(id: number | string, type: string, target: string): string {
  return `<Relationship Id="${typeof id === 'number' ? `rId${id}` : id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relations(items: string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

function linkDrawing(parts: Parts, number: number, drawing: number): void {
  const path = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const link = relation('rIdDrawing', 'drawing', `../drawings/drawing${drawing}.xml`);
  if (parts[path]) changePart(parts, path, (xml) => xml.replace('</Relationships>', () => `${link}</Relationships>`));
  else parts[path] = strToU8(relations([link]));
  changePart(parts, `xl/worksheets/sheet${number}.xml`, (xml) =>
    xml.replace(AFTER_DRAWING, () => `<drawing xmlns:r="${OFFICE}" r:id="rIdDrawing"/>`),
  );
}

function drawingXml(charts: PlannedChart[]): string {
  const anchors = charts.map(({ title, at }, index) => {
    const corner = (column: number, row: number) =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
    return [
      `<xdr:twoCellAnchor><xdr:from>${corner(at.column, at.row)}</xdr:from><xdr:to>${corner(at.column + at.columns, at.row + at.rows)}</xdr:to>`,
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${ownChartName(index + 1)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>`,
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
    ].join('');
  });
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchors.join('')}</xdr:wsDr>`;
}
