import { CHART_FILLS } from '../../workbook/looks';
import { isOwnChart, ownChartName } from '../../workbook/own-name';
import type { PlannedChart } from '../../workbook/planned-write';
import { rangeOf } from './areas';

/** A percentage of a bar's width, as in the files. */
const GAP = 80;
const TITLE_SIZE = 12;

/** The charts of a sheet before it is written. */
export type ChartsBefore = { id: string; name: string }[];

/** Asks for a sheet's charts; gives what reads the answer after the next sync. */
export function loadCharts(worksheet: Excel.Worksheet): () => ChartsBefore {
  const charts = worksheet.charts.load('items/id,items/name');
  // The library has one object for a sheet's charts: what it holds is gone when it is asked again.
  return () => charts.items.map(({ id, name }) => ({ id, name }));
}

/**
 * Draws charts beside those that are there: the old ones go once all is written, since Excel could not bring them back.
 * @param before on a sheet that was there; so long as both stand, their names differ
 */
export function drawCharts(worksheet: Excel.Worksheet, charts: PlannedChart[], before: ChartsBefore = []): void {
  const taken = new Set(before.map(({ name }) => name));
  let number = 0;
  for (const chart of charts) {
    do number += 1;
    while (taken.has(ownChartName(number)));
    drawChart(worksheet, chart, ownChartName(number));
  }
}

function drawChart(worksheet: Excel.Worksheet, planned: PlannedChart, name: string): void {
  const { title, data, at, stacked, maximum } = planned;
  const kind = stacked ? 'ColumnStacked' : 'ColumnClustered';
  const chart = worksheet.charts.add(kind, rangeOf(worksheet, data), 'Columns');
  chart.name = name;
  chart.setPosition(
    worksheet.getRangeByIndexes(at.row, at.column, 1, 1),
    worksheet.getRangeByIndexes(at.row + at.rows - 1, at.column + at.columns - 1, 1, 1),
  );
  chart.title.text = title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = false;
  const { valueAxis } = chart.axes;
  valueAxis.minimum = 0;
  if (maximum !== undefined) valueAxis.maximum = maximum;
  const count = data.right - data.left;
  chart.legend.visible = count > 1;
  if (count > 1) chart.legend.position = 'Bottom';
  for (let index = 0; index < count; index++) {
    const series = chart.series.getItemAt(index);
    series.gapWidth = GAP;
    series.format.fill.setSolidColor(`#${CHART_FILLS[index % CHART_FILLS.length]}`);
    if (count > 1) continue;
    series.hasDataLabels = true;
    series.dataLabels.position = 'OutsideEnd';
  }
}

/** Takes our charts of before away. */
export function removeOld(before: ChartsBefore, now: Excel.ChartCollection): void {
  const old = new Set(before.filter(({ name }) => isOwnChart(name)).map(({ id }) => id));
  for (const chart of now.items) if (old.has(chart.id)) chart.delete();
}

/** Takes the charts away that were not there before. */
export function removeNew(before: ChartsBefore, now: Excel.ChartCollection): void {
  const old = new Set(before.map(({ id }) => id));
  for (const chart of now.items) if (!old.has(chart.id)) chart.delete();
}
