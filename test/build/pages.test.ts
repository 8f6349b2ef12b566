import fs from 'node:fs';
import path from 'node:path';
import type { Configuration } from 'webpack';

const ROOT = path.join(__dirname, '..', '..');
const OWN = 'office-js/';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const CHINA = 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/';

interface Plugin {
  userOptions?: { template: string; filename: string; officeJs?: string; contentSecurityPolicy?: string };
  patterns?: { from: string; to?: string }[];
}

function pagesOf(env: object) {
  const configure: (env: object, argv: object) => Configuration[] = jest.requireActual(
    path.join(ROOT, 'webpack.config.js'),
  );
  const { plugins } = configure(env, {}).find(({ name }) => name === 'pages')!;
  const all = plugins as unknown as Plugin[];
  return {
    pages: all.flatMap(({ userOptions }) => (userOptions ? [userOptions] : [])),
    copied: all.flatMap(({ patterns }) => patterns ?? []).map(({ from, to }) => to ?? path.basename(from)),
  };
}

test('every page that ships has a policy on what it may load', () => {
  const sources = (fs.readdirSync(path.join(ROOT, 'src'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.html'))
    .map((name) => path.join(ROOT, 'src', name));
  expect(sources.length).toBeGreaterThan(3);
  for (const source of sources) {
    const html = fs.readFileSync(source, 'utf8');
    expect([source, /<meta\s+http-equiv="Content-Security-Policy"\s+content="[^"]+"/.test(html)]).toEqual([
      source,
      true,
    ]);
  }
  for (const { filename, contentSecurityPolicy } of pagesOf({}).pages) {
    expect([filename, contentSecurityPolicy]).toEqual([filename, expect.stringMatching(/default-src '(self|none)'/)]);
  }
});

test.each([
  [undefined, OWN, "script-src 'self'"],
  ['local', OWN, "script-src 'self'"],
  ['cdn', CDN, "script-src 'self' https://appsforoffice.microsoft.com"],
  ['21vianet', CHINA, "script-src 'self' https://appsforoffice.cdn.partner.office365.cn"],
])('--env officejs=%s: pages load the library from %s, and may', (officejs, address, scripts) => {
  const { pages, copied } = pagesOf({ officejs });
  for (const { filename, officeJs, contentSecurityPolicy } of pages) {
    expect([filename, officeJs]).toEqual([filename, address]);
    expect(contentSecurityPolicy!.split('; ')).toContain(scripts);
  }
  // What Microsoft serves need not be shipped, and what the build serves must.
  expect(copied.includes('office-js/office.js')).toBe(address === OWN);
  expect(copied.includes('office-js/LICENSE.md')).toBe(address === OWN);
});

test('an unknown choice is refused before anything is built', () => {
  expect(() => pagesOf({ officejs: 'unpkg' })).toThrow(/local、cdn、21vianet/);
});
