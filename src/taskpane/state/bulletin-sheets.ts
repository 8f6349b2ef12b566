import { owned, ownSheet } from '../../score-workbook/own-sheets';
import { SHEETS } from '../../score-workbook/sheet-names';
import { readOpen, reasonOf } from './open-workbook';
import type { Pane } from './pane';
import { shown } from './shown';

const UNSEEN = '图表在这里不显示，另存副本后可用Excel或WPS查看。';
const WITHOUT_DATA = `写明“见${SHEETS.data}”的来源，请在“汇总”中写入工作表后查看。`;

/** Writes 通报 with its charts and 通报数据 into the open workbook, in place of those of last time. */
export async function writeBulletinSheets(pane: Pane): Promise<void> {
  const { store, host, services } = pane;
  const { bulletin } = store.get().bulletin;
  const assessment = shown(store.get());
  if (!bulletin || !assessment) return;
  store.set({ busy: { what: '正在写入工作表' }, notice: undefined });
  try {
    const sheets = await services.planBulletinSheets(bulletin, assessment);
    await host.writeSheets(owned(sheets));
    await readOpen(pane, { quietly: true });
    const { workbook } = store.get();
    const data = workbook.status === 'ready' && ownSheet(workbook.snapshot, SHEETS.data);
    const says = [
      `已写入${sheets.map(({ name }) => `“${name}”`).join('、')}。再次写入只更新这两张表。`,
      ...(host.showsCharts ? [] : [UNSEEN]),
      ...(data ? [] : [WITHOUT_DATA]),
    ];
    store.set({ notice: { intent: 'success', text: says.join('') } });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '没有写入，工作簿保持原样。请稍后重试。') } });
  } finally {
    store.set({ busy: undefined });
  }
}
