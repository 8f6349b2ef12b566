import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { boundaryRules, boundarySettings } from './tools/eslint/boundaries.mjs';

/** Names that Office.js puts into every page; only the Excel host and the functions' registration may say them. */
const OFFICE = ['Office', 'OfficeExtension', 'Excel', 'CustomFunctions'];
const OFFICE_PLACES = ['src/hosts/excel/**', 'src/functions/register.ts'];
const OFFICE_ELSEWHERE = 'Office.js is named in hosts/excel and functions/register.ts only.';
const OFFICE_TYPES = {
  selector: `TSQualifiedName > Identifier.left[name=/^(${OFFICE.join('|')})$/]`,
  message: OFFICE_ELSEWHERE,
};

/** Folders that run in a page and in Node alike. */
const ANYWHERE = ['rulebook', 'scoring', 'intake', 'workbook', 'bulletin', 'functions'].map((name) => `src/${name}/**`);

/** Folders that run in cells too, in an engine with no Intl. */
const IN_CELLS = ['rulebook', 'scoring', 'functions'].map((name) => `src/${name}/**`);
const INTL = {
  selector: 'Identifier[name=/^(Intl|localeCompare|toLocale.*)$/]',
  message: 'Needs Intl, which is not there in the engine that runs functions in cells.',
};

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      'no-control-regex': 'off', // text from workbooks is cleaned of control characters
    },
  },

  // A forgotten promise is a lost write: these need types, and look at the product only.
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },

  // Who may import whom.
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: boundarySettings,
    rules: boundaryRules,
  },

  // Office.js: its own rules where it may be named, and nowhere else named at all.
  {
    files: OFFICE_PLACES,
    plugins: { 'office-addins': officeAddins },
    languageOptions: { globals: readonly(OFFICE) },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: OFFICE_PLACES,
    languageOptions: { globals: readonly(OFFICE) },
    rules: {
      'no-restricted-globals': ['error', ...OFFICE.map((name) => ({ name, message: OFFICE_ELSEWHERE }))],
      'no-restricted-syntax': ['error', OFFICE_TYPES],
    },
  },

  // Code that runs anywhere knows the language's own names and no page's or Node's.
  {
    files: ANYWHERE,
    languageOptions: { globals: readonly(OFFICE), parserOptions: { lib: ['es2022'] } },
    rules: { 'no-undef': 'error' },
  },
  { files: IN_CELLS, rules: { 'no-restricted-syntax': ['error', INTL, OFFICE_TYPES] } },
  { files: ['src/functions/register.ts'], rules: { 'no-restricted-syntax': ['error', INTL] } },

  { files: ['src/{taskpane,workbench,hosts}/**'], languageOptions: { globals: globals.browser } },
  { files: ['src/cli/**', 'tools/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
