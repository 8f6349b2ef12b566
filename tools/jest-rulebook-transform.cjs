'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { rulebookModule, sourcesOf } = require('./rulebook-module.cjs');

/** jest transform for rulebook.yaml: the same module that the build makes, cached until a file of the folder changes. */
module.exports = {
  process(_text, file) {
    return { code: rulebookModule(file) };
  },
  getCacheKey(_text, file) {
    const hash = createHash('sha256');
    for (const source of [...sourcesOf(file), __filename, require.resolve('./rulebook-module.cjs')]) {
      hash.update(source).update('\0').update(fs.readFileSync(source)).update('\0');
    }
    return hash.digest('hex');
  },
};
