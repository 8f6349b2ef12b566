import { AlignmentType, LineRuleType } from 'docx';
import { characters, exactly, font, FONTS, LINE, POINTS, TIGHT } from './type';

/** Every look of the text has a style of its own, so that a template can change it. */
export type StyleKey =
  | 'heading1'
  | 'heading2'
  | 'body'
  | 'caption'
  | 'table'
  | 'smallTable'
  | 'tableHead'
  | 'annexNumber'
  | 'annexTitle'
  | 'imprint';

/** A style as a file knows it: people see the name, paragraphs refer to the id. */
export interface StyleName {
  id: string;
  name: string;
}

export const STYLES: Record<StyleKey, StyleName> = {
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  body: { id: 'BulletinBody', name: '通报正文' },
  caption: { id: 'BulletinCaption', name: '通报表题' },
  table: { id: 'BulletinTable', name: '通报表格' },
  smallTable: { id: 'BulletinSmallTable', name: '通报小字表格' },
  tableHead: { id: 'BulletinTableHead', name: '通报表头' },
  annexNumber: { id: 'BulletinAnnexNumber', name: '通报附件序号' },
  annexTitle: { id: 'BulletinAnnexTitle', name: '通报附件标题' },
  imprint: { id: 'BulletinImprint', name: '通报版记' },
};

/** How the parts of a document find their styles and their room. */
export interface Look {
  /** Width of the text in millimetres. */
  width: number;
  /** Points left free below a table; half a line unless said. */
  gap?: number;
  /** The id of a style in the document that is being written. */
  style(key: StyleKey): string;
}

const BODY = { size: POINTS.three * 2, characterSpacing: TIGHT, color: '000000' };
const SPACING = exactly(LINE);
const FIRST_LINE = { firstLine: characters(2, POINTS.three), firstLineChars: 200 };

function heading(name: string) {
  return {
    run: { ...BODY, font: font(name), bold: false, italics: false },
    paragraph: { spacing: SPACING, keepNext: true, indent: FIRST_LINE },
  };
}

/** A table's lines are as high as they need to be. */
function tableText(points: number) {
  return {
    run: { size: points * 2, characterSpacing: 0, font: font(FONTS.body) },
    paragraph: { spacing: { line: Math.round(points * 26), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } },
  };
}

/** The styles of the product's own documents. */
export function documentStyles() {
  const based = (key: StyleKey) => ({ ...STYLES[key], basedOn: 'Normal', quickFormat: true });
  const centred = { alignment: AlignmentType.CENTER, spacing: SPACING };
  return {
    default: {
      document: { run: { ...BODY, font: font(FONTS.body) }, paragraph: { spacing: SPACING } },
      heading1: heading(FONTS.heading),
      heading2: heading(FONTS.subheading),
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { ...BODY, font: font(FONTS.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: SPACING, widowControl: false },
      },
      { ...based('body'), paragraph: { alignment: AlignmentType.BOTH, indent: FIRST_LINE } },
      {
        ...based('caption'),
        run: { font: font(FONTS.heading), size: POINTS.four * 2 },
        paragraph: { ...centred, keepNext: true },
      },
      { ...based('table'), ...tableText(POINTS.smallFour) },
      { ...based('smallTable'), ...tableText(POINTS.five) },
      { ...based('annexNumber'), run: { font: font(FONTS.heading) } },
      {
        ...based('annexTitle'),
        run: { font: font(FONTS.title), size: POINTS.two * 2 },
        paragraph: { ...centred, keepNext: true },
      },
      {
        ...based('imprint'),
        run: { size: POINTS.four * 2, characterSpacing: 0 },
        paragraph: { spacing: exactly(24) },
      },
    ],
    characterStyles: [{ ...STYLES.tableHead, quickFormat: true, run: { font: font(FONTS.heading) } }],
  };
}
