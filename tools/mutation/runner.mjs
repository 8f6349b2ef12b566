import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';

/**
 * Runs the tests of scoring and rulebook for Stryker. Jest would take most of a second for every mutant to begin anew and
 * would not stop at the first test that fails, so here all tests are one bundle: it is read once a process and evaluated
 * once a mutant, so that no mutant leaves anything behind, and what killed the last mutants is tried first.
 */

const FOLDERS = ['test/scoring', 'test/rulebook'];

const require = createRequire(import.meta.url);
const { bind } = require('jest-each');

/** The rulebook folder as data, and tests that know where they are. */
const asInJest = {
  name: 'as-in-jest',
  setup(builder) {
    const root = builder.initialOptions.absWorkingDir;
    const { rulebookModule } = require(path.join(root, 'tools', 'rulebook-module.cjs'));
    builder.onLoad({ filter: /rulebook\.yaml$/ }, ({ path: file }) => ({ contents: rulebookModule(file) }));
    builder.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: `const __dirname = ${JSON.stringify(path.dirname(file))};${fs.readFileSync(file, 'utf8')}`,
      loader: 'ts',
    }));
  },
};

/** Code whose exports are the test files by name, each run by a call. */
async function bundle(root) {
  const files = FOLDERS.flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.posix.join(folder, name)),
  ).filter((name) => name.endsWith('.test.ts'));
  const entry = files.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)}),`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = {\n${entry.join('\n')}\n};`, resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [asInJest],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The bundle, made once: a process that Stryker starts for one that hung must not wait for it again. */
async function bundleOnce() {
  const root = process.cwd(); // Stryker's copy of the project, with the mutants in it
  const file = path.join(root, 'all-tests.cjs');
  if (!fs.existsSync(file)) {
    const text = await bundle(root);
    fs.writeFileSync(`${file}.${process.pid}`, text);
    fs.renameSync(`${file}.${process.pid}`, file); // Another process finds it whole or not at all.
  }
  return fs.readFileSync(file, 'utf8');
}

/** What test files declare, as a list; `describe` only names it. */
function collector() {
  const tests = [];
  const names = [];
  const describe = (name, declare) => {
    names.push(name);
    declare();
    names.pop();
  };
  const test = (name, run) => tests.push({ name: [...names, name].join(' '), run });
  describe.each = bind(describe, false);
  test.each = bind(test, false);
  return { tests, describe, test };
}

/** To Stryker each file is one test. */
class Runner {
  #script;
  #files;
  /** Milliseconds by file. */
  #took = new Map();
  /** Which kill was the last of a file or of a test in it. */
  #killed = new Map();
  #kills = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#script = new vm.Script(`(module, require, describe, test, it) => {${await bundleOnce()}\n}`);
    globalThis.expect = require('expect').expect;
    // The same examples for every mutant; the first that fails is enough.
    require('fast-check').configureGlobal({ seed: 2023, endOnFailure: true });
    this.#files = Object.keys(this.#evaluate(collector()));
  }

  #evaluate({ describe, test }) {
    const module = {};
    this.#script.runInThisContext()(module, require, describe, test, test);
    return module.exports;
  }

  /** Runs the tests of the files, up to the first that fails: that one, with its failure. */
  async #firstFailure(files) {
    const declared = collector();
    const load = this.#evaluate(declared);
    for (const file of this.#likelyKillersFirst(files, (name) => name)) {
      declared.tests.length = 0;
      let name = 'loading';
      try {
        load[file]();
        for (const test of this.#likelyKillersFirst(declared.tests, (each) => `${file} ${each.name}`)) {
          name = test.name;
          await test.run();
        }
      } catch (error) {
        return { file, name, message: `${name}: ${error?.stack ?? error}` };
      }
    }
    return undefined;
  }

  /** What killed last, then what is quick. */
  #likelyKillersFirst(list, nameOf) {
    const killed = (entry) => this.#killed.get(nameOf(entry)) ?? 0;
    const took = (entry) => this.#took.get(nameOf(entry)) ?? 0;
    return [...list].sort((a, b) => killed(b) - killed(a) || took(a) - took(b));
  }

  async dryRun() {
    const tests = [];
    const perTest = {};
    for (const file of this.#files) {
      const coverage = { static: {}, perTest: {} };
      globalThis.__stryker__ = { mutantCoverage: coverage };
      const begin = performance.now();
      const failure = await this.#firstFailure([file]);
      const timeSpentMs = performance.now() - begin;
      const result = failure ? { status: 1, failureMessage: failure.message } : { status: 0 };
      tests.push({ id: file, name: file, fileName: file, timeSpentMs, ...result });
      this.#took.set(file, timeSpentMs);
      perTest[file] = coverage.static;
    }
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter = this.#files, hitLimit }) {
    const context = { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 };
    globalThis.__stryker__ = context;
    const failure = await this.#firstFailure(testFilter);
    if (context.hitCount > hitLimit) return { status: 'timeout', reason: 'runs without end' };
    if (!failure) return { status: 'survived', nrOfTests: testFilter.length };
    const { file, name, message } = failure;
    this.#kills += 1;
    this.#killed.set(file, this.#kills).set(`${file} ${name}`, this.#kills);
    return { status: 'killed', killedBy: [file], nrOfTests: 1, failureMessage: message };
  }
}

const create = () => new Runner();
create.inject = [];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'bundle', factory: create }];
