'use strict';
const fs = require('node:fs/promises');
const path = require('node:path');

/** Lets a written file be run by its name, as npm and a shell expect of a command. */
class ExecutablePlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('ExecutablePlugin', () =>
      fs.chmod(path.join(compiler.options.output.path, this.file), 0o755),
    );
  }
}

module.exports = { ExecutablePlugin };
