'use strict';
const { LicenseWebpackPlugin } = require('license-webpack-plugin');

/** Licences that let us ship a package inside the product. None is copyleft; jszip may be taken under either of its two. */
const ACCEPTED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT/X11',
  'Unlicense',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
];

/** Packages whose package.json names no licence, by what their LICENSE file or repository says. */
const UNNAMED = { '@univerjs/telemetry': 'Apache-2.0', buffers: 'MIT' };

/** Lists the packages inside a part of the product with the texts of their licences; one that may not ship ends the build. */
function licences(file) {
  return new LicenseWebpackPlugin({
    outputFilename: file,
    perChunkOutput: false,
    licenseTypeOverrides: UNNAMED,
    unacceptableLicenseTest: (licence) => !ACCEPTED.includes(licence),
    handleUnacceptableLicense(name, licence) {
      throw new Error(`${name} has the licence ${licence}, which is not among those that may ship.`);
    },
    handleMissingLicenseType(name) {
      throw new Error(`${name} names no licence.`);
    },
    // Some packages ship without the text of their licence; its name is then all there is.
    handleMissingLicenseText: () => null,
    skipChildCompilers: true,
    stats: { warnings: false, errors: true },
  });
}

module.exports = { licences, ACCEPTED, UNNAMED };
