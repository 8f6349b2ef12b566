'use strict';
/**
 * Writes all that ships to dist/, in four parts that can be built alone with --config-name:
 *   functions  functions.js and functions.json, for cells
 *   pages      taskpane.html, functions.html, help.html, manifest.xml, icons, Office.js, install/
 *   cli        cli.js, for Node
 *   workbench  workbench/, the add-in in a page without Excel, and yl-workbench.html, the same page as one file
 *
 * Options: --env host=https://…               the address that the add-in is served from
 *          --env officejs=local|cdn|21vianet  where pages load Office.js from
 *          --env catalog=\\server\share     the shared folder that the install kit (install/) registers
 */
const fs = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const webpack = require('webpack');
const { digestOf } = require('./tools/digest.cjs');
const addresses = require('./tools/webpack/addresses.cjs');
const { CustomFunctionsPlugin } = require('./tools/webpack/custom-functions-plugin.cjs');
const { ExecutablePlugin } = require('./tools/webpack/executable-plugin.cjs');
const { licences } = require('./tools/webpack/licences.cjs');
const { installKit } = require('./tools/webpack/install-kit.cjs');
const officeJsFiles = require('./tools/webpack/office-js-files.cjs');
const { SinglePagePlugin } = require('./tools/webpack/single-page-plugin.cjs');

const at = (...parts) => path.resolve(__dirname, ...parts);

/**
 * What the four parts share; `language` is the JavaScript that the part may be written in, `rulesOnly` leaves of the
 * rulebook what scores rest on, without `examples` it lacks the worked examples. `smallest` takes longer to build and
 * saves a tenth: for what people wait for.
 */
function common(name, development, language, { rulesOnly = false, examples = true, smallest = false } = {}) {
  return {
    name,
    mode: development ? 'development' : 'production',
    devtool: development ? 'inline-source-map' : false,
    output: { path: at('dist'), filename: '[name].js', publicPath: '' },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'ts-loader',
          // Types are checked by `npm run typecheck`.
          options: { transpileOnly: true, compilerOptions: { noEmit: false, target: language } },
          exclude: /node_modules/,
        },
        { test: /[\\/]rulebook\.yaml$/, loader: at('tools', 'rulebook-loader.cjs'), options: { rulesOnly, examples } },
      ],
    },
    optimization: {
      minimizer: [
        new TerserPlugin({
          // Chinese stays as it is: half the bytes of escapes, and text that can be found in the file.
          ...(smallest
            ? { minify: TerserPlugin.swcMinify, terserOptions: { compress: { passes: 2 }, mangle: true } }
            : { minify: TerserPlugin.esbuildMinify, terserOptions: { target: language, charset: 'utf8' } }),
          extractComments: false,
        }),
      ],
    },
    performance: { hints: false },
    // What it remembers between builds is no news.
    infrastructureLogging: { level: 'error' },
    stats: 'errors-warnings',
  };
}

/**
 * What scores use of the language at every step. Where the host owns the global object, looking a name up there costs more
 * than a rule does, so functions.js looks them up once.
 */
const BUILT_INS = ['Array', 'Date', 'Math', 'Number', 'String'].join();
const lookUpOnce = [
  new webpack.BannerPlugin({ raw: true, banner: `((${BUILT_INS}) => {` }),
  new webpack.BannerPlugin({ raw: true, banner: `})(${BUILT_INS});`, footer: true }),
];

const functions = (development) => ({
  ...common('functions', development, 'es2017', { rulesOnly: true }),
  target: ['web', 'es2017'],
  entry: { functions: at('src', 'functions', 'register.ts') },
  plugins: [
    ...lookUpOnce,
    new CustomFunctionsPlugin({
      source: at('src', 'functions', 'functions.ts'),
      script: 'functions.js',
      metadata: 'functions.json',
    }),
  ],
});

