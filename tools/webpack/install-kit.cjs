'use strict';
const path = require('node:path');
const { escapeMarkup, hostAddress } = require('./addresses.cjs');

const SOURCE = path.resolve(__dirname, '..', '..', 'src', 'install');
const FILES = [
  'index.html',
  'nginx.conf',
  'web.config',
  'make-certificate.ps1',
  'trust-certificate.ps1',
  'trust-catalog.reg',
  'remove-catalog.reg',
];

/** What the shared folder with the manifest is called unless the build is told. */
const DEFAULT_CATALOG = '\\\\server\\yl-addin';
/** The catalog's key in the registry: the same in every build, so that a later kit can take an earlier one's away. */
const CATALOG_ID = '5d1b3a0e-6c1f-4a53-9a0c-3e2f8b7d9c41';

/** Checks the address of a shared folder; gives it without a closing backslash. */
function catalogAddress(catalog = DEFAULT_CATALOG) {
  if (!/^\\\\[^\\/:*?"<>|\s]+(\\[^\\/:*?"<>|\r\n]+)+\\?$/.test(catalog)) {
    throw new Error(`--env catalog=${catalog} 无效：请写共享文件夹的网络路径，例如 \\\\server\\yl-addin。`);
  }
  return catalog.replace(/\\$/, '');
}

/** How programs of Windows want their files: scripts with Chinese in them carry a mark of how they are encoded. */
function encoded(file, text) {
  if (file.endsWith('.reg')) return Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`, 'utf16le');
  if (file.endsWith('.ps1')) return Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`, 'utf8');
  return Buffer.from(text, 'utf8');
}

/** The files of the install kit, with the addresses of this build filled in. */
function installKit({ host, catalog } = {}) {
  const address = hostAddress(host);
  const url = new URL(address);
  const folder = catalogAddress(catalog);
  const words = {
    HOST: address,
    HOSTNAME: url.hostname,
    PORT: url.port || '443',
    PATH: url.pathname.replace(/\/+$/, ''),
    CATALOG: folder,
    CATALOG_ESCAPED: folder.replaceAll('\\', '\\\\'),
    CATALOG_ID,
  };
  const fill = (file, text) =>
    text.replace(/\{\{([A-Z_]+)\}\}/g, (_, name) => (file.endsWith('.html') ? escapeMarkup(words[name]) : words[name]));
  return FILES.map((file) => ({
    from: path.join(SOURCE, file),
    to: path.posix.join('install', file),
    // Scripts and pages go out as they are written.
    info: { minimized: true },
    transform: (content) => encoded(file, fill(file, content.toString())),
  }));
}

module.exports = { installKit };
