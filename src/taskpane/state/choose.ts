import type { Severity, Source } from '../../assessment';
import { composeAgain } from './bulletin';
import { showFixes } from './fixes';
import type { NextStep } from './next-steps';
import { assessAgain, reasonOf } from './open-workbook';
import type { Pane } from './pane';
import type { Collection, PaneState, View } from './pane-state';
import { findingsOf, openAssessment, openCard } from './shown';

/** Small choices of the person's: what to look at, whose, up to when. */

export function goTo(pane: Pane, view: View): void {
  pane.store.set({ view, notice: undefined, trying: undefined });
  if (view === 'bulletin') void composeAgain(pane);
}

/** Shows an item of 核对, opened. */
export function goToItem(pane: Pane, item: string): void {
  pane.store.set({ view: 'check', checkShows: 'items', openItem: item, notice: undefined });
}

export function chooseUnit(pane: Pane, unit: string): void {
  pane.store.set({ unit, openItem: undefined });
  void assessAgain(pane);
}

export function chooseQuarter(pane: Pane, quarter: string): void {
  pane.store.set(({ collection }) => ({
    quarter,
    quarterChosen: true,
    collection: { ...collection, written: false },
  }));
  void assessAgain(pane);
}

export function toggleItem(pane: Pane, item: string): void {
  pane.store.set(({ openItem }) => ({ openItem: openItem === item ? undefined : item }));
}

export function toggleSeverity(pane: Pane, severity: Severity): void {
  pane.store.set(({ severities }) => ({
    severities: severities.includes(severity)
      ? severities.filter((each) => each !== severity)
      : [...severities, severity],
  }));
}

export function set(
  pane: Pane,
  change: Partial<
    Pick<
      PaneState,
      | 'checkShows'
      | 'improveShows'
      | 'settleShows'
      | 'settleUnit'
      | 'rulesShow'
      | 'search'
      | 'openItem'
      | 'fixing'
      | 'notice'
      | 'made'
      | 'figure'
    >
  >,
): void {
  pane.store.set(change);
}

/** The first cell or block of a source that may name several. */
function firstPlace({ cell }: Source): string {
  return cell.split(/[,，]/)[0].trim();
}

/** Goes to a cell in the grid. */
export async function showCell(pane: Pane, source: Source): Promise<void> {
  try {
    await pane.host.select({ sheet: source.sheet, cell: firstPlace(source) });
  } catch (error) {
    const text = reasonOf(error, `没有找到“${source.sheet}”的${source.cell}，工作表可能已改名或删除。请重新读取。`);
    pane.store.set({ notice: { intent: 'error', text } });
  }
}

/** Whether a source stands in the open workbook, so that the grid can show it. */
export function isOpen({ workbook }: PaneState, source: Source): boolean {
  if (workbook.status !== 'ready') return false;
  const { file, sheets } = workbook.snapshot;
  return source.file === file && sheets.some(({ name }) => name === source.sheet);
}

/** Leads to where a next step is done. */
export function takeStep(pane: Pane, kind: NextStep['kind']): void {
  const state = pane.store.get();
  const assessment = openAssessment(state);
  if (!assessment) return;
  if (kind === 'fix') return showFixes(pane, findingsOf(assessment, openCard(state)?.unit));
  if (kind === 'report') return goTo(pane, 'improve');
  if (kind === 'questions') return set(pane, { checkShows: 'questions' });
  pane.store.set({ checkShows: 'findings', severities: [kind === 'errors' ? 'error' : 'warning'] });
}

/** Shows an item of a unit: in 汇总 where it was collected, otherwise in 核对. */
export function goToUnitItem(pane: Pane, unit: string, item: string | undefined): void {
  const { collection } = pane.store.get();
  if (!collection.assessment?.scorecards.some((card) => card.unit === unit)) {
    pane.store.set({ unit });
    return item ? goToItem(pane, item) : goTo(pane, 'check');
  }
  goTo(pane, 'collect');
  showCollected(pane, { unit, openItem: item });
}

/** Shows an item in the rulebook. */
export function lookUpItem(pane: Pane, item: string): void {
  goTo(pane, 'rules');
  pane.store.set({ rulesShow: 'rulebook', search: item });
}

/** Shows a reading among the 口径. */
export function lookUpReading(pane: Pane, reading: string): void {
  goTo(pane, 'rules');
  pane.store.set({ rulesShow: 'readings', search: reading });
}

/** What 汇总 shows. */
export function showCollected(pane: Pane, change: Partial<Pick<Collection, 'shows' | 'unit' | 'openItem'>>): void {
  pane.store.set(({ collection }) => ({ collection: { ...collection, ...change } }));
}
