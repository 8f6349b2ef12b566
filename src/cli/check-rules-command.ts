import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { RulebookError } from '../rulebook/source-file';
import { itemsOf } from '../rulebook/rules';
import { openRulebook } from '../scoring/open-rulebook';
import { EXIT, wrongCall } from './failure';
import { found } from './read-files';
import { print } from './terminal';

/** The files of a rulebook folder. */
function rulesIn(folder: string): { path: string; text: string }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch {
    throw wrongCall(`考评细则文件夹“${folder}”或其中的文件打不开，请核对权限。`);
  }
}

/** yl check-rules: a rulebook folder, or any file in it. */
export function checkRulesCommand(path: string): number {
  const stats = found(path);
  if (!stats) throw wrongCall(`找不到“${path}”，请核对考评细则文件夹的名称。`);
  if (!stats.isDirectory() && extname(path) !== '.yaml') {
    throw wrongCall(`“${path}”不是考评细则文件夹，也不是其中的.yaml文件。`);
  }
  const files = rulesIn(stats.isDirectory() ? path : dirname(path));
  try {
    const rulebook = openRulebook(files);
    const items = itemsOf(rulebook);
    const examples = items.reduce((sum, item) => sum + item.examples.length, 0);
    print(
      `${rulebook.title}：${items.length}个条目、${examples}个例子、${rulebook.units.length}个单位、${rulebook.readings.length}条口径，全部通过。校验码${rulebook.hash}。`,
    );
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    print(`${error.message}\n共${error.problems.length}处问题，请更正后再用。`);
    return EXIT.foundErrors;
  }
}
