/** Serves dist/ to Excel on this machine over HTTPS: `npm run serve`. */
import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import devCerts from 'office-addin-dev-certs';

const DIST = path.join(import.meta.dirname, '..', 'dist');
const PORT = 3000;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.md': 'text/plain; charset=utf-8',
};

/** The file that an address stands for; undefined if it would lie outside dist. */
function fileFor(address) {
  const file = path.join(DIST, decodeURIComponent(new URL(address, 'https://localhost').pathname));
  return file.startsWith(DIST + path.sep) ? file : undefined;
}

function answer(request, response) {
  let file;
  try {
    file = fileFor(request.url);
  } catch {
    file = undefined; // not an address at all
  }
  if (!file || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件。');
    return;
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  // Excel on the web fetches functions.json from its own site.
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
  fs.createReadStream(file).pipe(response);
}

if (!fs.existsSync(path.join(DIST, 'manifest.xml'))) {
  console.error('dist/ 中还没有加载项,请先运行 npm run build。');
  process.exit(1);
}
https.createServer(await devCerts.getHttpsServerOptions(), answer).listen(PORT, 'localhost', () => {
  console.log(`加载项已在 https://localhost:${PORT} 提供,按 Ctrl+C 停止。`);
});
