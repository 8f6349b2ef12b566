import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart } from '../model';
import { FONTS } from './type';

const COLOURS = ['2F5597', 'BFBFBF'];
const PIXELS_PER_MM = 96 / 25.4;
const HEIGHT = 66;
/** With more bars than this their names are set smaller and upright, which takes room. */
const MANY = 15;
const TALL = 120;

/** A native chart that can be edited in Word. Its line height is automatic: exact spacing would clip it. */
export function chartParagraph(chart: Chart, width: number): Paragraph {
  const many = chart.categories.length > MANY;
  const single = chart.series.length === 1;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'column',
        stacking: single ? 'none' : 'stacked',
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
        categoryAxis: { font: { name: FONTS.song, size: many ? 7 : 10 }, ...(many && { labelRotation: -90 }) },
        ...(single && { legend: false, dataLabels: { value: true, position: 'outsideEnd' } }),
        gapWidth: 80,
        transformation: {
          width: Math.round(width * PIXELS_PER_MM),
          height: Math.round((many ? TALL : HEIGHT) * PIXELS_PER_MM),
        },
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
