/** What the build makes of files that are no code. */

declare module '*.css';

/** functions.json as Excel reads it, made from the comments above the functions. */
declare module '*?described' {
  const described: {
    functions: {
      id: string;
      description?: string;
      parameters: {
        name: string;
        description?: string;
        optional?: boolean;
        repeating?: boolean;
        dimensionality?: 'scalar' | 'matrix';
      }[];
    }[];
  };
  export default described;
}

interface ImportMeta {
  /** The modules of a folder, at build time. */
  webpackContext(folder: string, options: { regExp: RegExp }): { (name: string): string; keys(): string[] };
}
