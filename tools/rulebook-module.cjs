'use strict';
const fs = require('node:fs');
const path = require('node:path');

const SCHEMA_FOLDER = path.join(__dirname, '..', 'src', 'rulebook');
const SCORING_FOLDER = path.join(__dirname, '..', 'src', 'scoring');

/** Full paths of the files in a folder whose name ends so, in a fixed order. */
function filesIn(folder, ending) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Every file that decides what a rulebook becomes: the folder's YAML and the code that checks it. */
function sourcesOf(rulebookFile) {
  return [
    ...filesIn(path.dirname(rulebookFile), '.yaml'),
    ...filesIn(SCHEMA_FOLDER, '.ts'),
    ...filesIn(SCORING_FOLDER, '.ts'),
    ...filesIn(path.join(SCORING_FOLDER, 'mechanisms'), '.ts'),
  ];
}

/**
 * A rulebook folder as the text of a CommonJS module. The rules are checked and compiled here, at build time, so that
 * what ships carries neither a YAML parser nor the checks. Throws the checker's own sentence.
 * With `rulesOnly` the module is what scores rest on (see Rules in src/rulebook/rules.ts), without the words around it.
 * Without `examples` the items carry none: they are there to be checked, and checked they are, here.
 */
function rulebookModule(rulebookFile, { rulesOnly = false, examples = true } = {}) {
  const { require: requireTypeScript } = require('tsx/cjs/api');
  const { openRulebook } = requireTypeScript(path.join(SCORING_FOLDER, 'open-rulebook.ts'), __filename);
  const { itemsOf, rulesOf } = requireTypeScript(path.join(SCHEMA_FOLDER, 'rules.ts'), __filename);
  const files = filesIn(path.dirname(rulebookFile), '.yaml').map((file) => ({
    path: path.basename(file),
    text: fs.readFileSync(file, 'utf8'),
  }));
  const rulebook = openRulebook(files);
  if (!examples) for (const item of itemsOf(rulebook)) item.examples = [];
  const json = JSON.stringify(rulesOnly ? rulesOf(rulebook) : rulebook);
  // JavaScript engines read one JSON text several times faster than the same object written as code.
  return `module.exports = JSON.parse(${JSON.stringify(json)});\n`;
}

module.exports = { rulebookModule, sourcesOf };
