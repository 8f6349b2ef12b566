import { assess } from '../../src/assess/assess';
import { composeBulletin, composeNotices } from '../../src/bulletin';
import { renderWord } from '../../src/bulletin/word';
import { renderNotices } from '../../src/bulletin/word/notices';
import { toJson } from '../../src/cli/assessment-json';
import { toText } from '../../src/cli/assessment-text';
import { FileHost } from '../../src/hosts/file/file-host';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';
import rulebook from '../../src/rulebook/default';
import { planScoreWorkbook } from '../../src/score-workbook/plan';
import type { Snapshot } from '../../src/workbook/snapshot';
import { harmlessWorkbooks, HOSTILE, hostileWorkbooks } from './hostile-workbooks';
import { contentOf, formulasOf, tagsOf, xmlParts } from './written-files';

function assessed(snapshots: Snapshot[]) {
  const inputs = snapshots.map((snapshot) => ({ file: snapshot.file, sha256: '', snapshot }));
  return assess(rulebook, inputs, { asOf: '2023-09-30' });
}

const hostile = assessed(hostileWorkbooks());
const harmless = assessed(harmlessWorkbooks());

/** What every file may keep of a text: nothing that XML cannot hold, and no difference in blanks. */
function kept(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '').replace(/\s+/g, '');
}

function saidAnywhere(texts: string[]): string {
  return kept(texts.join('\n'));
}

/** Attributes and elements that fetch or run something. */
const EXTERNAL = /TargetMode="External"|<(?:oleLink|ddeLink|externalReference|dde|ole)\b/i;

describe('the score workbook', () => {
  let file: Uint8Array;
  let parts: { [path: string]: string };
  let plainParts: { [path: string]: string };
  const formulas = (all: { [path: string]: string }) =>
    Object.entries(all)
      .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
      .flatMap(([, xml]) => formulasOf(xml));
  const shape = (formula: string) => formula.replace(/\d+/g, '0');

  beforeAll(async () => {
    file = await writeWorkbook(planScoreWorkbook(hostile));
    parts = xmlParts(file);
    plainParts = xmlParts(await writeWorkbook(planScoreWorkbook(harmless)));
  });

  it('has the formulas that we write and no other', () => {
    const ours = new Set(formulas(plainParts).map(shape));
    expect(formulas(parts).length).toBeGreaterThan(1000);
    expect(
      formulas(parts)
        .map(shape)
        .filter((formula) => !ours.has(formula)),
    ).toEqual([]);
  });

  it('has no parts, elements and links that a harmless one lacks', () => {
    expect(Object.keys(parts)).toEqual(Object.keys(plainParts));
    for (const [path, xml] of Object.entries(parts)) {
      expect([path, [...tagsOf(xml)].filter((tag) => !tagsOf(plainParts[path]).has(tag))]).toEqual([path, []]);
      expect(xml).not.toMatch(EXTERNAL);
    }
  });

  it('reads back with each text as a text', () => {
    const { sheets } = readWorkbook(file, '考评.xlsx');
    const cells = sheets
      .flatMap((sheet) => sheet.rows.flatMap((row) => row ?? []))
      .filter((cell) => cell !== undefined);
    const texts = cells.flatMap(({ value, formula }) => (typeof value === 'string' && !formula ? [value] : []));
    const said = saidAnywhere(texts);
    for (const text of HOSTILE) expect([text, said.includes(kept(text))]).toEqual([text, true]);
  });
});

