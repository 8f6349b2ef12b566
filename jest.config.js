/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  // How long a thing takes is measured in bench/; a busy machine must not fail a test.
  testTimeout: 60_000,
  // Types are checked by `npm run typecheck`, so tests only need their types stripped.
  transform: {
    '\\.(c|m)?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
    '/rulebook\\.yaml$': '<rootDir>/tools/jest-rulebook-transform.cjs',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
};
