import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart } from '../model';
import { FONTS } from './type';

const COLOURS = ['2F5597', 'BFBFBF'];
const PIXELS_PER_MM = 96 / 25.4;
const HEIGHT = 75;
/** With more bars than this their names are set smaller. */
const MANY = 15;

/** A native chart that can be edited in Word. Its line height is automatic: exact spacing would clip it. */
export function chartParagraph(chart: Chart, width: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'column',
        stacking: 'stacked',
        title: { text: chart.title, font: { name: FONTS.heading, size: 12 } },
        font: { name: FONTS.song },
        categories: chart.categories,
        series: chart.series.map(({ name, figures }, index) => ({
          name,
          values: figures.map((figure) => figure.value),
          color: COLOURS[index],
        })),
        altText: { name: chart.title, description: described(chart) },
        valueAxis: { minimum: 0, ...(chart.maximum && { maximum: chart.maximum, interval: chart.maximum / 5 }) },
        categoryAxis: { font: { name: FONTS.song, size: chart.categories.length > MANY ? 8 : 10 } },
        gapWidth: 80,
        transformation: { width: Math.round(width * PIXELS_PER_MM), height: Math.round(HEIGHT * PIXELS_PER_MM) },
      }),
    ],
  });
}

/** The chart in words, for who cannot see it. */
function described({ title, categories, series }: Chart): string {
  const lines = series.map(({ name, figures }) => {
    return `${name}：${categories.map((category, index) => `${category} ${figures[index].display}`).join('，')}`;
  });
  return `${title}。${lines.join('；')}。`;
}