describe('the bulletin', () => {
  const write = (assessment: typeof hostile) =>
    renderWord(composeBulletin(assessment, { quarter: '2023Q3', issuer: '县政务局', date: '2023-10-16' }));
  let parts: { [path: string]: string };
  let plainParts: { [path: string]: string };

  beforeAll(async () => {
    parts = xmlParts(await write(hostile));
    plainParts = xmlParts(await write(harmless));
  });

  it('has the field codes of a harmless one and no other', () => {
    const codes = (all: { [path: string]: string }) =>
      new Set(Object.values(all).flatMap((xml) => contentOf(xml, 'w:instrText').map((code) => code.trim())));
    expect([...codes(parts)].filter((code) => !codes(plainParts).has(code))).toEqual([]);
  });

  it('has no parts, elements and links that a harmless one lacks', () => {
    expect(Object.keys(parts)).toEqual(Object.keys(plainParts));
    for (const [path, xml] of Object.entries(parts)) {
      expect([path, [...tagsOf(xml)].filter((tag) => !tagsOf(plainParts[path]).has(tag))]).toEqual([path, []]);
      expect(xml).not.toMatch(EXTERNAL);
    }
  });

  it('shows what it quotes as it was written', () => {
    const said = saidAnywhere(contentOf(parts['word/document.xml'], 'w:t'));
    const bulletin = JSON.stringify(
      composeBulletin(hostile, { quarter: '2023Q3', issuer: '县政务局', date: '2023-10-16' }),
    );
    const quoted = HOSTILE.filter((text) => bulletin.includes(JSON.stringify(text).slice(1, -1)));
    expect(quoted.length).toBeGreaterThan(3);
    for (const text of quoted) expect([text, said.includes(kept(text))]).toEqual([text, true]);
  });
});

describe('the notices', () => {
  const write = (assessment: typeof hostile) =>
    renderNotices(composeNotices(assessment, { quarter: '2023Q3', issuer: '县政务局', date: '2023-10-16' }));

  it('have the parts, elements, links and field codes of harmless ones and no other', async () => {
    const parts = xmlParts(await write(hostile));
    const plainParts = xmlParts(await write(harmless));
    expect(Object.keys(parts)).toEqual(Object.keys(plainParts));
    for (const [path, xml] of Object.entries(parts)) {
      expect([path, [...tagsOf(xml)].filter((tag) => !tagsOf(plainParts[path]).has(tag))]).toEqual([path, []]);
      expect(xml).not.toMatch(EXTERNAL);
    }
    const codes = (all: { [path: string]: string }) =>
      new Set(Object.values(all).flatMap((xml) => contentOf(xml, 'w:instrText').map((code) => code.trim())));
    expect([...codes(parts)].filter((code) => !codes(plainParts).has(code))).toEqual([]);
  });
});

describe('marked copies', () => {
  it.each(HOSTILE)('say %j in a note as text, and nothing else changes', async (text) => {
    const written = await writeWorkbook({
      sheets: [{ name: '指标', cells: [{ row: 0, column: 0, value: '县民政局' }] }],
    });
    let bytes = written;
    const host = new FileHost('指标.xlsx', { load: () => bytes, save: (marked) => (bytes = marked) });
    await host.mark([{ place: { sheet: '指标', cell: 'A1' }, severity: 'error', note: `甲${text}乙` }]);
    const parts = xmlParts(bytes);
    const note = contentOf(parts['xl/comments1.xml'], 't').join('');
    // Half a character has no place in a file, and a sign for it has.
    expect(kept(note).replace(/\ufffd/g, '')).toContain(kept(`甲${text}乙`));
    const sheet = parts['xl/worksheets/sheet1.xml'];
    expect(formulasOf(sheet)).toEqual([]);
    for (const xml of Object.values(parts)) expect(xml).not.toMatch(EXTERNAL);
    expect(readWorkbook(bytes, '指标.xlsx')).toEqual(readWorkbook(written, '指标.xlsx'));
  });
});

describe('the command line', () => {
  it('writes no control characters to a terminal', () => {
    const lines = toText(hostile).split('\n');
    const controlled = lines.filter((line) => /[\u0000-\u001f\u007f-\u009f]/.test(line));
    expect(controlled).toEqual([]);
  });

  it('gives JSON that is the assessment, with every text in it', () => {
    const json = JSON.stringify(toJson(hostile));
    expect(toJson(hostile)).toEqual(JSON.parse(json));
    for (const text of HOSTILE) expect(json).toContain(JSON.stringify(text.trim()).slice(1, -1));
  });
});
