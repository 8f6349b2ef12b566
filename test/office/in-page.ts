import type { Page } from 'playwright-core';
import { HOST_INFO, RICH_API_MESSAGE, type Desktop } from './desktop';

declare global {
  interface Window {
    /** Carries a call of the library's to the test. */
    desktopExecute(call: number, parameters: unknown[]): Promise<[number, ...unknown[]]>;
    /** Hands an event to the library; undefined until it listens. */
    desktopHear?: (entry: unknown[]) => void;
  }
}

interface Facts {
  hostInfo: string;
  context: Record<string, string | number>;
  messages: number;
}

/** Runs in the page, before any script of its own: puts there what Excel on Windows puts into its web view. */
function install({ hostInfo, context, messages }: Facts): void {
  type Message = { toArray(): unknown[] };
  const getters = Object.entries(context).map(([name, value]) => [name, () => value] as const);
  const external = {
    GetHostInfo: () => hostInfo,
    GetContext: () => ({
      ...Object.fromEntries(getters),
      GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    }),
    Execute(call: number, parameters: unknown[], reply: (result: Message, status: number) => void) {
      void window.desktopExecute(call, parameters).then((answer) => reply({ toArray: () => answer }, answer[0]));
    },
    RegisterEvent(
      id: number,
      _target: string,
      hear: (id: number, message: Message) => void,
      done: (status: number) => void,
    ) {
      if (id === messages) window.desktopHear = (entry) => hear(id, { toArray: () => [entry] });
      setTimeout(() => done(0));
    },
    UnregisterEvent(_id: number, _target: string, done: (status: number) => void) {
      setTimeout(() => done(0));
    },
  };
  Object.defineProperty(window, 'external', { value: external });
}

/**
 * Makes a page one that Excel shows: what is opened in it works on the desktop's workbook, which stays in the test and
 * outlives the page.
 */
export async function showIn(page: Page, desktop: Desktop): Promise<void> {
  await page.exposeFunction('desktopExecute', (call: number, parameters: unknown[]) =>
    desktop.execute(call, parameters),
  );
  await page.addInitScript(install, { hostInfo: HOST_INFO, context: desktop.context(), messages: RICH_API_MESSAGE });
  desktop.listen((entry) => {
    // A page that is going away hears nothing more.
    if (!page.isClosed()) page.evaluate((each) => window.desktopHear?.(each), entry).catch(() => undefined);
  });
}
