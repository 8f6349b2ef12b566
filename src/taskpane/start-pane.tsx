import { createRoot } from 'react-dom/client';
import type { WorkbookHost } from '../workbook/host';
import { services as shipped, type Services } from './services';
import { followEdits, readOpen } from './state/open-workbook';
import { keepCollection } from './state/keep-collection';
import { createPane } from './state/pane';
import { recall, remember } from './state/remember';
import { App } from './views/app';
import { NoWorkbook } from './views/no-workbook';
import { Themed } from './views/themed';

/**
 * Puts the pane into a page and begins to read the workbook; gives a function that takes it away again.
 * @param root an element of any document, also one inside a frame
 */
export function startPane(root: HTMLElement, host: WorkbookHost, services: Services = shipped): () => void {
  const pane = createPane(host, services);
  const reactRoot = createRoot(root);
  reactRoot.render(<App pane={pane} targetDocument={root.ownerDocument} />);
  const ends: (() => unknown)[] = [() => reactRoot.unmount()];
  void begin(pane, ends);
  return () => ends.splice(0).forEach((end) => void end());
}

async function begin(pane: ReturnType<typeof createPane>, ends: (() => unknown)[]): Promise<void> {
  await recall(pane);
  await readOpen(pane);
  ends.push(remember(pane));
  try {
    ends.push(await followEdits(pane));
  } catch {
    const text = '不能自动跟随单元格的改动，改动后请点“重新读取”。';
    pane.store.set({ notice: { intent: 'warning', text } });
  }
  ends.push(await keepCollection(pane));
}

/** Says in a page why there is no pane in it, and what to do. */
export function startWithoutWorkbook(root: HTMLElement, says: string): void {
  createRoot(root).render(
    <Themed targetDocument={root.ownerDocument}>
      <NoWorkbook says={says} />
    </Themed>,
  );
}
