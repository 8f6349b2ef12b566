import type { Bulletin, BulletinOptions, NoticeOptions, PreviousScores } from '../bulletin';
import type { Assessment } from '../assessment';
import shipped from '../rulebook/default';
import type { ReadableRulebook } from '../rulebook/model';
import type { PlannedSheet, PlannedWorkbook } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import type { CollectionStore } from './kept-collections';

/** What the pane needs besides the workbook's host. What is heavy and not needed at first is loaded when it is used. */
export interface Services {
  rulebook: ReadableRulebook;
  /** Today, as ISO. */
  today(): string;
  /** Reads the bytes of a picked file; throws a Chinese sentence. */
  readWorkbook(bytes: Uint8Array, name: string): Promise<Snapshot>;
  planScoreWorkbook(assessment: Assessment, open?: Snapshot, earlier?: Snapshot): Promise<PlannedWorkbook>;
  writeWorkbook(planned: PlannedWorkbook): Promise<Uint8Array>;
  composeBulletin(assessment: Assessment, options: BulletinOptions): Promise<Bulletin>;
  /** @param template a Word file whose look is taken; throws a Chinese sentence when it cannot be used */
  renderWord(bulletin: Bulletin, template?: Uint8Array): Promise<Uint8Array>;
  /** 通报 with its charts, and 通报数据, where each figure of a bulletin comes from. */
  planBulletinSheets(bulletin: Bulletin, assessment: Assessment): Promise<PlannedSheet[]>;
  /** The notices of lost points as one Word file, a page for each unit. */
  renderNotices(assessment: Assessment, options: NoticeOptions): Promise<Uint8Array>;
  /** An earlier quarter's result, from its score workbook or JSON; throws a Chinese sentence when it is none. */
  readPrevious(bytes: Uint8Array, name: string): Promise<PreviousScores>;
  /** Where collected files outlive the pane. */
  collections: CollectionStore;
  /** What the open workbook holds of the latest quarter before; undefined when it holds none. */
  previousIn(open: Snapshot, quarter: string): Promise<PreviousScores | undefined>;
  /** Hex digest of a file's bytes; empty where the page may not compute it. */
  sha256(bytes: Uint8Array): Promise<string>;
}

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // Pages that were not served over https have no crypto.subtle; the digest only helps to tell files apart.
  if (!globalThis.crypto?.subtle) return '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The services as the product ships them. */
export const services: Services = {
  rulebook: shipped,
  today,
  readWorkbook: async (bytes, name) => (await import('../hosts/file/read-workbook')).readWorkbook(bytes, name),
  planScoreWorkbook: async (assessment, open, earlier) =>
    (await import('../score-workbook/plan')).planScoreWorkbook(assessment, open, earlier),
  writeWorkbook: async (planned) => (await import('../hosts/file/write-workbook')).writeWorkbook(planned),
  composeBulletin: async (assessment, options) => (await import('../bulletin')).composeBulletin(assessment, options),
  renderWord: async (bulletin, template) => (await import('../bulletin/word')).renderWord(bulletin, template),
  planBulletinSheets: async (bulletin, assessment) => {
    const [{ charts, figures }, { bulletinSheets }] = await Promise.all([
      import('../bulletin'),
      import('../score-workbook/bulletin-sheet'),
    ]);
    return bulletinSheets(figures(bulletin), charts(bulletin), assessment);
  },
  renderNotices: async (assessment, options) => {
    const [{ composeNotices }, { renderNotices }] = await Promise.all([
      import('../bulletin'),
      import('../bulletin/word/notices'),
    ]);
    return renderNotices(composeNotices(assessment, options));
  },
  readPrevious: async (bytes, name) => {
    const { parsePreviousScores, previousFromWorkbook } = await import('../bulletin');
    if (/\.json$/i.test(name)) return parsePreviousScores(new TextDecoder().decode(bytes), shipped);
    return previousFromWorkbook((await import('../hosts/file/read-workbook')).readWorkbook(bytes, name), shipped);
  },
  collections: {
    load: async (id) => (await import('./kept-collections')).keptCollections.load(id),
    keep: async (id, change) => (await import('./kept-collections')).keptCollections.keep(id, change),
    clear: async () => (await import('./kept-collections')).keptCollections.clear(),
  },
  previousIn: async (open, quarter) => {
    const { previousFromWorkbook, quarterBefore } = await import('../bulletin');
    try {
      return quarterBefore(open, quarter) ? previousFromWorkbook(open, shipped, quarter) : undefined;
    } catch {
      // Not computed yet, or half deleted: nobody asked for it, so it must not stop the bulletin.
      return undefined;
    }
  },
  sha256,
};
