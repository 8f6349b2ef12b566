'use strict';
const { describe } = require('./custom-functions-plugin.cjs');

/** Turns the functions' source into their metadata, for a page that shows it where Excel reads functions.json. */
module.exports = function describedFunctions() {
  const done = this.async();
  describe(this.resourcePath).then((described) => done(null, JSON.stringify(described)), done);
};
