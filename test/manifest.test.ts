import fs from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { shippedFiles } from './build/shipped-files';

const ROOT = path.join(__dirname, '..');
const HOST = 'https://localhost:3000/';
const text = fs.readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** One element of the manifest, in the order of the file. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  parent?: Element;
}

/** All elements, outermost first; prefixes are kept. */
function elements(): Element[] {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
  const found: Element[] = [];
  type Node = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };
  const walk = (nodes: Node[], parent?: Element): void => {
    for (const node of nodes) {
      const name = Object.keys(node).find((key) => key !== ':@')!;
      if (name.startsWith('#') || name.startsWith('?')) continue;
      const children = node[name] as Node[];
      const inner = children.map((child) => child['#text'] ?? '').join('');
      const element: Element = { name, attributes: node[':@'] ?? {}, text: String(inner), parent };
      found.push(element);
      walk(children, element);
    }
  };
  walk(parser.parse(text) as Node[]);
  return found;
}

const all = elements();
const named = (name: string) => all.filter((element) => element.name === name);
const only = (name: string) => {
  const [first, ...others] = named(name);
  expect(others).toEqual([]);
  return first;
};
const within = (element: Element, name: string): boolean =>
  element.parent !== undefined && (element.parent.name === name || within(element.parent, name));
const resources = all.filter(({ name, attributes }) => /^bt:(Image|Url|String)$/.test(name) && attributes.id);
const resource = (id: string) => resources.find(({ attributes }) => attributes.id === id)?.attributes.DefaultValue;

test('is well-formed XML', () => {
  expect(XMLValidator.validate(text)).toBe(true);
});

test('every resource that is asked for exists once, and every resource is asked for', () => {
  const ids = resources.map(({ attributes }) => attributes.id);
  const asked = new Set(all.flatMap(({ attributes }) => (attributes.resid ? [attributes.resid] : [])));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...asked].sort()).toEqual([...ids].sort());
});

test('each resource is of the kind that its user needs', () => {
  const kinds: Record<string, string> = {
    SourceLocation: 'bt:Urls',
    LearnMoreUrl: 'bt:Urls',
    'bt:Image': 'bt:Images',
    Namespace: 'bt:ShortStrings',
    Label: 'bt:ShortStrings',
    Title: 'bt:ShortStrings',
    Description: 'bt:LongStrings',
  };
  for (const { name, attributes } of all.filter((element) => element.attributes.resid)) {
    const found = resources.find((each) => each.attributes.id === attributes.resid);
    expect([name, attributes.resid, found?.parent?.name]).toEqual([name, attributes.resid, kinds[name]]);
  }
});

test('every address is ours, over https, and its file is in the build', () => {
  const shipped = new Set(shippedFiles());
  const addresses = all
    .flatMap(({ attributes }) => Object.values(attributes))
    .filter((value) => /^https?:\/\/(?!schemas\.|www\.w3)/.test(value));
  expect(addresses.length).toBeGreaterThan(8);
  const missing = addresses.filter((address) => !address.startsWith(HOST) || !shipped.has(address.slice(HOST.length)));
  expect(missing).toEqual([]);
});

test("texts keep within Microsoft's limits", () => {
  for (const { parent, attributes } of resources) {
    const limit = parent?.name === 'bt:ShortStrings' ? 125 : parent?.name === 'bt:LongStrings' ? 250 : 2048;
    expect(attributes.DefaultValue.length).toBeGreaterThan(0);
    expect(attributes.DefaultValue.length).toBeLessThanOrEqual(limit);
    expect(attributes.id.length).toBeLessThanOrEqual(32);
  }
  const description = named('Description').find(({ parent }) => parent?.name === 'OfficeApp');
  expect(only('ProviderName').text.length).toBeLessThanOrEqual(125);
  expect(only('DisplayName').attributes.DefaultValue.length).toBeLessThanOrEqual(125);
  expect(description?.attributes.DefaultValue.length).toBeLessThanOrEqual(250);
  for (const { attributes } of all.filter((each) => ['CustomTab', 'Group', 'Control'].includes(each.name))) {
    expect(attributes.id.length).toBeLessThanOrEqual(125);
  }
});

test('functions carry the namespace YL, so a cell says =YL.SCORE(…)', () => {
  expect(resource(only('Namespace').attributes.resid)).toBe('YL');
});

test('functions run in the bare runtime: script, page and metadata, and no shared runtime', () => {
  const files = ['Script', 'Page', 'Metadata'].map((name) => {
    const location = named('SourceLocation').find(({ parent }) => parent?.name === name);
    return resource(location?.attributes.resid ?? '')?.slice(HOST.length);
  });
  expect(files).toEqual(['functions.js', 'functions.html', 'functions.json']);
  expect(named('Runtimes')).toEqual([]);
});

test('is for workbooks, in Chinese, with the requirement sets of Excel LTSC 2021 at most', () => {
  expect(named('Host').map(({ attributes }) => attributes.Name ?? attributes['xsi:type'])).toEqual([
    'Workbook',
    'Workbook',
  ]);
  expect(only('DefaultLocale').text).toBe('zh-CN');
  const api = only('Set').attributes;
  expect(api.Name).toBe('ExcelApi');
  expect(Number(api.MinVersion.split('.')[1])).toBeLessThanOrEqual(14);
  expect(only('bt:Set').attributes.Name).toBe('CustomFunctionsRuntime');
  expect(only('bt:Sets').attributes.DefaultMinVersion).toBe('1.3');
  expect(within(only('bt:Set'), 'VersionOverrides')).toBe(true);
});

test('perpetual licences read version 1.0 of the overrides only', () => {
  expect(only('VersionOverrides').attributes['xsi:type']).toBe('VersionOverridesV1_0');
});

test('its version is that of the package, and its id a GUID', () => {
  expect(only('Version').text).toBe(`${version}.0`);
  expect(only('Id').text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('an icon is as large as it says', () => {
  const images = all.filter(({ attributes }) => attributes.size);
  expect(new Set(images.map(({ attributes }) => attributes.size))).toEqual(new Set(['16', '32', '80']));
  for (const { attributes } of images) {
    const png = fs.readFileSync(path.join(ROOT, resource(attributes.resid)!.slice(HOST.length)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(attributes.size), Number(attributes.size)]);
  }
});
