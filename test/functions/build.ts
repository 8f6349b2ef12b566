import { builtPart } from '../build/built';

/** The folder with functions.js and functions.json as they ship. */
export function builtFunctions(): string {
  return builtPart('functions', ['src/functions', 'src/rulebook', 'src/scoring', 'tools', 'webpack.config.js']);
}
