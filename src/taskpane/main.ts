import { openExcel } from '../hosts/excel/excel-host';
import { HostError, type WorkbookHost } from '../workbook/host';
import { startPane, startWithoutWorkbook } from './start-pane';

const root = document.querySelector<HTMLElement>('#pane')!;

async function open(): Promise<WorkbookHost> {
  // What reads merged areas out of the saved bytes is only loaded once there is an Excel.
  return openExcel(async (bytes) => (await import('../hosts/file/read-frame')).readFrame(bytes));
}

open().then(
  (host) => startPane(root, host),
  (error: unknown) =>
    startWithoutWorkbook(
      root,
      error instanceof HostError ? error.message : '没有连接到Excel。请关闭考评窗格后重新打开。',
    ),
);
