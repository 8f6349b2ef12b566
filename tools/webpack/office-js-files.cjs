'use strict';

/** The part of Office.js that Excel on Windows, on Mac and on the web loads; the rest is for other programs. */
module.exports = [
  'office.js',
  'custom-functions-runtime.js',
  'excel-win32-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
];
