import fs from 'node:fs';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.md': 'text/plain; charset=utf-8',
};

/** The file that an address stands for; undefined if it would lie outside the folder. */
function fileFor(folder, address) {
  const { pathname } = new URL(address, 'http://localhost');
  const file = path.join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/** Answers requests with the files of a folder, and with nothing else. */
export function staticFiles(folder, headers = {}) {
  return (request, response) => {
    let file;
    try {
      file = fileFor(folder, request.url);
    } catch {
      file = undefined; // not an address at all
    }
    if (!file || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件。');
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
    fs.createReadStream(file).pipe(response);
  };
}
