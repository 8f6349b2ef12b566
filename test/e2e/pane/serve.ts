import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy } from '../../../tools/webpack/addresses.cjs';

const RULEBOOK_MODULE = require.resolve('../../../tools/rulebook-module.cjs');

/** The rulebook as the build has it; made in a process of its own, since the test runner has its own way with modules. */
function rulebookModule(file: string): string {
  const make = 'const [, tool, file] = process.argv; process.stdout.write(require(tool).rulebookModule(file))';
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
  return execFileSync(process.execPath, ['-e', make, RULEBOOK_MODULE, file], options);
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('office-js/')}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>宜良政务环境考评</title>
    <link rel="icon" href="data:," />
    <style>html, body, #pane { height: 100%; margin: 0; }</style>
    <script type="module" src="page.js"></script>
  </head>
  <body><div id="pane"></div></body>
</html>`;

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };

/** Builds the page and serves it, with the policy that shipped pages have. */
export async function servePane(): Promise<{ address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'yl-pane-'));
  await build({
    entryPoints: [join(__dirname, 'page.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: folder,
    target: 'es2020',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { exceljs: require.resolve('exceljs/dist/exceljs.min.js') },
    plugins: [
      {
        name: 'rulebook',
        setup({ onLoad }) {
          onLoad({ filter: /rulebook\.yaml$/ }, ({ path }) => ({ contents: rulebookModule(path), loader: 'js' }));
        },
      },
    ],
  });
  writeFileSync(join(folder, 'index.html'), PAGE);
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://pane').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    try {
      const content = readFileSync(file);
      response.setHeader('Content-Type', `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`);
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
