import fs from 'node:fs';
import path from 'node:path';
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { renderWord } from '../../src/bulletin/word';
import { defaultTemplate } from '../../src/bulletin/word/default-template';
import { assessmentOf, faultless } from './sample-assessment';
import { bulletinOf } from './text';
import { all, openWord, textOf, textsInOrder } from './word-xml';

const SHIPPED = path.join(__dirname, '..', '..', 'assets', 'bulletin', '通报模板.docx');
const shipped = () => new Uint8Array(fs.readFileSync(SHIPPED));
const BULLETIN = bulletinOf(assessmentOf([faultless('县甲局', { '1.1': { errors: 3 } }), faultless('县乙局')]), {
  number: '某政办通〔2023〕3号',
});

/** A template with some of its parts changed as text. */
function changed(template: Uint8Array, edits: { [part: string]: (xml: string) => string }): Uint8Array {
  const parts = unzipSync(template);
  for (const [part, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[part]);
    expect(edit(before)).not.toBe(before);
    parts[part] = strToU8(edit(before));
  }
  return zipSync(parts);
}

/** A template of an office's own, with no style of ours in it. */
async function plainTemplate(children: (Paragraph | Table)[], header?: Header): Promise<Uint8Array> {
  const section = { headers: header && { default: header }, children };
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [section] })));
}

const said = (text: string) => new Paragraph({ children: [new TextRun(text)] });
const PLACES = ['{{标题}}', '{{正文}}', '{{附件说明}}', '{{成文日期}}', '{{附件}}'];

describe('the template that ships', () => {
  it('is what the product itself writes, so that a copy of it starts from the same look', async () => {
    const own = unzipSync(
      await defaultTemplate({
        masthead: '宜良县政务服务管理局文件',
        issuer: '宜良县政务服务管理局',
        date: '2023年10月16日',
      }),
    );
    const parts = unzipSync(shipped());
    expect(Object.keys(parts)).toEqual(Object.keys(own));
    const same = Object.keys(own).filter((part) => part !== 'docProps/core.xml');
    for (const part of same) expect([part, strFromU8(parts[part])]).toEqual([part, strFromU8(own[part])]);
  });

  it('gives every text that the product gives without a template', async () => {
    const [with_, without] = [await renderWord(BULLETIN, shipped()), await renderWord(BULLETIN)].map((bytes) =>
      textsInOrder(openWord(bytes).xml('word/document.xml')),
    );
    expect(with_).toEqual(without);
    expect(with_.join('')).not.toContain('{{');
  });
});

