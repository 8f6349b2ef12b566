import fs from 'node:fs';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { installKit } from '../../tools/webpack/install-kit.cjs';
import { shippedFiles } from './shipped-files';

const HOST = 'https://kaoping.yiliang.example:8443/yl';
const CATALOG = '\\\\fs01\\政务 考评$';

function kit(options: { host?: string; catalog?: string }): Map<string, string> {
  return new Map(
    installKit(options).map(({ from, to, transform }) => {
      const bytes = transform(fs.readFileSync(from));
      return [path.basename(to), bytes.toString(to.endsWith('.reg') ? 'utf16le' : 'utf8')];
    }),
  );
}

const filled = kit({ host: HOST, catalog: CATALOG });
const file = (name: string) => filled.get(name)!;
const page = file('index.html');

test('all of the kit is in the build, and nothing in its folder is left out', () => {
  const folder = path.join(__dirname, '../../src/install');
  expect([...filled.keys()].sort()).toEqual(fs.readdirSync(folder).sort());
  const shipped = shippedFiles();
  for (const name of filled.keys()) expect(shipped).toContain(`install/${name}`);
});

test('no place is left to be filled in', () => {
  for (const [name, text] of filled)
    expect([name, /\{\{[A-Z_]+\}\}|undefined/.exec(text)?.[0]]).toEqual([name, undefined]);
});

test('every file names the address that the manifest is built with', () => {
  expect(page).toContain(`<code>${HOST}</code>`);
  expect(page).toContain(`${HOST}/taskpane.html`);
  expect(file('nginx.conf')).toMatch(/listen 8443 ssl;\s+server_name kaoping\.yiliang\.example;/);
  expect(file('nginx.conf')).toContain('location /yl/ {');
  expect(file('make-certificate.ps1')).toContain("-DnsName 'kaoping.yiliang.example'");
  expect(kit({ host: 'https://kaoping.example' }).get('nginx.conf')).toMatch(/listen 443 ssl;[^]*location \/ \{/);
});

test('an address with & in it is written as pages want it, and as the registry wants it', () => {
  const files = kit({ host: 'https://kaoping.example/a&b', catalog: '\\\\fs01\\政务&考评' });
  expect(files.get('index.html')).toContain('<code>https://kaoping.example/a&amp;b</code>');
  expect(files.get('index.html')).toContain('<code>\\\\fs01\\政务&amp;考评</code>');
  expect(files.get('trust-catalog.reg')).toContain('政务&考评"');
});

test('the registry gets the shared folder, and loses just that again', () => {
  const keys = ['trust-catalog.reg', 'remove-catalog.reg'].map(
    (name) => /^\[-?(HKEY_[^\]]+)\]\r$/m.exec(file(name))?.[1],
  );
  expect(keys[0]).toMatch(/\\WEF\\TrustedCatalogs\\\{[0-9a-f-]{36}\}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(file('trust-catalog.reg')).toContain('"Url"="\\\\\\\\fs01\\\\政务 考评$"\r\n"Flags"=dword:00000001\r\n');
  expect(file('remove-catalog.reg')).toContain('[-HKEY_CURRENT_USER');
  for (const name of ['trust-catalog.reg', 'remove-catalog.reg']) {
    expect(file(name)).toMatch(/^\ufeffWindows Registry Editor Version 5\.00\r\n/);
  }
});

test('scripts with Chinese in them say how they are encoded, which Windows PowerShell wants', () => {
  for (const name of filled.keys()) if (name.endsWith('.ps1')) expect(file(name)[0]).toBe('\ufeff');
});

test.each(['fs01\\yl', 'https://fs01/yl', '\\\\fs01', '\\\\fs01\\a"b', '\\\\fs01\\a\nb', ''])(
  'refuses %p as a shared folder, with an example of a good one',
  (catalog) => {
    expect(() => installKit({ catalog })).toThrow(/无效：请写共享文件夹的网络路径/);
  },
);

test('the configuration of IIS is well-formed', () => {
  expect(XMLValidator.validate(file('web.config'))).toBe(true);
});

test('the page leads to each of the other files, and says what has not been tried and what is not supported', () => {
  const linked = [...page.matchAll(/href="([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(linked)].sort()).toEqual([...filled.keys()].filter((name) => name !== 'index.html').sort());
  expect(page).toContain('没有实际安装验证过');
  expect(page).toContain('不支持用于正式环境');
  expect(page).toContain('集中部署（微软支持的方式）');
  expect(page).toContain(CATALOG);
});
