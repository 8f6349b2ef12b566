/**
 * Who may import whom, as lint rules. A folder missing here is refused by lint, so a new one starts with a decision.
 * `packages` and `node` are the only doors to the outside: a library belongs to one place.
 */
const REACT = ['react', 'react-dom', 'react-dom/**', 'react/**', '@fluentui/**'];
const UNIVER = ['@univerjs/**', 'rxjs', 'rxjs/**'];
const PIPELINE = ['rulebook', 'scoring', 'workbook', 'assessment', 'intake', 'assess', 'score-workbook', 'bulletin'];

const PLACES = {
  rulebook: { folder: 'src/rulebook', imports: [], packages: ['valibot', 'yaml'] },
  scoring: { folder: 'src/scoring', imports: ['rulebook'] },
  workbook: { folder: 'src/workbook', imports: [] },
  // The words that intake, assess and bulletin share.
  assessment: { file: 'src/assessment.ts', imports: ['rulebook', 'scoring', 'workbook'] },
  intake: { folder: 'src/intake', imports: ['rulebook', 'scoring', 'workbook', 'assessment'] },
  assess: { folder: 'src/assess', imports: ['rulebook', 'scoring', 'workbook', 'assessment', 'intake'] },
  'score-workbook': { folder: 'src/score-workbook', imports: ['rulebook', 'scoring', 'workbook', 'assessment'] },
  bulletin: {
    folder: 'src/bulletin',
    imports: ['rulebook', 'scoring', 'workbook', 'assessment', 'assess'],
    // fflate: a template is looked into before it is filled.
    packages: ['docx', 'fflate', 'valibot'],
  },
  functions: { folder: 'src/functions', imports: ['rulebook', 'scoring'] },
  'host-excel': { folder: 'src/hosts/excel', imports: ['workbook'] },
  'host-file': { folder: 'src/hosts/file', imports: ['workbook'], packages: ['@e965/xlsx', 'fflate'] },
  'host-file-node': { file: 'src/hosts/file/node.ts', imports: ['workbook', 'host-file'], node: true },
  // exceljs, fflate: the looks that a grid takes from a file and gives to a copy are no part of a snapshot.
  'host-grid': { folder: 'src/hosts/grid', imports: ['workbook'], packages: [...UNIVER, 'exceljs', 'fflate'] },
  // The pane reads the files that a person picks, beside the workbook that its host holds.
  taskpane: { folder: 'src/taskpane', imports: [...PIPELINE, 'host-excel', 'host-file'], packages: REACT },
  // The workbench stands in for Excel: it holds the pane and computes the functions.
  workbench: {
    folder: 'src/workbench',
    imports: [...PIPELINE, 'host-grid', 'host-file', 'functions', 'taskpane'],
    packages: [...REACT, ...UNIVER],
  },
  cli: {
    folder: 'src/cli',
    imports: [...PIPELINE, 'host-file'],
    packages: ['commander', 'valibot', 'yaml'],
    node: true,
  },
};

const names = Object.keys(PLACES);
const selector = (name) => (PLACES[name].file ? { file: { categories: name } } : { element: { type: name } });

const policies = names.flatMap((name) => {
  const { imports, packages = [], node } = PLACES[name];
  const allow = (to) => ({ from: selector(name), allow: { to } });
  return [
    ...[name, ...imports].map((other) => allow(selector(other))),
    ...packages.map((source) => allow({ module: { origin: 'external', source } })),
    ...(node ? [allow({ module: { origin: 'core' } })] : []),
  ];
});

export const boundarySettings = {
  'boundaries/elements': names
    .filter((name) => PLACES[name].folder)
    .map((name) => ({ type: name, pattern: PLACES[name].folder })),
  'boundaries/files': names
    .filter((name) => PLACES[name].file)
    .map((name) => ({ category: name, pattern: PLACES[name].file })),
  'boundaries/include': ['src/**/*'],
  'import/resolver': { typescript: { alwaysTryTypes: true } },
};

export const boundaryRules = {
  'boundaries/dependencies': [
    'error',
    { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, policies },
  ],
  'boundaries/no-unknown-files': 'error',
};
