import { strFromU8 } from 'fflate';
import { balanced, widthOf } from '../../src/bulletin/word/lines';
import { renderWord } from '../../src/bulletin/word';
import type { BulletinOptions } from '../../src/bulletin';
import { assessmentOf, faultless, type SampleUnit } from './sample-assessment';
import { bulletinOf, everything } from './text';
import { all, openWord, PARSER, textOf, textsInOrder, type Node } from './word-xml';

async function word(units: SampleUnit[], options: Partial<BulletinOptions> = {}) {
  const bulletin = bulletinOf(assessmentOf(units), options);
  return { bulletin, ...openWord(await renderWord(bulletin)) };
}

const UNITS = [
  faultless('县甲局', { '1.1': { errors: 3 } }),
  faultless('县乙局', { '2.1': { campaigns: 1 } }),
  faultless('丁镇', {}, { kind: '乡镇(街道)' }),
];
const OPTIONS = { number: '某政务通〔2023〕3号', copyTo: '县委办公室，县政府办公室。' };

describe('the form of GB/T 9704-2012', () => {
  it('has its margins on every page, within a twip', async () => {
    const { document } = await word(UNITS, OPTIONS);
    const sections = all(document, 'w:sectPr');
    expect(sections).toHaveLength(8);
    const upright = sections.filter((section) => all(section, 'w:pgSz')[0]['w:orient'] !== 'landscape');
    expect(upright).toHaveLength(6);
    for (const section of upright) {
      const [margin] = all(section, 'w:pgMar');
      const [size] = all(section, 'w:pgSz');
      const mm = (twips: unknown) => (Number(twips) / 1440) * 25.4;
      expect(mm(margin['w:top'])).toBeCloseTo(37, 1);
      expect(mm(margin['w:left'])).toBeCloseTo(28, 1);
      expect(mm(Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']))).toBeCloseTo(156, 1);
      expect(mm(Number(size['w:h']) - Number(margin['w:top']) - Number(margin['w:bottom']))).toBeCloseTo(225, 1);
    }
    expect(all(document, 'w:docGrid').every((grid) => !grid['w:type'] || grid['w:type'] === 'default')).toBe(true);
  });

  it('sets the body in 3号仿宋 at exactly 28.95 pt, 28 characters and 22 lines to a page', async () => {
    const { style } = await word(UNITS, OPTIONS);
    const normal = style('Normal');
    expect(all(normal, 'w:rFonts')[0]['w:eastAsia']).toBe('仿宋_GB2312');
    expect(all(normal, 'w:sz')[0]['w:val']).toBe('32');
    const [line] = all(all(normal, 'w:pPr'), 'w:spacing');
    expect(line).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' });
    expect(22 * 579).toBeLessThanOrEqual((225 / 25.4) * 1440);
    const [tracking] = all(all(normal, 'w:rPr'), 'w:spacing');
    expect(28 * (320 + Number(tracking['w:val']))).toBeLessThanOrEqual((156 / 25.4) * 1440);
    const fonts = (id: string) => all(style(id), 'w:rFonts')[0]['w:eastAsia'];
    expect([fonts('Heading1'), fonts('Heading2')]).toEqual(['黑体', '楷体_GB2312']);
  });

  it('starts with the red mark 35 mm down, the number, the red line, the title and the recipients', async () => {
    const { document, style } = await word(UNITS, OPTIONS);
    const paragraphs = all(document, 'w:p');
    const [mark] = paragraphs;
    expect(textOf(mark)).toBe('某县政务局文件');
    expect(Number(all(mark, 'w:spacing')[0]['w:before'])).toBeCloseTo((35 / 25.4) * 1440, -1);
    expect(all(mark, 'w:color')[0]['w:val']).toBe('FF0000');
    const number = paragraphs.find((paragraph) => textOf(paragraph) === OPTIONS.number)!;
    expect(all(number, 'w:bottom')[0]).toMatchObject({ 'w:color': 'FF0000', 'w:val': 'single' });
    const title = paragraphs.find((paragraph) => textOf(paragraph).startsWith('关于'))!;
    expect(all(title, 'w:rFonts')[0]['w:eastAsia']).toBe('方正小标宋简体');
    expect(all(title, 'w:sz')[0]['w:val']).toBe('44');
    expect(paragraphs.map(textOf)).toContain('各乡镇（街道）、各有关单位：');
    const body = paragraphs.find((paragraph) => textOf(paragraph).startsWith('根据《'))!;
    expect(all(style(String(all(body, 'w:pStyle')[0]['w:val'])), 'w:ind')[0]).toMatchObject({
      'w:firstLineChars': '200',
    });
  });

  it('numbers its pages — 1 — outside, odd right and even left', async () => {
    const { document, xml, files } = await word(UNITS, OPTIONS);
    expect(xml('word/settings.xml')).toContain('w:evenAndOddHeaders');
    const relations = all(PARSER.parse(xml('word/_rels/document.xml.rels')), 'Relationship');
    for (const reference of all(document, 'w:footerReference')) {
      const target = relations.find((relation) => relation.Id === reference['r:id'])!.Target;
      const footer = PARSER.parse(strFromU8(files[`word/${String(target)}`])) as Node;
      const side = reference['w:type'] === 'even' ? 'left' : 'right';
      expect(all(footer, 'w:jc')[0]['w:val']).toBe(side);
      expect(textOf(footer)).toBe('—  —');
      expect(JSON.stringify(footer)).toContain('PAGE');
      expect(all(footer, 'w:sz')[0]['w:val']).toBe('28');
    }
    expect(all(document, 'w:footerReference')).toHaveLength(16);
  });

  it('repeats the heading row of every table and breaks no row', async () => {
    const { document, bulletin } = await word(UNITS, OPTIONS);
    const tables = all(document, 'w:tbl');
    const expected = [...bulletin.body, ...bulletin.annexes.flatMap(({ blocks }) => blocks)].filter(
      ({ kind }) => kind === 'table',
    );
    // The imprint is a table within a table.
    expect(tables).toHaveLength(expected.length + 2);
    for (const table of tables.slice(0, -2)) {
      const rows = all(table, 'w:tr');
      expect(all(rows[0], 'w:tblHeader')).toHaveLength(1);
      // Nor does it stand alone at a page's foot.
      expect(all(rows[0], 'w:keepNext')).toHaveLength(all(rows[0], 'w:tc').length);
      expect(rows.slice(1).every((row) => all(row, 'w:keepNext').length === 0)).toBe(true);
      expect(rows.slice(1).every((row) => all(row, 'w:tblHeader').length === 0)).toBe(true);
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    }
  });

  it('has its imprint at the foot of an even page of its own, without a number', async () => {
    const { document, xml } = await word(UNITS, OPTIONS);
    const sections = xml('word/document.xml').match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g)!;
    const isLast = sections.map((_, index) => index === sections.length - 1);
    expect(sections.map((section) => section.includes('<w:type w:val="evenPage"/>'))).toEqual(isLast);
    // It has a first page of its own, for which no footer is given.
    expect(sections.map((section) => section.includes('<w:titlePg/>'))).toEqual(isLast);
    expect(sections.join('')).not.toContain('w:type="first"');
    const page = all(document, 'w:tbl').find((table) => all(table, 'w:tbl').length > 0)!;
    expect(all(page, 'w:vAlign')[0]['w:val']).toBe('bottom');
    const left = (225 / 25.4) * 1440 - Number(all(page, 'w:trHeight')[0]['w:val']);
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThan((2 / 25.4) * 1440);
  });

  it('ends with annexes, date and imprint', async () => {
    const { document, xml, style } = await word(UNITS, OPTIONS);
    const texts = textsInOrder(xml('word/document.xml'));
    const from = texts.indexOf('附件：1.得分总表');
    expect(texts.slice(from, from + 10)).toEqual(
      ['附件：1.得分总表', '2.扣分明细', '3.问题清单', '4.报送情况', '5.各项任务得分情况', '6.计分口径', '', ''].concat(
        '某县政务局',
        '2023年10月16日',
      ),
    );
    expect(texts.slice(-5)).toEqual(['抄送：县委办公室，县政府办公室。', '某县政务局2023年10月16日印发', '', '', '']);
    const heads = all(document, 'w:p').filter((paragraph) => /^附件\d$/.test(textOf(paragraph)));
    const fonts = heads.map(
      (head) => all(style(String(all(head, 'w:pStyle')[0]['w:val'])), 'w:rFonts')[0]['w:eastAsia'],
    );
    expect(fonts).toEqual(Array(6).fill('黑体'));
  });
});

describe('what it holds', () => {
  it('is all that the content says, tables and sentences', async () => {
    const { document, bulletin } = await word(UNITS, OPTIONS);
    const written = all(document, 'w:p').map(textOf).join('\n');
    const said = everything(bulletin)
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split('|'));
    const missing = said.filter((text) => !written.includes(text) && !/（[%分]）$/.test(text));
    expect(missing).toEqual([]);
  });

  it('keeps <>&, control characters and formulas as text', async () => {
    const name = '<w:b/>&amp;=1+1\u0001\ufffe局';
    const { document, files } = await word([faultless(name, { '1.1': { errors: 1 } }), faultless('县乙局')], {
      issuer: '甲&乙<局>',
      title: '关于“<考评>”的\u0002通报',
    });
    const texts = all(document, 'w:p').map(textOf);
    expect(texts.some((text) => text.includes('<w:b/>&amp;=1+1局'))).toBe(true);
    expect(texts).toContain('关于“<考评>”的通报');
    expect(strFromU8(files['word/document.xml'])).not.toMatch(/[\u0000-\u0008\ufffe]/);
  });

  it('embeds no font, and draws its chart natively', async () => {
    const { files, xml } = await word(UNITS);
    expect(Object.keys(files).filter((file) => /fonts\/|odttf/.test(file))).toEqual([]);
    const chart = Object.keys(files).find((file) => /charts\/chart\d*\.xml$/.test(file))!;
    expect(xml(chart)).toContain('c:barChart');
    expect(xml('word/document.xml')).toContain('各部分得分率（%）。得分率：一 ');
  });

  it('keeps what is said of a table on one page', async () => {
    const { document } = await word(UNITS, OPTIONS);
    const notes = all(document, 'w:p').filter((paragraph) => textOf(paragraph).startsWith('注：'));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(all(note, 'w:keepLines')).toHaveLength(1);
  });

  it('keeps the signature on a page with the end of the text', async () => {
    const { document, xml } = await word(UNITS, OPTIONS);
    const texts = textsInOrder(xml('word/document.xml'));
    const [from, to] = [texts.indexOf('附件：1.得分总表') - 2, texts.indexOf('某县政务局')];
    expect(texts[from]).toMatch(/。$/);
    const paragraphs = xml('word/document.xml')
      .split('</w:p>')
      .slice(from, to + 1);
    expect(
      paragraphs.map((paragraph) => /<w:keepNext\/>/.test(paragraph.slice(paragraph.lastIndexOf('<w:p>')))),
    ).toEqual(paragraphs.map(() => true));
    expect(all(document, 'w:p').length).toBeGreaterThan(paragraphs.length);
  });

  it('is a whole document for no unit and for one', async () => {
    for (const units of [[], [faultless('县甲局')]]) {
      const { document, bulletin } = await word(units);
      expect(all(document, 'w:sectPr')).toHaveLength(bulletin.annexes.length + 2);
    }
  });
});

describe('lines of a heading', () => {
  it.each([
    ['关于考评情况的通报', 20, ['关于考评情况的通报']],
    [
      '关于“便捷高效的政务环境”（互联网）2023年考评情况的通报',
      20,
      ['关于“便捷高效的政务环境”', '（互联网）2023年考评情况的通报'],
    ],
    [
      '关于打造“便捷高效的政务环境”2023年考评第三季度情况的通报',
      20,
      ['关于打造“便捷高效的政务环境”', '2023年考评第三季度情况的通报'],
    ],
  ])('breaks %s between phrases', (text, perLine, lines) => {
    expect(balanced(text, perLine)).toEqual(lines);
  });

  it('loses no character and fits', () => {
    const text = '宜良县优化营商环境促进市场主体倍增领导小组政务环境专项组办公室文件';
    const lines = balanced(text, 14);
    expect(lines.join('')).toBe(text);
    expect(lines.every((line) => widthOf(line) <= 14)).toBe(true);
  });
});
