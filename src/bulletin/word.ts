import { Paragraph, patchDocument, PatchType, TextRun, type FileChild, type IPatch } from 'docx';
import type { Annex, Bulletin } from './model';
import { annexList, imprintPage } from './word/back';
import { blank, wordBlocks } from './word/blocks';
import { defaultTemplate } from './word/default-template';
import { markLines, titleLines } from './word/front';
import { PLACES, type PlaceKey } from './word/placeholders';
import { annexSection, imprintSection, SectionEnd, textHeight, textWidth } from './word/section';
import type { Look } from './word/styles';
import { openTemplate } from './word/template';

/**
 * The bulletin as a Word file in the form of GB/T 9704-2012.
 * @param template a Word file with places for the content, whose look is taken instead; throws a Chinese sentence when
 * it cannot be used
 */
export async function renderWord(bulletin: Bulletin, template?: Uint8Array): Promise<Uint8Array> {
  const { annexes } = bulletin;
  const { section, style, hasImprint, withLastSection } = await openTemplate(
    template ?? (await defaultTemplate(bulletin)),
  );
  // A section's page setup stands at its end: the template's own ends the body, what comes last has the document's end.
  const sections = [
    section,
    ...annexes.map(({ wide }) => annexSection(section, wide)),
    ...(hasImprint ? [imprintSection(section)] : []),
  ];
  const looks = sections.map((one): Look => ({ width: textWidth(one), style }));
  const last = sections.length - 1;
  const patches: Record<PlaceKey, IPatch> = {
    masthead: inline(...markLines(bulletin.masthead)),
    number: inline(bulletin.number ?? ''),
    title: inline(...titleLines(bulletin.title)),
    recipients: inline(bulletin.recipients),
    annexList: whole(annexList(bulletin, looks[0])),
    issuer: inline(bulletin.issuer),
    date: inline(bulletin.date),
    imprint: whole([
      new SectionEnd(sections[annexes.length]),
      imprintPage(bulletin, looks[last], textHeight(sections[last])),
    ]),
    // The library goes through all that is there for each place that it looks for, so what is long comes last.
    body: whole(wordBlocks(bulletin.body, looks[0], true)),
    annexes: whole(
      annexes.flatMap((annex, index) => [
        new SectionEnd(sections[index]),
        ...annexPages(annex, annexes.length > 1 ? index + 1 : undefined, looks[index + 1]),
      ]),
    ),
  };
  return patchDocument({
    outputType: 'uint8array',
    data: withLastSection(sections[last]),
    patches: Object.fromEntries(Object.entries(patches).map(([key, patch]) => [PLACES[key as PlaceKey].word, patch])),
    trimPlaceholders: true,
    properties: { title: bulletin.title, creator: bulletin.issuer, lastModifiedBy: bulletin.issuer },
  });
}

/** Words in the look of the place that they fill. */
function inline(...lines: string[]): IPatch {
  return {
    type: PatchType.PARAGRAPH,
    children: lines.map((text, index) => new TextRun({ text, break: index > 0 ? 1 : 0 })),
  };
}

function whole(children: FileChild[]): IPatch {
  return { type: PatchType.DOCUMENT, children };
}

/** An annex starts a page: its number, if there are several, on the first line, its title on the third. */
function annexPages(annex: Annex, number: number | undefined, look: Look): FileChild[] {
  return [
    new Paragraph({ style: look.style('annexNumber'), children: [new TextRun(`附件${number ?? ''}`)] }),
    blank(),
    new Paragraph({ style: look.style('annexTitle'), keepNext: true, children: [new TextRun(annex.title)] }),
    blank(),
    ...wordBlocks(annex.blocks, look),
  ];
}
