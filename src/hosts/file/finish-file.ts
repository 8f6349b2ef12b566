import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from './xml';

/** A click on one cell leads to another: addresses such as B2 and '得分表'!C5. */
export interface Link {
  from: string;
  to: string;
}

/**
 * Puts right what the writing library leaves wanting: links inside the workbook, which it writes as links to a file,
 * and the version of the calculation engine. With an older version there, Excel computes everything anew when it opens
 * the file, and without the add-in would show #NAME? in place of the figures that are stored.
 */
export function finishFile(file: Uint8Array, linksOfSheets: Link[][]): Uint8Array {
  const parts = unzipSync(file);
  linksOfSheets.forEach((links, i) => {
    if (links.length === 0) return;
    const items = links.map(({ from, to }) => `<hyperlink ref="${from}" location="${escapeXml(to)}"/>`).join('');
    change(parts, `xl/worksheets/sheet${i + 1}.xml`, (xml) =>
      xml.replace(/(?=<(?:printOptions|pageMargins)\b)/, () => `<hyperlinks>${items}</hyperlinks>`),
    );
  });
  change(parts, 'xl/workbook.xml', (xml) => xml.replace(/calcId="\d+"/, 'calcId="191029"'));
  return zipSync(parts);
}

function change(parts: Record<string, Uint8Array>, path: string, edit: (xml: string) => string): void {
  parts[path] = strToU8(edit(strFromU8(parts[path])));
}
