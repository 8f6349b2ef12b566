'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** One text for the state of files and of folders with all that is in them. */
function digestOf(...places) {
  const hash = crypto.createHash('sha256');
  const add = (place) => {
    if (fs.statSync(place).isFile()) hash.update(place).update('\0').update(fs.readFileSync(place));
    else for (const name of fs.readdirSync(place).sort()) add(path.join(place, name));
  };
  places.forEach(add);
  return hash.digest('hex');
}

module.exports = { digestOf };