function pages(development, { host, officejs, catalog }) {
  const officeJs = addresses.officeJsAddress(officejs);
  const servedFrom = addresses.hostAddress(host);
  const page = (template, chunks) =>
    new HtmlPlugin({
      template: at('src', template),
      filename: path.basename(template),
      chunks,
      officeJs,
      contentSecurityPolicy: addresses.contentSecurityPolicy(officeJs),
    });
  return {
    ...common('pages', development, 'es2020', { examples: false, smallest: true }),
    target: ['web', 'es2020'],
    entry: { taskpane: at('src', 'taskpane', 'main.ts') },
    plugins: [
      page('taskpane/taskpane.html', ['taskpane']),
      page('taskpane/help.html', []),
      page('functions/functions.html', []),
      licences('taskpane.licences.txt'),
      new CopyPlugin({
        patterns: [
          {
            from: at('manifest.xml'),
            transform: (text) =>
              text.toString().replaceAll(addresses.DEFAULT_HOST, () => addresses.escapeMarkup(servedFrom)),
          },
          { from: at('assets', 'icons'), to: 'assets/icons' },
          ...installKit({ host, catalog }),
          ...(officeJs.startsWith('https:') ? [] : [...officeJsFiles, '../LICENSE.md'].map(copyOfficeJs)),
        ],
      }),
    ],
  };
}

/** Microsoft's licence wants its files in their original form. */
const copyOfficeJs = (file) => ({
  from: at('node_modules', '@microsoft', 'office-js', 'dist', file),
  to: path.posix.join('office-js', file.replace('../', '')),
  info: { minimized: true },
});

const cli = (development) => ({
  ...common('cli', development, 'es2022'),
  target: 'node20',
  // Its threads run the file itself.
  node: { __filename: false },
  entry: { cli: at('src', 'cli', 'main.ts') },
  plugins: [
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
    // One file that can be copied and run anywhere.
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new ExecutablePlugin('cli.js'),
    licences('cli.licences.txt'),
  ],
});

/** The page's icon, inside the page. */
const icon = `data:image/png;base64,${fs.readFileSync(at('assets', 'icons', 'icon-32.png'), 'base64')}`;

function workbench(development) {
  const shared = common('workbench', development, 'es2020', { examples: false });
  const [code, ...others] = shared.module.rules;
  return {
    ...shared,
    target: ['web', 'es2020'],
    // The grid is large: a second build takes from the first what has not changed.
    cache: { type: 'filesystem', name: `workbench-${shared.mode}`, version: digestOf(at('tools'), __filename) },
    entry: { workbench: at('src', 'workbench', 'main.tsx') },
    // A folder of its own, which any server can serve from any address.
    output: { ...shared.output, path: at('dist', 'workbench'), publicPath: 'auto' },
    module: {
      rules: [
        { ...code, resourceQuery: { not: [/^\?described$/] } },
        ...others,
        {
          resourceQuery: /^\?described$/,
          type: 'json',
          loader: at('tools', 'webpack', 'described-functions-loader.cjs'),
        },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
        { test: /\.xlsx$/, type: 'asset/inline' },
      ],
    },
    plugins: [
      // Rules by which the grid would break words of some eighty languages that nobody writes in here: a third of it all.
      new webpack.NormalModuleReplacementPlugin(/^\.\/(?!index)/, (found) => {
        if (/engine-render[\\/]lib[\\/]es$/.test(found.context)) found.request = 'data:text/javascript,export {}';
      }),
      licences('licences.txt'),
      // One script, so that it also fits into one file.
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new HtmlPlugin({
        template: at('src', 'workbench', 'workbench.html'),
        filename: 'index.html',
        icon,
        contentSecurityPolicy: addresses.closedPagePolicy(),
      }),
      new SinglePagePlugin({
        page: 'index.html',
        script: 'workbench.js',
        file: '../yl-workbench.html',
      }),
    ],
  };
}

module.exports = (env, argv) => {
  const development = argv.mode === 'development';
  return [functions(development), pages(development, env), cli(development), workbench(development)];
};
