import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../office/serve-folder';

const PAGE = `<!doctype html>
<meta charset="utf-8" />
<link rel="stylesheet" href="page.css" />
<style>html, body, #grid { height: 100%; margin: 0; }</style>
<div id="grid"></div>
<script src="page.js"></script>`;

/** Serves a page that holds the grid and its host. */
export async function serveGrid(): Promise<{ address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'yl-grid-'));
  await build({
    entryPoints: [join(__dirname, 'page.ts')],
    bundle: true,
    outdir: folder,
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), PAGE);
  const { address, close } = await serveFolder(folder);
  return {
    address,
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
