import { unzipSync, zipSync } from 'fflate';
import { addCharts, type SheetCharts } from './charts';
import { ownNameElement, withNames } from './own-names';
import { changePart } from './parts';
import { escapeXml } from './xml';

/** A click on one cell leads to another: addresses such as B2 and '得分表'!C5. */
export interface Link {
  from: string;
  to: string;
}

/** A sheet of the product's in the file. */
export interface FinishedSheet {
  /** Its place among the file's sheets, from 1. */
  number: number;
  name: string;
  /** What it is found by, whatever people call it. */
  key: string;
  links: Link[];
  charts: SheetCharts['charts'];
  contentOf: SheetCharts['contentOf'];
}

/**
 * Puts right what the writing library leaves wanting: links inside the workbook, which it writes as links to a file,
 * hidden names, charts, and the version of the calculation engine. With an older version there, Excel computes everything anew
 * when it opens the file, and without the add-in would show #NAME? in place of the figures that are stored.
 */
export function finishFile(file: Uint8Array, sheets: FinishedSheet[]): Uint8Array {
  const parts = unzipSync(file);
  for (const { number, links } of sheets) {
    if (links.length === 0) continue;
    const items = links.map(({ from, to }) => `<hyperlink ref="${from}" location="${escapeXml(to)}"/>`).join('');
    changePart(parts, `xl/worksheets/sheet${number}.xml`, (xml) =>
      xml.replace(/(?=<(?:printOptions|pageMargins)\b)/, () => `<hyperlinks>${items}</hyperlinks>`),
    );
  }
  addCharts(parts, sheets);
  changePart(parts, 'xl/workbook.xml', (xml) =>
    withNames(xml, sheets.map(ownNameElement)).replace(/calcId="\d+"/, 'calcId="191029"'),
  );
  return zipSync(parts);
}
