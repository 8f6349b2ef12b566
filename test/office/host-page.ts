import { openExcel } from '../../src/hosts/excel/excel-host';
import { HostError, type CellChange, type WorkbookHost } from '../../src/workbook/host';

/** A page with nothing in it but the host, for a test to call: bundled and served beside Microsoft's library. */
declare global {
  interface Window {
    /** Calls a method of the host; what it throws comes back as an answer, since errors lose their class on the way. */
    callHost(method: keyof WorkbookHost, args: unknown[]): Promise<{ value?: unknown; failure?: string }>;
    followChanges(): Promise<void>;
    endFollowing(): Promise<void>;
    /** Hands a change to the test. */
    tellChange(change: CellChange): void;
  }
}

const opened = openExcel();
let end: (() => Promise<void>) | undefined;

window.callHost = async (method, args) => {
  try {
    const host = await opened;
    return { value: await (host[method] as (...args: unknown[]) => Promise<unknown>).apply(host, args) };
  } catch (error) {
    if (error instanceof HostError) return { failure: error.message };
    throw error;
  }
};
window.followChanges = async () => {
  end = await (await opened).onChange((change) => window.tellChange(change));
};
window.endFollowing = async () => end?.();
