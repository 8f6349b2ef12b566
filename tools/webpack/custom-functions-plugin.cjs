'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');
const { Compilation, WebpackError, sources } = require('webpack');

const NAME = 'CustomFunctionsPlugin';

/**
 * Writes functions.json from the comments in the functions' source, and fails the build when Excel could not use the
 * pair: an error in the comments, a script that needs more than a bare JavaScript engine, or a function described but
 * not registered.
 */
class CustomFunctionsPlugin {
  constructor({ source, script, metadata }) {
    this.options = { source, script, metadata };
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.fileDependencies.add(this.options.source);
      compilation.hooks.processAssets.tapPromise(
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        async () => {
          if (compilation.errors.length > 0) return;
          try {
            await this.emitMetadata(compilation);
          } catch (error) {
            compilation.errors.push(new WebpackError(`自定义函数：${error.message}`));
          }
        },
      );
    });
  }

  async emitMetadata(compilation) {
    const { source, script, metadata } = this.options;
    const described = await describe(source);
    const registered = register(compilation.getAsset(script).source.source().toString());
    const difference = [
      ...described.functions.filter(({ id }) => !registered.has(id)).map(({ id }) => `${id} 有说明而未注册`),
      ...[...registered]
        .filter((id) => !described.functions.some((each) => each.id === id))
        .map((id) => `${id} 已注册而无说明`),
    ];
    if (difference.length > 0) throw new Error(difference.join('；'));
    compilation.emitAsset(metadata, new sources.RawSource(JSON.stringify(described, null, 2)));
  }
}

/** The metadata of all functions, as Excel reads it. */
async function describe(source) {
  if (!fs.existsSync(source)) throw new Error(`找不到 ${source}`);
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  if (!metadataJson) throw new Error(`${source} 里没有带 @customfunction 的函数`);
  return {
    // Cells that hold errors reach the function (it names the fact); rich data types come as plain values.
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: false,
    functions: JSON.parse(metadataJson).functions,
  };
}

/** Runs the script as the JavaScript-only runtime does, with nothing but the language, and gives the ids it registers. */
function register(code) {
  const ids = new Set();
  const context = vm.createContext({ CustomFunctions: { associate: (id) => ids.add(id) } });
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly;', context);
  vm.runInContext(code, context, { filename: 'functions.js', timeout: 5000 });
  return ids;
}

module.exports = { CustomFunctionsPlugin, describe };
