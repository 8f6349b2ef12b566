import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** Serves the files of a folder to a browser on this machine. */
export async function serveFolder(folder: string): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const asked = normalize(new URL(request.url ?? '/', 'http://folder').pathname);
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    // A browser asks for an icon that a task pane has no use for.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    try {
      const content = readFileSync(join(folder, path));
      response.setHeader('Content-Type', `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`);
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
