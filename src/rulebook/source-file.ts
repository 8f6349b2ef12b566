import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type ErrorCode, type Node } from 'yaml';

/** A file of a rulebook folder, as it is handed over. */
export interface RulebookFile {
  /** Name or path, for messages. */
  path: string;
  text: string;
}

/** What is wrong in a rulebook, and where. */
export interface Problem {
  file: string;
  line: number;
  /** A Chinese sentence without the place. */
  message: string;
}

/** A rulebook that cannot be used: every problem found, each with file, line and a Chinese sentence. */
export class RulebookError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ file, line, message }) => `${file} 第${line}行：${message}`).join('\n'));
    this.name = 'RulebookError';
  }
}

export type Path = (string | number)[];

/** A parsed YAML file that still knows on which line each of its values stands. */
export interface SourceFile {
  path: string;
  data: unknown;
  problems: Problem[];
  /** The line of the value at a path, or of the nearest value around it. */
  line(path: Path): number;
}

const WRONG_YAML: { [code in ErrorCode]?: string } = {
  DUPLICATE_KEY: '同一处有两个相同的字段名',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进应使用空格，不能使用制表符',
  MISSING_CHAR: '缺少括号、引号或冒号',
  BLOCK_AS_IMPLICIT_KEY: '缩进不对，或冒号写错了位置',
  MULTILINE_IMPLICIT_KEY: '缩进不对，或缺少冒号',
  BLOCK_IN_FLOW: '括号没有写完',
};

function name(path: string): string {
  return path.split(/[\\/]/).pop()!;
}

/** A document's content; undefined for one that is empty, or whose aliases would unfold without end. */
function contentOf(document: Document.Parsed): unknown {
  try {
    return (document.toJS({ maxAliasCount: 100 }) as unknown) ?? undefined;
  } catch {
    return undefined;
  }
}

export function parseSource(file: RulebookFile): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const path = name(file.path);
  const problems = document.errors.map((error) => ({
    file: path,
    line: lines.linePos(error.pos[0]).line,
    message: `不是正确的YAML写法：${WRONG_YAML[error.code] ?? '请核对缩进、冒号、括号和引号'}`,
  }));
  const data = problems.length ? undefined : contentOf(document);
  if (!problems.length && data === undefined) {
    problems.push({ file: path, line: 1, message: '文件是空的，或其中的引用过多，不能使用' });
  }

  function line(at: Path): number {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of [undefined, ...at]) {
      if (step !== undefined) {
        if (isMap(node)) {
          const pair = node.items.find(
            (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
          );
          if (!pair) break;
          offset = (pair.key as Node).range?.[0] ?? offset;
          node = pair.value;
          continue;
        }
        node = (node as { items?: unknown[] } | null)?.items?.[Number(step)];
      }
      const range = (node as Node | undefined)?.range;
      if (!range) break;
      offset = range[0];
    }
    return lines.linePos(offset).line || 1;
  }

  return { path, data, problems, line };
}
