import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawSheet {
  name: string;
  /** What stands between the sheetData tags. */
  rows?: string;
  /** XML before and after sheetData. */
  before?: string;
  after?: string;
  state?: string;
}

export interface RawWorkbook {
  sheets?: RawSheet[];
  /** Items of the shared strings, as XML. */
  strings?: string;
  /** numFmts and cellXfs, as XML. */
  styles?: string;
  date1904?: boolean;
  /** Parts that replace or join the usual ones; null takes one away. */
  parts?: Record<string, string | Uint8Array | null>;
}

/** An .xlsx written by hand, so that a test can say exactly what is in it, good or evil. */
export function makeXlsx(workbook: RawWorkbook): Uint8Array {
  return zipSync(partsOf(workbook));
}

/** A workbook of one sheet. */
export function makeSheet(rows: string, rest: Omit<RawWorkbook, 'sheets'> & Partial<RawSheet> = {}): Uint8Array {
  return makeXlsx({ ...rest, sheets: [{ name: '表', rows, before: rest.before, after: rest.after }] });
}

export function partsOf({
  sheets = [],
  strings,
  styles,
  date1904,
  parts = {},
}: RawWorkbook): Record<string, Uint8Array> {
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>` +
      sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string, string] => [`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ...(strings === undefined ? [] : [['t', 'sharedStrings', 'sharedStrings.xml'] as [string, string, string]]),
      ...(styles === undefined ? [] : [['y', 'styles', 'styles.xml'] as [string, string, string]]),
    ]),
  };
  sheets.forEach(({ rows = '', before = '', after = '' }, i) => {
    all[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  if (strings !== undefined) all['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) all['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  return Object.fromEntries(
    Object.entries({ ...all, ...parts }).flatMap(([path, part]) =>
      part === null ? [] : [[path, typeof part === 'string' ? strToU8(part) : part]],
    ),
  );
}

function relations(list: [id: string, type: string, target: string][]): string {
  return (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('') +
    '</Relationships>'
  );
}
