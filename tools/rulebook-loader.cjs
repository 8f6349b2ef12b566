'use strict';
const { rulebookModule, sourcesOf } = require('./rulebook-module.cjs');

/**
 * webpack loader: `import rulebook from './yiliang-2023/rulebook.yaml'` gives the whole checked folder as data, or with
 * the option `rulesOnly` the part of it that scores rest on.
 */
module.exports = function rulebookLoader() {
  sourcesOf(this.resourcePath).forEach((file) => this.addDependency(file));
  this.addContextDependency(this.context); // a new file in the folder counts too
  try {
    return rulebookModule(this.resourcePath, this.getOptions());
  } catch (error) {
    error.hideStack = true; // a mistake in the rules is told in a sentence, not in JavaScript's terms
    throw error;
  }
};