describe('a changed template', () => {
  it('has its fonts, header, margins and own words honoured', async () => {
    const template = changed(shipped(), {
      'word/styles.xml': (xml) => xml.replace(/(<w:style [^>]*w:styleId="Heading1">[\s\S]*?)黑体/g, '$1华文中宋'),
      'word/document.xml': (xml) =>
        xml
          .replace('{{发文机关标志}}', '某县便民简报')
          .replace(/w:left="\d+"(?=[^>]*w:header)/, 'w:left="1700"')
          .replace('{{附件}}', '{{ 附件 }}'),
      'word/footer1.xml': (xml) => xml.replace('— ', '第'),
    });
    const { document, xml, style } = openWord(await renderWord(BULLETIN, template));
    const texts = textsInOrder(xml('word/document.xml'));
    expect(texts[0]).toBe('某县便民简报');
    expect(texts.join('\n')).not.toMatch(/某县政务局文件|\{\{/);
    expect(texts).toContain('某政办通〔2023〕3号');
    expect(JSON.stringify(style('Heading1'))).toContain('华文中宋');
    const heading = all(document, 'w:p').find((paragraph) => textOf(paragraph) === '一、总体情况')!;
    expect(all(heading, 'w:pStyle')[0]['w:val']).toBe('Heading1');
    expect(all(heading, 'w:rFonts')).toEqual([]);
    expect(xml('word/footer1.xml')).toContain('第');
    const margins = all(document, 'w:pgMar');
    expect(margins).toHaveLength(8);
    expect(margins.map((margin) => margin['w:left'] ?? '')).toContain('1700');
    // Pages on their side have the binding edge on top.
    expect(margins.filter((margin) => margin['w:top'] === '1700')).toHaveLength(2);
    expect(all(document, 'w:footerReference')).toHaveLength(16);
  });

  it('has its styles found by name, whatever ids Word gave them when it saved', async () => {
    const template = changed(shipped(), {
      'word/styles.xml': (xml) => xml.replace(/"Heading1"/g, '"1"').replace(/"BulletinBody"/g, '"a7"'),
    });
    const { document } = openWord(await renderWord(BULLETIN, template));
    const styleOf = (start: string) =>
      all(
        all(document, 'w:p').find((paragraph) => textOf(paragraph).startsWith(start))!,
        'w:pStyle',
      )[0]['w:val'];
    expect([styleOf('一、总体情况'), styleOf('根据《')]).toEqual(['1', 'a7']);
  });

  it('may know none of our styles, split its marks over runs and number its pages anew', async () => {
    const split = new Paragraph({ children: ['{{标', '题', '}}'].map((text) => new TextRun(text)) });
    const header = new Header({ children: [said('内部资料 {{发文字号}}')] });
    const template = changed(await plainTemplate([split, ...PLACES.slice(1).map(said)], header), {
      'word/document.xml': (xml) =>
        xml.replace('</w:sectPr>', '<w:titlePg/></w:sectPr>').replace('<w:pgNumType/>', '<w:pgNumType w:start="1"/>'),
    });
    const { xml, style } = openWord(await renderWord(BULLETIN, template));
    const texts = textsInOrder(xml('word/document.xml'));
    expect(texts[0]).toBe(BULLETIN.title);
    expect(texts).toEqual(expect.arrayContaining(['一、总体情况', '2023年10月16日', '附件6', '计分口径']));
    expect(JSON.stringify(style('BulletinTableHead'))).toContain('黑体');
    expect(xml('word/header1.xml')).toContain('某政办通〔2023〕3号');
    const sections = xml('word/document.xml').match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g)!;
    expect(sections).toHaveLength(7);
    expect(sections.map((section) => section.includes('w:titlePg'))).toEqual([true, ...Array(6).fill(false)]);
    expect(sections.map((section) => section.includes('w:start="1"'))).toEqual([true, ...Array(6).fill(false)]);
    expect(sections.every((section) => section.includes('w:headerReference'))).toBe(true);
  });

  it('holds a bulletin without annexes', async () => {
    const empty = bulletinOf(assessmentOf([]));
    const { document, xml } = openWord(await renderWord(empty, shipped()));
    // The text and the imprint.
    expect(all(document, 'w:sectPr')).toHaveLength(2);
    expect(xml('word/document.xml')).not.toContain('{{');
  });
});

describe('the imprint of a template', () => {
  const sectionsOf = async (template: Uint8Array) =>
    openWord(await renderWord(BULLETIN, template))
      .xml('word/document.xml')
      .match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g)!;

  it('keeps the page that words of its own have in its place', async () => {
    const sections = await sectionsOf(await plainTemplate([...PLACES, '某县政务局印发'].map(said)));
    expect(sections).toHaveLength(7);
    expect(sections.join('')).not.toContain('evenPage');
  });

  it('keeps its page number where the template has a first page of its own, which would be repeated', async () => {
    const template = changed(
      await plainTemplate([...PLACES, '{{版记}}'].map(said), new Header({ children: [said('内部资料')] })),
      {
        'word/document.xml': (xml) =>
          xml
            .replace(/(<w:headerReference w:type=")default/, '$1first')
            .replace('</w:sectPr>', '<w:titlePg/></w:sectPr>'),
      },
    );
    const last = (await sectionsOf(template)).at(-1)!;
    expect(last).toContain('<w:type w:val="evenPage"/>');
    expect(last).not.toContain('w:titlePg');
  });

  it('may not stand before the annexes', async () => {
    const template = await plainTemplate([...PLACES.slice(0, -1), '{{版记}}', '{{附件}}'].map(said));
    await expect(renderWord(BULLETIN, template)).rejects.toThrow('{{版记}}应放在{{附件}}之后，版记排在公文最后一面');
  });
});

describe('a template that cannot be used', () => {
  const refused = async (template: Uint8Array, sentence: string | RegExp) =>
    expect(renderWord(BULLETIN, template)).rejects.toThrow(sentence);

  it('is no Word file', async () => {
    await refused(strToU8('通报'), '模板不是Word文档（.docx），或者文件已损坏');
    await refused(new Uint8Array(), '模板不是Word文档');
    await refused(shipped().slice(0, 6000), '文件已损坏');
    await refused(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), '模板不是Word文档');
  });

  it('has macros or is of the template format', async () => {
    const dotx = changed(shipped(), {
      '[Content_Types].xml': (xml) =>
        xml.replace('wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'),
    });
    await refused(dotx, '请在Word或WPS中另存为.docx');
  });

  it.each([
    ['{{正文}}', '模板缺少位置标记{{正文}}，'],
    ['{{附件}}', '模板缺少位置标记{{附件}}，'],
  ])('lacks %s', async (place, sentence) => {
    await refused(await plainTemplate(PLACES.filter((other) => other !== place).map(said)), sentence);
  });

  it('lacks several marks, or has one that is not known', async () => {
    await refused(
      await plainTemplate([said('{{标题}}')]),
      '缺少位置标记{{正文}}、{{附件说明}}、{{成文日期}}、{{附件}}，',
    );
    await refused(
      await plainTemplate([...PLACES, '{{抄送}}'].map(said)),
      '{{抄送}}无法识别，可用的有{{发文机关标志}}、',
    );
  });

  it('has a mark for whole paragraphs within other text, in a table, in the header or twice', async () => {
    const rest = PLACES.filter((place) => place !== '{{正文}}').map(said);
    const table = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [said('{{正文}}')] })] })] });
    const alone = /位置标记\{\{正文\}\}没有单独成段/;
    await refused(await plainTemplate([said('内容：{{正文}}'), ...rest]), alone);
    await refused(await plainTemplate([table, ...rest]), alone);
    await refused(await plainTemplate(rest, new Header({ children: [said('{{正文}}')] })), alone);
    await refused(await plainTemplate([...PLACES, '{{正文}}'].map(said)), '{{正文}}出现了不止一次');
  });
});
