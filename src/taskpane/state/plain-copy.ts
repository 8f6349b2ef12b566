import type { PlannedCell, PlannedWorkbook } from '../../workbook/planned-write';
import type { Pane } from './pane';
import { shown } from './shown';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function plainCell({ formula, cached, ...cell }: PlannedCell): PlannedCell {
  if (formula === undefined) return cell;
  return { ...cell, value: typeof cached === 'object' ? (cached?.error ?? null) : cached };
}

/** The same sheets with the formulas' results in their place. */
export function plainWorkbook(planned: PlannedWorkbook): PlannedWorkbook {
  return { ...planned, sheets: planned.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(plainCell) })) };
}

/** A score workbook for people who do not have the add-in. */
export async function makePlainCopy(pane: Pane): Promise<void> {
  const { store, services } = pane;
  const assessment = shown(store.get());
  const { workbook } = store.get();
  if (!assessment) return;
  store.set({ busy: { what: '正在生成副本' }, notice: undefined });
  try {
    const earlier = workbook.status === 'ready' ? workbook.snapshot : undefined;
    const planned = await services.planScoreWorkbook(assessment, undefined, earlier);
    const bytes = await services.writeWorkbook(plainWorkbook(planned));
    store.set({ made: { name: `得分表（数值）${assessment.quarter}.xlsx`, bytes, type: EXCEL } });
  } catch {
    store.set({ notice: { intent: 'error', text: '副本没有生成，请重试。' } });
  } finally {
    store.set({ busy: undefined });
  }
}
