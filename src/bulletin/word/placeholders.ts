import type { Bulletin } from '../model';

/** A place in a template that the bulletin fills. */
interface Place {
  /** The word between the braces. */
  word: string;
  required: boolean;
  /** Filled with whole paragraphs and tables: it must be a paragraph of the body by itself. */
  alone: boolean;
}

export type PlaceKey =
  | keyof Pick<Bulletin, 'masthead' | 'number' | 'title' | 'recipients' | 'body' | 'annexes' | 'issuer' | 'date'>
  | 'annexList'
  | 'imprint';

/** What a template may leave out is what an office may have set for good in its own words. */
export const PLACES: Record<PlaceKey, Place> = {
  masthead: { word: '发文机关标志', required: false, alone: false },
  number: { word: '发文字号', required: false, alone: false },
  title: { word: '标题', required: true, alone: false },
  recipients: { word: '主送机关', required: false, alone: false },
  body: { word: '正文', required: true, alone: true },
  annexList: { word: '附件说明', required: true, alone: true },
  issuer: { word: '发文机关', required: false, alone: false },
  date: { word: '成文日期', required: true, alone: false },
  annexes: { word: '附件', required: true, alone: true },
  imprint: { word: '版记', required: false, alone: true },
};

/** A place as it stands in a template: {{标题}} */
export function placeholder(key: PlaceKey): string {
  return `{{${PLACES[key].word}}}`;
}
