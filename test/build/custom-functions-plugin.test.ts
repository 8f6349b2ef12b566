import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { CustomFunctionsPlugin } from '../../tools/webpack/custom-functions-plugin.cjs';

const FUNCTIONS = `
/**
 * 计算得分
 * @customfunction SCORE
 * @param {any} item 项目编号
 * @param {any[][][]} facts 计分数据
 * @returns {any} 得分
 */
export function score(item: any, facts: any[][][]): any { return item; }
`;
const REGISTER = "CustomFunctions.associate('SCORE', (item) => item);";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-functions-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

/** Builds a pair of sources; gives the build's errors and, without any, the metadata. */
async function build(functions: string, register: string): Promise<{ errors: string[]; metadata?: unknown }> {
  fs.writeFileSync(path.join(folder, 'functions.ts'), functions);
  fs.writeFileSync(path.join(folder, 'register.js'), register);
  const compiler = webpack({
    mode: 'none',
    target: ['web', 'es2017'],
    context: folder,
    entry: { functions: './register.js' },
    output: { path: path.join(folder, 'dist'), publicPath: '' },
    plugins: [
      new CustomFunctionsPlugin({
        source: path.join(folder, 'functions.ts'),
        script: 'functions.js',
        metadata: 'functions.json',
      }),
    ],
  })!;
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result!))),
  );
  const errors = stats.compilation.errors.map((error) => error.message);
  if (errors.length > 0) return { errors };
  return { errors, metadata: JSON.parse(fs.readFileSync(path.join(folder, 'dist', 'functions.json'), 'utf8')) };
}

test('metadata is what the comments say, and lets errors in cells through', async () => {
  expect(await build(FUNCTIONS, REGISTER)).toEqual({
    errors: [],
    metadata: {
      allowErrorForDataTypeAny: true,
      allowCustomDataForDataTypeAny: false,
      functions: [
        {
          id: 'SCORE',
          name: 'SCORE',
          description: '计算得分',
          parameters: [
            { name: 'item', description: '项目编号', type: 'any' },
            { name: 'facts', description: '计分数据', type: 'any', dimensionality: 'matrix', repeating: true },
          ],
          result: {},
        },
      ],
    },
  });
});

test.each([
  ['a comment that contradicts the code', FUNCTIONS.replace('{any} item', '{number} item'), REGISTER, /item/],
  ['a source without functions', 'export {};', REGISTER, /没有带 @customfunction 的函数/],
  ['a function that is not registered', FUNCTIONS, '', /SCORE 有说明而未注册/],
  [
    'a function that is not described',
    FUNCTIONS,
    `${REGISTER} CustomFunctions.associate('MAX', () => 1);`,
    /MAX 已注册而无说明/,
  ],
  ['a script that needs a page', FUNCTIONS, `${REGISTER} document.title = '';`, /document is not defined/],
  ['a script that needs Intl', FUNCTIONS, `${REGISTER} new Intl.NumberFormat();`, /Intl is not defined/],
])('the build fails on %s', async (_name, functions, register, message) => {
  const { errors } = await build(functions, register);
  expect(errors).toEqual([expect.stringMatching(message)]);
});
