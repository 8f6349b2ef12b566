import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { services, type Services } from '../../src/taskpane/services';
import { createPane, type Pane } from '../../src/taskpane/state/pane';
import { followEdits, readOpen } from '../../src/taskpane/state/open-workbook';
import type { PaneState } from '../../src/taskpane/state/pane-state';
import { openCard } from '../../src/taskpane/state/shown';
import { rangeText } from '../../src/taskpane/state/shown';
import type { Snapshot } from '../../src/workbook/snapshot';
import { rulebook, workbook, type SheetWritten } from '../intake/workbook';
import { MemoryHost } from './memory-host';
import { MemoryCollections } from './memory-collections';

const SAMPLES = join(__dirname, '../../assets/samples');

/** A sample workbook's bytes. */
export function sample(name: string): Uint8Array {
  return readFileSync(join(SAMPLES, name));
}

/** A self-assessment of three items: a self-score that differs, and a fact that is missing. */
export const SELF_ASSESSMENT: SheetWritten = {
  name: '自评表',
  rows: [
    ['县发改局2023年第三季度考评自评表'],
    ['填报单位:县发改局'],
    ['序号', '考评内容', '完成情况', '自评得分', '佐证材料'],
    ['二、3', '全面落实审批监管协同', '检查实施清单完善率100%,监管行为数据覆盖率78.6%。', 2, '附件1'],
    ['三、5', '深化推进“马上办好”', '承诺时限压缩比92%,即办件比例76%,平均跑动次数0.03次。', 3, '附件2'],
    ['二、10', '进一步规范评估评价', '评价覆盖率85%。', 2, '附件3'],
  ],
};

export interface Opened {
  pane: Pane;
  host: MemoryHost;
  /** What of the state is asked about, as it is now. */
  state(): PaneState;
  /** The total that is shown. */
  total(): string;
}

/** A pane over a workbook, before anything was read. */
export function paneOver(snapshot: Snapshot, changed: Partial<Services> = {}): Opened {
  const host = new MemoryHost(snapshot);
  const collections = new MemoryCollections();
  const pane = createPane(host, { ...services, collections, rulebook, today: () => '2023-10-16', ...changed });
  const state = () => pane.store.get();
  return { pane, host, state, total: () => rangeText(openCard(state())!.total) };
}

/** A pane that has read its workbook and follows edits. */
export async function openPane(...sheets: SheetWritten[]): Promise<Opened & { end(): Promise<void> }> {
  const opened = paneOver(workbook('自评表.xlsx', ...(sheets.length ? sheets : [SELF_ASSESSMENT])));
  await readOpen(opened.pane);
  return { ...opened, end: await followEdits(opened.pane) };
}

/** A picked file, as a page has it. */
export function picked(name: string, bytes = sample(name)) {
  return { name, size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer as ArrayBuffer };
}

export { readWorkbook };
