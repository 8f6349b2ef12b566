import type { Finding } from '../../assessment';
import { readOpen, reasonOf } from './open-workbook';
import type { Pane } from './pane';

/** Shows what fixes would change, before anything is changed. */
export function showFixes(pane: Pane, findings: Finding[]): void {
  pane.store.set({ fixing: findings.filter(({ fix }) => fix) });
}

/** Makes the fixes that the person agreed to. */
export async function makeFixes(pane: Pane): Promise<void> {
  const { store, host } = pane;
  const fixes = (store.get().fixing ?? []).flatMap(({ fix }) => (fix ? [fix] : []));
  store.set({ fixing: undefined, busy: { what: '正在改正' }, notice: undefined });
  try {
    await host.setCells(
      fixes.map(({ source, value }) => ({ place: { sheet: source.sheet, cell: source.cell }, value })),
    );
    store.set({ notice: { intent: 'success', text: `已改正${fixes.length}处。` } });
    await readOpen(pane, { quietly: true });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '没有改正，单元格保持原样。请手工更改。') } });
  } finally {
    store.set({ busy: undefined });
  }
}
