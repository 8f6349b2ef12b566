import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

const IMPORT = 'boundaries/dependencies';
const OFFICE = 'no-restricted-globals';
const OFFICE_TYPE = 'no-restricted-syntax';
const INTL = 'no-restricted-syntax';

const importing = (source: string) => `import { thing } from '${source}';\nexport const used = thing;\n`;

/** File, code, and the rules it must break; an empty list says that the code is allowed. */
const CASES: [name: string, file: string, code: string, broken: string[]][] = [
  ['scoring may use the rulebook', 'src/scoring/x.ts', importing('../rulebook/model'), []],
  ['scoring may use its own folder', 'src/scoring/x.ts', importing('./fraction'), []],
  ['rulebook may not use scoring', 'src/rulebook/x.ts', importing('../scoring/fraction'), [IMPORT]],
  ['scoring may not use a workbook', 'src/scoring/x.ts', importing('../workbook/snapshot'), [IMPORT]],
  ['not even as a type', 'src/scoring/x.ts', "export type { Cell } from '../workbook/snapshot';\n", [IMPORT]],
  ['nor by import()', 'src/scoring/x.ts', "export const later = () => import('../workbook/snapshot');\n", [IMPORT]],
  ['intake may use the shared words', 'src/intake/checks/x.ts', importing('../../assessment'), []],
  ['rulebook may not use the shared words', 'src/rulebook/x.ts', importing('../assessment'), [IMPORT]],
  ['functions may not read workbooks', 'src/functions/x.ts', importing('../workbook/address'), [IMPORT]],
  ['a host may use the workbook', 'src/hosts/excel/x.ts', importing('../../workbook/snapshot'), []],
  ['a host may not score', 'src/hosts/excel/x.ts', importing('../../scoring/fraction'), [IMPORT]],
  ['the pane may not use the grid', 'src/taskpane/x.ts', importing('../hosts/grid/grid-host'), [IMPORT]],
  ['the pane reads picked files', 'src/taskpane/x.ts', importing('../hosts/file/read-workbook'), []],
  ['the command line may', 'src/cli/x.ts', importing('../hosts/file/read-workbook'), []],
  [
    'a folder nobody has placed is refused',
    'src/novelty/x.ts',
    importing('../rulebook/model'),
    ['boundaries/no-unknown-files'],
  ],

  ['the file host reads xlsx', 'src/hosts/file/x.ts', importing('@e965/xlsx'), []],
  ['intake does not', 'src/intake/x.ts', importing('@e965/xlsx'), [IMPORT]],
  ['exceljs belongs to the grid', 'src/bulletin/x.ts', importing('exceljs'), [IMPORT]],
  ['the bulletin writes Word', 'src/bulletin/x.ts', importing('docx'), []],
  ['the command line does not', 'src/cli/x.ts', importing('docx'), [IMPORT]],
  ['Node is for the command line', 'src/cli/x.ts', importing('node:fs'), []],
  ['and for one file of the file host', 'src/hosts/file/node.ts', importing('node:fs'), []],
  ['not for its reader', 'src/hosts/file/x.ts', importing('node:fs'), [IMPORT]],
  ['not for scoring, under its old name either', 'src/scoring/x.ts', importing('fs'), [IMPORT]],

  [
    'the Excel host names Office.js',
    'src/hosts/excel/x.ts',
    'export const sheet = (c: Excel.RequestContext) => c;\n',
    [],
  ],
  ['the pane does not', 'src/taskpane/x.ts', 'Office.onReady();\n', [OFFICE]],
  ['nor its types', 'src/taskpane/x.ts', 'export type R = Excel.Range;\n', [OFFICE_TYPE]],
  ['functions are registered', 'src/functions/register.ts', "CustomFunctions.associate('A', () => 1);\n", []],
  ['and know no Office.js elsewhere', 'src/functions/x.ts', 'throw new CustomFunctions.Error();\n', [OFFICE]],
  ['cells have no page', 'src/functions/x.ts', 'export const u = new URL(document.title);\n', ['no-undef', 'no-undef']],
  ['nor Intl', 'src/scoring/x.ts', 'export const f = new Intl.NumberFormat();\n', [INTL]],
];

let broken: string[][];

beforeAll(() => {
  const input = JSON.stringify(CASES.map(([, file, code]) => ({ file: path.join(ROOT, file), code })));
  const output = execFileSync(process.execPath, [path.join(__dirname, 'lint-snippets.mjs')], { cwd: ROOT, input });
  broken = JSON.parse(output.toString());
});

test.each(CASES.map(([name, , , expected], index) => ({ name, expected, index })))('$name', ({ expected, index }) => {
  expect(broken[index]).toEqual(expected);
});
