import { startPane } from '../../../src/taskpane/start-pane';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import { MemoryHost } from '../../taskpane/memory-host';

/** The page under test: the shipped pane over a workbook that the test hands in as bytes. */
declare global {
  interface Window {
    openPane(bytes: number[], name: string, settings?: [string, string][]): MemoryHost;
    host: MemoryHost;
    closePane(): void;
  }
}

window.openPane = (bytes, name, settings = []) => {
  const host = new MemoryHost(readWorkbook(new Uint8Array(bytes), name));
  for (const [key, value] of settings) host.settings.set(key, value);
  window.host = host;
  window.closePane = startPane(document.querySelector<HTMLElement>('#pane')!, host);
  return host;
};
