import { isOwnChart, ownChartName } from '../../workbook/own-name';
import type { PlannedChart } from '../../workbook/planned-write';
import { chartXml, type CellContent } from './chart-xml';
import { DRAWING, HEAD, OFFICE } from './namespaces';
import { SHEET_ORDER } from './sheet-content';
import { WorkbookFile, type FileSheet } from './workbook-file';
import { attributes, escapeXml } from './xml';
import { XmlPart } from './xml-part';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const NO_DRAWING = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"></xdr:wsDr>`;
const ANCHORS = ['xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor'];

/** A sheet's charts, and what they are drawn from. */
export interface SheetCharts {
  /** The sheet's name. */
  name: string;
  charts: PlannedChart[];
  contentOf: CellContent;
}

/** A file of ours with charts on its sheets. */
export function addCharts(bytes: Uint8Array, sheets: SheetCharts[]): Uint8Array {
  const file = new WorkbookFile(bytes);
  for (const { name, charts, contentOf } of sheets) {
    setCharts(
      file,
      file.sheets.find((sheet) => sheet.name === name)!,
      charts,
      contentOf,
    );
  }
  return file.bytes();
}

/** Puts a sheet's charts in place of those of last time; pictures and charts of people's stay where they are. */
export function setCharts(file: WorkbookFile, sheet: FileSheet, charts: PlannedChart[], contentOf: CellContent): void {
  const { parts } = file;
  const given = parts.relations(sheet.path).find(({ type }) => type === 'drawing');
  if (!given && charts.length === 0) return;
  const path = given?.path ?? parts.free((number) => `xl/drawings/drawing${number}.xml`);
  if (!given) {
    parts.put(path, NO_DRAWING, DRAWING_TYPE);
    const id = parts.relate(sheet.path, 'drawing', path);
    file.sheetPart(sheet).set('drawing', [`<drawing xmlns:r="${OFFICE}" r:id="${id}"/>`], SHEET_ORDER);
  }
  const drawing = XmlPart.parse(parts.text(path) ?? '', 'xdr:wsDr');
  for (const anchor of ANCHORS) {
    const all = drawing.all(anchor);
    for (const ours of all.filter(isOurs)) removeChart(file, path, ours);
    const others = all.filter((xml) => !isOurs(xml));
    drawing.set(anchor, others, []);
  }
  const numbers = [...drawing.toString().matchAll(/<xdr:cNvPr [^>]*\bid="(\d+)"/g)].map(([, number]) => Number(number));
  const first = Math.max(1, ...numbers) + 1;
  charts.forEach((chart, index) => {
    const chartPath = parts.free((number) => `xl/charts/chart${number}.xml`);
    parts.put(chartPath, chartXml(chart, sheet.name, contentOf), CHART_TYPE);
    drawing.append(anchorXml(chart, index, first + index, parts.relate(path, 'chart', chartPath)));
  });
  parts.put(path, drawing.toString());
}

function isOurs(anchor: string): boolean {
  const shape = /<xdr:graphicFrame\b[^]*?<xdr:cNvPr ([^>]*)>/.exec(anchor);
  return shape !== null && isOwnChart(attributes(` ${shape[1]}`).get('name') ?? '');
}

/** Takes the part of a chart away. */
function removeChart({ parts }: WorkbookFile, drawing: string, anchor: string): void {
  const id = /<c:chart\s[^>]*r:id="([^"]+)"/.exec(anchor)?.[1];
  const chart = parts.relations(drawing).find((relation) => relation.id === id);
  if (chart) {
    parts.unrelate(drawing, chart.id);
    parts.remove(chart.path);
  }
}

function anchorXml({ title, at }: PlannedChart, index: number, number: number, relation: string): string {
  const corner = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return [
    `<xdr:twoCellAnchor><xdr:from>${corner(at.column, at.row)}</xdr:from><xdr:to>${corner(at.column + at.columns, at.row + at.rows)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${ownChartName(index + 1)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="${relation}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}
