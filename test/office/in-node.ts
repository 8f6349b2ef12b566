import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Desktop } from './desktop';

const FOLDER = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const ADDRESS = 'https://addin.example/';

/** Names of the page that the library asks for while it loads. */
function page(run: (address: string) => void): Record<string, unknown> {
  const store = new Map<string, string>();
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
    key: (index: number) => [...store.keys()][index],
    get length() {
      return store.size;
    },
  };
  const head = {
    appendChild(script: { src: string; onload?: () => void }) {
      setImmediate(() => {
        run(script.src);
        script.onload?.();
      });
    },
  };
  const entry = { src: `${ADDRESS}office.js`, getAttribute: () => null };
  return {
    name: '',
    location: new URL(`${ADDRESS}taskpane.html`),
    history: {},
    navigator: { userAgent: 'node', language: 'zh-CN' },
    sessionStorage: storage,
    localStorage: storage,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    document: {
      readyState: 'complete',
      head,
      body: { appendChild: () => undefined },
      domain: 'addin.example',
      URL: `${ADDRESS}taskpane.html`,
      cookie: '',
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      getElementsByTagName: (tag: string) => (tag === 'script' ? [entry] : tag === 'head' ? [head] : []),
      createElement: () => ({ setAttribute: () => undefined, style: {} }),
      querySelectorAll: () => [],
      getElementById: () => null,
    },
  };
}

export interface Library {
  Office: typeof Office;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
}

/** Runs Microsoft's library, as it is, in Node, in a page of its own. */
export async function loadLibrary(desktop: Desktop): Promise<Library> {
  const run = (address: string) => {
    const file = path.join(FOLDER, address.slice(ADDRESS.length));
    vm.runInContext(fs.readFileSync(file, 'utf8'), context, { filename: file });
  };
  const context = vm.createContext({
    ...page(run),
    external: desktop.external(),
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    Event,
  });
  vm.runInContext('var window = globalThis, self = globalThis, parent = globalThis, top = globalThis;', context);
  run(`${ADDRESS}office.js`);
  const library = context as unknown as Library;
  await library.Office.onReady();
  return library;
}
