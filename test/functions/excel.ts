import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { builtFunctions } from './build';

interface Parameter {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  repeating?: boolean;
  optional?: boolean;
}

export interface Metadata {
  allowErrorForDataTypeAny?: boolean;
  allowCustomDataForDataTypeAny?: boolean;
  functions: {
    id: string;
    name: string;
    description?: string;
    parameters: Parameter[];
    result: { type?: string; dimensionality?: string };
  }[];
}

/** CustomFunctions.Error: what a function may throw, and what the error in a cell arrives as. */
export class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

const ErrorCode = { invalidValue: '#VALUE!', notAvailable: '#N/A' };

const folder = builtFunctions();
const registered = new Map<string, (...args: unknown[]) => unknown>();
const context = vm.createContext({
  CustomFunctions: {
    associate: (id: string, run: (...args: unknown[]) => unknown) => registered.set(id, run),
    Error: ExcelError,
    ErrorCode,
  },
});
// The JavaScript-only runtime has the language and nothing else.
vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly;', context);
export const script = fs.readFileSync(path.join(folder, 'functions.js'));
vm.runInContext(script.toString(), context, { filename: 'functions.js' });

export const metadata = JSON.parse(fs.readFileSync(path.join(folder, 'functions.json'), 'utf8')) as Metadata;
export const registeredIds = [...registered.keys()];

const matrix = (argument: unknown) => (Array.isArray(argument) ? argument : [[argument]]);

/** Arguments as Excel hands them over: matrices, a repeating one as an array of matrices, null for what is left out. */
function handOver(id: string, args: unknown[]): unknown[] {
  const { parameters } = metadata.functions.find((each) => each.id === id)!;
  const handed = parameters.map((parameter, index) => {
    if (parameter.repeating) return args.slice(index).map(matrix);
    if (index >= args.length) return null;
    return parameter.dimensionality === 'matrix' ? matrix(args[index]) : args[index];
  });
  return [...handed, { address: '得分表!E5', functionName: id }];
}

/** Runs the function behind an id with its arguments just as they are. */
export function run(id: string, ...args: unknown[]): unknown {
  return registered.get(id)!(...args);
}

/** A formula's value: yl('SCORE', '3.5', [['88%', '76%', 0.03]]). */
export function yl(id: string, ...args: unknown[]): unknown {
  try {
    return run(id, ...handOver(id, args));
  } catch (thrown) {
    if (thrown instanceof ExcelError) throw new Error(`${thrown.code} ${thrown.message}`);
    throw thrown;
  }
}

/** A formula's error: code and message in one text. */
export function error(id: string, ...args: unknown[]): string {
  try {
    return `value ${JSON.stringify(run(id, ...handOver(id, args)))}`;
  } catch (thrown) {
    if (thrown instanceof ExcelError) return `${thrown.code} ${thrown.message}`;
    throw thrown;
  }
}

const call = new vm.Script('call()');

/** Runs the function behind an id; throws when it has not answered after some seconds. */
export function runInTime(id: string, args: unknown[]): unknown {
  context.call = () => run(id, ...args);
  return call.runInContext(context, { timeout: 5000 });
}
