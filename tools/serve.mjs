/** Serves dist/ to Excel on this machine over HTTPS: `npm run serve`. */
import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import devCerts from 'office-addin-dev-certs';
import { staticFiles } from './static-files.mjs';

const DIST = path.join(import.meta.dirname, '..', 'dist');
const PORT = 3000;

if (!fs.existsSync(path.join(DIST, 'manifest.xml'))) {
  console.error('dist/ 中还没有加载项，请先运行 npm run build。');
  process.exit(1);
}
// Excel on the web fetches functions.json from its own site.
const answer = staticFiles(DIST, { 'Access-Control-Allow-Origin': '*' });
https.createServer(await devCerts.getHttpsServerOptions(), answer).listen(PORT, 'localhost', () => {
  console.log(`加载项已在 https://localhost:${PORT} 提供，按 Ctrl+C 停止。`);
});
