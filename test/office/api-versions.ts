import fs from 'node:fs';
import ts from 'typescript';
import type { Request } from './rich-api';

/** A member of Excel's interface that was called, read or set. */
export interface Call {
  type: string;
  member: string;
}

interface Member {
  /** The requirement set that has it: 9 for ExcelApi 1.9. */
  version: number;
  /** The class of its value, if that is one of the interface. */
  gives?: string;
}

const PATH = { method: 3, property: 4, indexer: 5, reference: 6 };
const ACTION = { query: 2, method: 3, set: 4, queryAsJson: 7, update: 9 };

/** All classes with their members, as Microsoft's typings describe them. */
function describedTypes(): Map<string, Map<string, Member>> {
  const file = require.resolve('@types/office-js/index.d.ts');
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
  const types = new Map<string, Map<string, Member>>();
  const excel = source.statements.filter(
    (each): each is ts.ModuleDeclaration => ts.isModuleDeclaration(each) && each.name.text === 'Excel',
  );
  const statements = excel.flatMap(({ body }) => (body && ts.isModuleBlock(body) ? [...body.statements] : []));
  for (const statement of statements) {
    if (!ts.isClassDeclaration(statement) || !statement.name) continue;
    const members = new Map<string, Member>();
    for (const element of statement.members) {
      if (!element.name || !ts.isIdentifier(element.name)) continue;
      if (!ts.isMethodDeclaration(element) && !ts.isPropertyDeclaration(element)) continue;
      const { text } = element.name;
      const set = /\[Api set: ExcelApi (?:1\.(\d+)|\w+)/.exec(source.text.slice(element.pos, element.end));
      const version = set ? Number(set[1] ?? Infinity) : text === 'items' ? 1 : Infinity;
      const gives =
        element.type && /^Excel\.(\w+)(\[\])?$/.exec(source.text.slice(element.type.pos, element.type.end).trim());
      // Of a method's forms the oldest will do.
      const known = members.get(text);
      if (!known || version < known.version) members.set(text, { version, gives: gives?.[1] ?? known?.gives });
    }
    types.set(statement.name.text, members);
  }
  return types;
}

let described: Map<string, Map<string, Member>> | undefined;
const memberOf = (type: string, member: string): Member | undefined =>
  (described ??= describedTypes()).get(type)?.get(member);

/** The requirement set, 9 for ExcelApi 1.9, that a member is in; undefined for what the typings do not know. */
export function versionOf(type: string, member: string): number | undefined {
  return memberOf(type, member)?.version;
}

const camel = (name: string) => name[0].toLowerCase() + name.slice(1);

/** What a session called, in terms of the interface. What the library says to Excel for itself is left out. */
export function callsIn(requests: Request[]): Call[] {
  const calls: Call[] = [];
  /** Classes of objects that Excel keeps for later requests, by their path. */
  const kept = new Map<number, string | undefined>();
  for (const request of requests) {
    const seen = new Map<number, string | undefined>();
    const use = (type: string | undefined, name: string): string | undefined => {
      if (type === undefined || name.startsWith('_')) return undefined;
      const member = camel(name);
      calls.push({ type, member });
      return memberOf(type, member)?.gives;
    };
    const typeOf = (id: number): string | undefined => {
      if (seen.has(id)) return seen.get(id);
      const { ObjectPathType: kind, Name, ParentObjectPathId: parent } = request.ObjectPaths[id];
      const type =
        kind === PATH.reference
          ? kept.get(id)
          : kind === PATH.indexer
            ? use(typeOf(parent), 'getItem')
            : kind === PATH.property || kind === PATH.method
              ? use(typeOf(parent), Name)
              : Name
                ? undefined
                : 'Workbook';
      seen.set(id, type);
      return type;
    };
    for (const { ActionType: kind, Name, ObjectPathId, ObjectState, QueryInfo } of request.Actions) {
      if (!request.ObjectPaths[ObjectPathId]) continue;
      const type = typeOf(ObjectPathId);
      if (Name === '_KeepReference') kept.set(ObjectPathId, type);
      else if (kind === ACTION.method || kind === ACTION.set) use(type, Name);
      else if (kind === ACTION.update) for (const name of Object.keys(ObjectState ?? {})) use(type, name);
      else if (kind === ACTION.query || kind === ACTION.queryAsJson) {
        for (const path of [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])]) {
          let at = type;
          for (const part of path.split('/')) {
            // A collection's properties may be asked for as those of its items.
            if (at && !memberOf(at, camel(part))) at = memberOf(at, 'items')?.gives ?? at;
            at = use(at, part);
          }
        }
      }
    }
  }
  return calls;
}
