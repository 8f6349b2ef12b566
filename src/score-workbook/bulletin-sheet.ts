import type { Assessment, Source } from '../assessment';
import type { PlannedChart, PlannedSheet } from '../workbook/planned-write';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

/** A figure of a bulletin: what it says, where it stands and what it was computed from. */
export interface BulletinFigure {
  name: string;
  value: number;
  /** As the text has it. */
  display: string;
  place: string;
  /** The sentence or the table row around it. */
  text: string;
  sources: {
    units: string[];
    items: string[];
    criteria?: string[];
    fact?: string;
    quarter?: string;
    readings?: string[];
  };
}

/** A chart of a bulletin as plain figures. */
export interface BulletinChart {
  title: string;
  maximum?: number;
  categories: string[];
  series: { name: string; figures: { value: number }[] }[];
}

/** Beyond so many cells a figure is a sum over everything: then 考评数据 is the place to look. */
const MOST_CELLS = 12;
const ALL = '全部';

/** The sheets that go with a bulletin: 通报, its charts and their figures, and 通报数据, where each figure comes from. */
export function bulletinSheets(
  figures: BulletinFigure[],
  charts: BulletinChart[],
  assessment: Assessment,
): PlannedSheet[] {
  return [chartSheet(charts, assessment), figureSheet(figures, assessment)];
}

/** Where charts stand: to the right of their figures, so many rows and columns of the sheet. */
const CHART = { column: 4, columns: 10, rows: 14 };
/** With more bars than this a chart needs more room. */
const MANY = 15;
const LARGE = { column: 4, columns: 16, rows: 26 };
/** So many rows go on a printed page: more when a wider sheet is drawn smaller. */
const ROWS_ON_PAGE = { [CHART.columns]: 33, [LARGE.columns]: 43 };

function chartSheet(bulletin: BulletinChart[], { rulebook, asOf }: Assessment): PlannedSheet {
  const rows = new Rows();
  const roomFor = ({ categories }: BulletinChart) => (categories.length > MANY ? LARGE : CHART);
  const widest = Math.max(CHART.columns, ...bulletin.map((chart) => roomFor(chart).columns));
  const columns = CHART.column + widest;
  rows.add([{ value: `${rulebook.title} ${SHEETS.bulletin}`, span: { rows: 1, columns } }], 'title');
  const note = `数据截至${asOf}。图由左边的数字画成，改动数字，图随之变化。`;
  rows.add([{ value: note, span: { rows: 1, columns } }], 'note');
  rows.add(
    [
      { value: '数字', span: { rows: 1, columns: CHART.column - 1 } },
      ...new Array<undefined>(CHART.column - 1),
      { value: '图', span: { rows: 1, columns: widest } },
    ],
    'heading',
  );
  const breaks: number[] = [];
  const charts = bulletin.map((chart): PlannedChart => {
    const { title, categories, series, maximum } = chart;
    const room = roomFor(chart);
    rows.skip();
    // A page's edge would cut the chart in two.
    const end = rows.next + Math.max(room.rows, categories.length + 2);
    if (end - (breaks.at(-1) ?? 0) > ROWS_ON_PAGE[widest]) breaks.push(rows.next);
    const row = rows.add([title], 'title');
    const top = rows.add(['', ...series.map(({ name }) => name)], 'heading');
    categories.forEach((category, index) => {
      const values = series.map(({ figures }) => ({ value: figures[index].value, style: 'number' as const }));
      rows.add([category, ...values]);
    });
    const data = { top, left: 0, bottom: rows.next - 1, right: series.length };
    // The next block begins below the chart.
    rows.next = Math.max(rows.next, row + room.rows);
    return {
      title,
      data,
      at: { row, ...room },
      stacked: series.length > 1,
      ...(maximum !== undefined && { maximum }),
    };
  });
  return {
    name: SHEETS.bulletin,
    columnWidths: [24, 14, 14],
    cells: rows.cells,
    charts,
    print: { breakBefore: breaks },
  };
}

function figureSheet(figures: BulletinFigure[], assessment: Assessment): PlannedSheet {
  const rows = new Rows();
  const cellsOf = sourceFinder(assessment);
  const units = assessment.scorecards.length;
  const items = assessment.rulebook.sections.flatMap((section) => section.items).length;
  const heading = rows.addHead(
    `${assessment.rulebook.title} ${SHEETS.figures}`,
    `数据截至${assessment.asOf}。通报中的每个数字一行，按在通报中出现的顺序排列，注明由哪些单位、条目和单元格得出；单元格较多的，见“${SHEETS.data}”表。`,
    ['序号', '位置', '含义', '数值', '通报写法', '所在文字', '单位', '条目', '指标', '季度', '口径', '来源单元格'],
  );
  figures.forEach(({ place, name, value, display, text, sources }, index) => {
    rows.add([
      { value: index + 1, style: 'number', format: '0' },
      place,
      name,
      { value, style: 'number', format: 'General' },
      display,
      text,
      sources.units.length === units && units > 1 ? ALL : sources.units.join('、'),
      sources.items.length === items ? ALL : sources.items.join('、'),
      sources.fact ?? '',
      sources.quarter ?? '',
      (sources.readings ?? []).join('、'),
      cellsOf(sources),
    ]);
  });
  return {
    name: SHEETS.figures,
    columnWidths: [6, 22, 22, 10, 10, 60, 30, 20, 18, 10, 14, 44],
    frozenRows: 3,
    cells: rows.cells,
    print: { repeatRows: 3 },
    filter: { top: heading, left: 0, bottom: Math.max(heading, rows.next - 1), right: 11 },
  };
}

/** Tells which cells the facts behind a figure came from. */
function sourceFinder({ scorecards }: Assessment): (sources: BulletinFigure['sources']) => string {
  const cards = new Map(scorecards.map((card) => [card.unit, card]));
  return ({ units, items, fact, criteria = [] }) => {
    if (units.length * items.length > MOST_CELLS) return `见${SHEETS.data}`;
    const found = new Set<string>();
    for (const unit of units) {
      const card = cards.get(unit);
      const scores = card ? [...card.items, card.bonus, card.deductions] : [];
      for (const score of scores.filter(({ item }) => items.includes(item))) {
        const lines = score.lines.filter(({ criterion }) => criteria.includes(criterion));
        const wanted = fact ? [fact] : lines.flatMap(({ facts }) => facts);
        for (const used of score.facts.filter(({ fact: id }) => wanted.length === 0 || wanted.includes(id))) {
          if (used.source && used.value !== undefined) found.add(inWords(used.source));
        }
      }
    }
    return found.size > MOST_CELLS ? `见${SHEETS.data}` : [...found].join(';');
  };
}

function inWords({ file, sheet, cell }: Source): string {
  return `${file} ${sheet} ${cell}`;
}
