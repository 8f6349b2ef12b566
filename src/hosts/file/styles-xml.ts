import { LIMITS } from './limits';
import { MAIN } from './namespaces';
import { elements, escapeXml, inside } from './xml';

/** What the built-in formats look like in Chinese Excel; the file names them by number only. */
const CHINESE_FORMATS: [ids: number[], code: string][] = [
  [[14], 'yyyy/m/d'],
  [[22], 'yyyy/m/d h:mm'],
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[30], 'm-d-yy'],
  [[31], 'yyyy"年"m"月"d"日"'],
  [[32], 'h"时"mm"分"'],
  [[33], 'h"时"mm"分"ss"秒"'],
  [[34, 55], '上午/下午h"时"mm"分"'],
  [[35, 56], '上午/下午h"时"mm"分"ss"秒"'],
];
/** The system's own long date and time, which follow the language of the machine. */
const SYSTEM_LONG_DATE = /^\[\$-F800\]/i;
const SYSTEM_LONG_TIME = /^\[\$-F400\]/i;
/** Excel takes no longer one; a longer one would only serve to slow the reader. */
const LONGEST_CODE = 255;
/** The numbers under which the library keeps formats that a file brings along. */
const FIRST_ID = 60;
const LAST_ID = 392;

/**
 * The styles part, cut down to the number format of each cell style. Formats are numbered anew, since files that
 * were passed through many hands hold more than the library keeps.
 */
export function numberFormatsOnly(xml: string): string {
  const codes = new Map(CHINESE_FORMATS.flatMap(([ids, code]) => ids.map((id) => [id, code] as const)));
  for (const format of elements(xml, 'numFmt', LIMITS.styles)) {
    codes.set(Number(format.get('numFmtId')), chineseCode(format.get('formatCode') ?? ''));
  }
  const idOf = new Map<string, number>();
  const cellFormats = elements(inside(xml, 'cellXfs') ?? '', 'xf', LIMITS.styles).map((cellStyle) => {
    const id = Number(cellStyle.get('numFmtId') ?? 0);
    const code = codes.get(id);
    if (code === undefined) return id < FIRST_ID ? id : 0;
    if (code.length > LONGEST_CODE) return 0;
    if (!idOf.has(code) && FIRST_ID + idOf.size <= LAST_ID) idOf.set(code, FIRST_ID + idOf.size);
    return idOf.get(code) ?? 0;
  });
  const numFmts = [...idOf].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
  const xfs = cellFormats.map((id) => `<xf numFmtId="${id}"/>`);
  return (
    `<styleSheet xmlns="${MAIN}">` +
    `<numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` +
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
  );
}

function chineseCode(code: string): string {
  if (SYSTEM_LONG_DATE.test(code)) return 'yyyy"年"m"月"d"日"';
  if (SYSTEM_LONG_TIME.test(code)) return 'h:mm:ss';
  return code;
}
