import { marksFor } from '../../score-workbook/finding-marks';
import { reasonOf } from './open-workbook';
import type { Pane } from './pane';
import { findingsOf, openAssessment, openCard } from './shown';

/** Marks the cells of the person's that findings are about. */
export async function markCells(pane: Pane): Promise<void> {
  const { store, host } = pane;
  const state = store.get();
  const assessment = openAssessment(state);
  if (!assessment) return;
  const marks = marksFor(findingsOf(assessment, openCard(state)?.unit));
  store.set({ busy: { what: '正在标记' }, notice: undefined });
  try {
    await host.mark(marks);
    store.set({ marked: true, notice: { intent: 'success', text: `已标记${marks.length}个单元格。可随时一次取消。` } });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '没有标记，单元格保持原样。') } });
  } finally {
    store.set({ busy: undefined });
  }
}

/** Takes every mark back. */
export async function unmarkCells(pane: Pane): Promise<void> {
  const { store, host } = pane;
  store.set({ busy: { what: '正在取消标记' }, notice: undefined });
  try {
    await host.unmark();
    store.set({ marked: false, notice: { intent: 'success', text: '标记已全部取消，单元格恢复原样。' } });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '标记没有取消，请重试。') } });
  } finally {
    store.set({ busy: undefined });
  }
}
