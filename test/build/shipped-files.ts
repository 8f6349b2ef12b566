import fs from 'node:fs';
import path from 'node:path';
import type { Configuration } from 'webpack';

const ROOT = path.join(__dirname, '..', '..');

interface Pattern {
  from: string;
  to?: string;
}

/** The parts of the build's plugins that say what they write. */
interface Plugin {
  userOptions?: { filename: string };
  patterns?: Pattern[];
  options?: { metadata?: string };
}

function copied({ from, to }: Pattern): string[] {
  if (fs.statSync(from).isDirectory()) return fs.readdirSync(from).map((name) => path.posix.join(to ?? '', name));
  return [to ?? path.basename(from)];
}

/** Names of the files that a build puts into dist/, read off its configuration without building. */
export function shippedFiles(): string[] {
  const configure: (env: object, argv: object) => Configuration[] = jest.requireActual(
    path.join(ROOT, 'webpack.config.js'),
  );
  return configure({}, {}).flatMap(({ entry, plugins }) => [
    ...Object.keys(entry as object).map((name) => `${name}.js`),
    ...(plugins as unknown as Plugin[]).flatMap((plugin) => [
      ...(plugin.userOptions ? [plugin.userOptions.filename] : []),
      ...(plugin.patterns ?? []).flatMap(copied),
      ...(plugin.options?.metadata ? [plugin.options.metadata] : []),
    ]),
  ]);
}
