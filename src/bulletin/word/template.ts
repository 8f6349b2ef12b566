import { patchDetector } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { defaultTemplate } from './default-template';
import { placeholder, PLACES, type PlaceKey } from './placeholders';
import { STYLES, type StyleKey } from './styles';

const KEYS = Object.keys(PLACES) as PlaceKey[];
const DOCUMENT = 'word/document.xml';
const STYLE_PART = 'word/styles.xml';
const IS_DOCUMENT = 'wordprocessingml.document.main+xml';
/** Far more than any template with a few pictures in it. */
const MOST_BYTES = 50_000_000;

/** A Word template, found fit for a bulletin. */
export interface Template {
  /** The page setup (w:sectPr) in force at its end. */
  section: string;
  /** It has a place for the imprint, which comes last. */
  hasImprint: boolean;
  /** Id of a style in the file. */
  style(key: StyleKey): string;
  /** The file, with all styles that a bulletin needs, and another page setup at its end. */
  withLastSection(section: string): Uint8Array;
}

type Parts = Record<string, Uint8Array>;

/** Opens a template; throws a Chinese sentence that says what is missing when no bulletin can be made with it. */
export async function openTemplate(bytes: Uint8Array): Promise<Template> {
  const parts = unzipped(bytes);
  const document = strFromU8(parts[DOCUMENT]);
  const places = await checkPlaces(bytes, document);
  const sections = document.replace(/<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/g, '').match(SECTION);
  if (!sections) throw new Error('模板中没有页面设置，请在Word或WPS中打开模板，重新保存后再试。');
  const { styles, ids } = await completeStyles(strFromU8(parts[STYLE_PART]));
  return {
    section: sections[sections.length - 1],
    hasImprint: places.includes('imprint'),
    style: (key) => ids[key],
    withLastSection: (section) =>
      zipSync({ ...parts, [DOCUMENT]: strToU8(replaceLast(document, section)), [STYLE_PART]: strToU8(styles) }),
  };
}

const SECTION = /<w:sectPr\b(?:[^>]*\/>|[\s\S]*?<\/w:sectPr>)/g;

function replaceLast(document: string, section: string): string {
  const start = document.lastIndexOf('<w:sectPr');
  const end = document.indexOf('</w:body>', start);
  return document.slice(0, start) + section + document.slice(end);
}

function unzipped(bytes: Uint8Array): Parts {
  const refuse = () => new Error('模板不是Word文档（.docx），或者文件已损坏。请在Word或WPS中另存为.docx后再试。');
  let parts: Parts;
  let size = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > MOST_BYTES) throw refuse();
        return !name.endsWith('/');
      },
    });
  } catch {
    throw refuse();
  }
  const types = parts['[Content_Types].xml'];
  if (!types || !parts[DOCUMENT] || !parts[STYLE_PART]) throw refuse();
  if (!strFromU8(types).includes(IS_DOCUMENT)) {
    throw new Error('模板是带宏的文档或模板格式（.docm、.dotx），请在Word或WPS中另存为.docx后再试。');
  }
  return parts;
}

/** Paragraphs of the body itself, not of tables and text boxes, as text. */
function bodyTexts(document: string): string[] {
  const inner = /<w:(tbl|txbxContent)>(?:(?!<w:\1>)[\s\S])*?<\/w:\1>/g;
  let body = document;
  for (let left = ''; left !== body;) [left, body] = [body, body.replace(inner, '')];
  const paragraphs = body.match(/<w:p(?:\s[^>]*)?>[\s\S]*?<\/w:p>/g) ?? [];
  return paragraphs.map((paragraph) => [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, t]) => t).join(''));
}

/** The places that a template has; throws a Chinese sentence where one is wanting or where it cannot be filled. */
async function checkPlaces(bytes: Uint8Array, document: string): Promise<PlaceKey[]> {
  const found = await patchDetector({ data: bytes, trimPlaceholders: true });
  const missing = KEYS.filter((key) => PLACES[key].required && !found.includes(PLACES[key].word));
  if (missing.length > 0) {
    const named = missing.map(placeholder).join('、');
    throw new Error(`模板缺少位置标记${named}，请在模板的相应位置补上，或从通报模板.docx重新改起。`);
  }
  const unknown = found.filter((word) => !KEYS.some((key) => PLACES[key].word === word));
  if (unknown.length > 0) {
    const named = unknown.map((word) => `{{${word}}}`).join('、');
    throw new Error(`模板中的位置标记${named}无法识别，可用的有${KEYS.map(placeholder).join('、')}。`);
  }
  const texts = bodyTexts(document).map((text) => text.replace(/\s/g, ''));
  for (const key of KEYS.filter((candidate) => PLACES[candidate].alone && found.includes(PLACES[candidate].word))) {
    const times = texts.filter((text) => text === placeholder(key)).length;
    if (times !== 1) {
      const wrong = times > 1 ? '出现了不止一次' : '没有单独成段';
      throw new Error(
        `模板中的位置标记${placeholder(key)}${wrong}，它应在正文中单独成一段，不放在表格、文本框或页眉页脚里，也只写一次。`,
      );
    }
  }
  const at = (key: PlaceKey) => texts.indexOf(placeholder(key));
  if (at('imprint') >= 0 && at('imprint') < at('annexes')) {
    throw new Error(
      `模板中的位置标记${placeholder('imprint')}应放在${placeholder('annexes')}之后，版记排在公文最后一面。`,
    );
  }
  return KEYS.filter((key) => found.includes(PLACES[key].word));
}

const STYLE = /<w:style\b[^>]*>[\s\S]*?<\/w:style>/g;
const idOf = (style: string) => /\bw:styleId="([^"]*)"/.exec(style)?.[1] ?? '';
const nameOf = (style: string) => (/<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? '').toLowerCase();

/**
 * Finds a bulletin's styles by their names, since Word and WPS give styles other ids when they save; those that the
 * template does not have are taken from the product's own.
 */
async function completeStyles(styles: string): Promise<{ styles: string; ids: Record<StyleKey, string> }> {
  const present = new Map((styles.match(STYLE) ?? []).map((style) => [nameOf(style), style]));
  const keys = Object.keys(STYLES) as StyleKey[];
  const missing = keys.filter((key) => !present.has(STYLES[key].name));
  const ids = Object.fromEntries(
    keys.map((key) => [key, idOf(present.get(STYLES[key].name) ?? '') || STYLES[key].id]),
  ) as Record<StyleKey, string>;
  if (missing.length === 0) return { styles, ids };

  const own = unzipSync(await defaultTemplate({ masthead: '通报', issuer: '通报', date: '通报' }));
  const parents = [...present.values()].find((style) =>
    /w:type="paragraph"[^>]*w:default="1"|w:default="1"[^>]*w:type="paragraph"/.test(style),
  );
  const parent = idOf(parents ?? '');
  const added = (strFromU8(own[STYLE_PART]).match(STYLE) ?? [])
    .filter((style) => missing.some((key) => STYLES[key].name === nameOf(style)))
    .map((style) =>
      style.replace(/<w:(?:basedOn|next) w:val="Normal"\/>/g, (tag) => (parent ? tag.replace('Normal', parent) : '')),
    );
  return { styles: styles.replace('</w:styles>', () => `${added.join('')}</w:styles>`), ids };
}
