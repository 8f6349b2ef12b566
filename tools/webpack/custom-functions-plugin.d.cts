import type { Compiler } from 'webpack';

export class CustomFunctionsPlugin {
  /** source: full path of the described functions; script, metadata: names of the built files. */
  constructor(options: { source: string; script: string; metadata: string });
  apply(compiler: Compiler): void;
}
