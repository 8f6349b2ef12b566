import { columnLetters } from '../../workbook/address';
import { CHART_FILLS } from '../../workbook/looks';
import type { PlannedCell, PlannedChart } from '../../workbook/planned-write';
import { quotedSheet } from '../../workbook/rename-sheets';
import { DRAWING, HEAD, OFFICE } from './namespaces';
import { escapeXml } from './xml';

const NAMESPACES = `xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"`;
const [CATEGORY_AXIS, VALUE_AXIS] = ['111111111', '222222222'];

/** What stands in a sheet's cells, for the copies that a chart keeps of its figures. */
export type CellContent = (row: number, column: number) => PlannedCell['value'];

/** A chart's part (xl/charts/chartN.xml) over cells of a sheet. */
export function chartXml(chart: PlannedChart, sheet: string, contentOf: CellContent): string {
  const { top, left, bottom, right } = chart.data;
  const reference = (fromRow: number, toRow: number, column: number) => {
    const letters = columnLetters(column);
    const end = fromRow === toRow ? '' : `:$${letters}$${toRow + 1}`;
    return `<c:f>${escapeXml(`${quotedSheet(sheet)}!$${letters}$${fromRow + 1}${end}`)}</c:f>`;
  };
  const rows = Array.from({ length: bottom - top }, (_, i) => top + 1 + i);
  const points = (column: number) =>
    `<c:ptCount val="${rows.length}"/>${rows
      .map((row, i) => `<c:pt idx="${i}"><c:v>${escapeXml(String(contentOf(row, column) ?? ''))}</c:v></c:pt>`)
      .join('')}`;
  const count = right - left;
  const series = Array.from({ length: count }, (_, index) => {
    const column = left + 1 + index;
    const name = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(String(contentOf(top, column) ?? ''))}</c:v></c:pt></c:strCache>`;
    return [
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
      `<c:tx><c:strRef>${reference(top, top, column)}${name}</c:strRef></c:tx>`,
      `<c:spPr><a:solidFill><a:srgbClr val="${CHART_FILLS[index % CHART_FILLS.length]}"/></a:solidFill></c:spPr>`,
      '<c:invertIfNegative val="0"/>',
      count === 1 ? labels() : '',
      `<c:cat><c:strRef>${reference(top + 1, bottom, left)}<c:strCache>${points(left)}</c:strCache></c:strRef></c:cat>`,
      `<c:val><c:numRef>${reference(top + 1, bottom, column)}<c:numCache><c:formatCode>General</c:formatCode>${points(column)}</c:numCache></c:numRef></c:val></c:ser>`,
    ].join('');
  });
  const legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>';
  return [
    `${HEAD}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>`,
    title(chart.title),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>',
    `<c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    ...series,
    `<c:gapWidth val="80"/>${chart.stacked ? '<c:overlap val="100"/>' : ''}`,
    `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`,
    axes(chart.maximum),
    `</c:plotArea>${count > 1 ? legend : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`,
  ].join('');
}

function labels(): string {
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'];
  return `<c:dLbls><c:dLblPos val="outEnd"/>${shown.map((name) => `<c:show${name} val="${name === 'Val' ? 1 : 0}"/>`).join('')}</c:dLbls>`;
}

function title(text: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function axes(maximum: number | undefined): string {
  const end = maximum === undefined ? '' : `<c:max val="${maximum}"/>`;
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`,
    '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${end}<c:min val="0"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="l"/>${grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}
