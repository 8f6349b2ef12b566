import http from 'node:http';
import { staticFiles } from '../static-files.mjs';
import { openBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { isFresh, markFresh } from './fresh.mjs';
import { at } from './place.mjs';

/** The port that a person can bookmark; another is taken when it is in use. */
const USUAL_PORT = 8100;
/** This machine alone: nobody on the network can reach the page. */
const HOST = '127.0.0.1';

/** Builds the workbench if its sources changed, serves it on this machine and opens the browser. */
export async function startWorkbench() {
  if (isFresh()) {
    console.log('一、网页工作台已是最新，不用重新生成。');
  } else {
    console.log('一、正在生成网页工作台，第一次约需半分钟……');
    const begun = Date.now();
    build('workbench');
    markFresh();
    console.log(`   已生成，用时${Math.round((Date.now() - begun) / 1000)}秒。`);
  }
  const server = http.createServer(staticFiles(at('dist', 'workbench')));
  const address = `http://${HOST}:${await listen(server)}/`;
  console.log(`二、网页工作台已打开：${address}`);
  console.log('   请在浏览器中访问这个地址（有浏览器的会自动打开）。只在本机提供，文件不会离开本机。');
  console.log('   不用服务器也可以：npm run build 后直接打开 dist/yl-workbench.html。按 Ctrl+C 停止。');
  // Ctrl+C comes twice, from the terminal and from npm: the second one must not end what the first has begun to end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(server));
  openBrowser(address);
}

/** Listens on the usual port, or on any that is free; gives the port. */
function listen(server) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      server.once('error', reject).listen(0, HOST);
    });
    server.once('listening', () => resolve(server.address().port)).listen(USUAL_PORT, HOST);
  });
}

function stop(server) {
  if (!server.listening) return;
  console.log('\n已停止。');
  server.close();
  server.closeAllConnections();
}
