/**
 * Answers the requests of Microsoft's client library against plain objects, knowing nothing of Excel: paths say which
 * object is meant, actions what to do with it. Members of the objects carry the library's public names.
 */
export class ApiObject {}

/** A collection lists its items; `getItem` and its kin are ordinary methods. */
export abstract class ApiCollection extends ApiObject {
  abstract get items(): ApiObject[];
}

/** What Excel answers when a call cannot be carried out. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export const notFound = (what: string) =>
  new ApiError('ItemNotFound', `The requested resource doesn't exist: ${what}`, 404);
export const invalidArgument = (why: string) => new ApiError('InvalidArgument', why);

interface Arguments {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId: number;
  ArgumentInfo?: Arguments;
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Arguments;
  ObjectState?: Record<string, unknown>;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

export interface Request {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface Response {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

const PATH = { global: 1, new: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 };
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, ensureUnchanged: 8, update: 9 };

type Selection = Map<string, Selection>;
type Members = Record<string, unknown> & ApiObject;

export interface RichApiOptions {
  /** The workbook. */
  root: ApiObject;
  /** Other services of the host, by name. */
  services: Map<string, ApiObject>;
  /** The library registers for an event of an object, or ends that. */
  onEventRegistration(object: ApiObject, name: string, registered: boolean): void;
  /** Before an action that may change something; may throw, so that a test can let one fail. */
  beforeAction(): void;
}

export class RichApi {
  private readonly references = new Map<string, ApiObject>();

  constructor(private readonly options: RichApiOptions) {}

  answer(request: Request): Response {
    return new Batch(request, this.options, this.references).run();
  }
}

/** One request: its paths are resolved when an action first needs them, as Excel does. */
class Batch {
  private readonly objects = new Map<number, ApiObject | null>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly request: Request,
    private readonly options: RichApiOptions,
    private readonly references: Map<string, ApiObject>,
  ) {}

  run(): Response {
    const response: Response = { Results: [], TraceIds: [] };
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        else this.options.beforeAction();
        const value = action.ActionType === ACTION.trace ? null : this.perform(action);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        const known = error instanceof ApiError ? error : new ApiError('GeneralException', String(error), 500);
        const path = this.request.ObjectPaths[action.ObjectPathId];
        response.Error = {
          Code: known.code,
          Message: known.message,
          Location: `${path?.Name ?? ''}.${action.Name ?? ''}`,
          ActionIndex: index,
          HttpStatusCode: known.status,
        };
        return response;
      }
    }
    return response;
  }

  private perform(action: Action): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return object && this.identity(object, action.ObjectPathId);
    if (action.Name === '_RemoveReference')
      return this.references.delete(String(action.ArgumentInfo!.Arguments![0])) && null;
    // Whatever is done to an object that is not there has no effect.
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.query:
        return read(object, selectionOf(action), toPascal, '_Items');
      case ACTION.queryAsJson:
        return read(object, selectionOf(action), (name) => name, 'items');
      case ACTION.method:
        return this.performMethod(object, action);
      case ACTION.set:
        return set(object, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) set(object, name, value);
        return null;
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw new ApiError('NotImplemented', `action type ${action.ActionType}`, 501);
    }
  }

  private performMethod(object: ApiObject, { Name, ObjectPathId, ArgumentInfo }: Action): unknown {
    if (Name === '_KeepReference') {
      const id = `{reference-${this.references.size + 1}-${ObjectPathId}}`;
      this.references.set(id, object);
      this.kept.set(ObjectPathId, id);
      return null;
    }
    const registration = /^_(Unr|R)egister(\w+)$/.exec(Name);
    if (registration) {
      this.options.onEventRegistration(object, registration[2], registration[1] === 'R');
      return null;
    }
    return call(object, Name, this.argumentsOf(ArgumentInfo));
  }

  private resolve(id: number): ApiObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id];
    if (!path) throw new ApiError('InvalidObjectPath', `no path ${id}`);
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : this.options.root;
    const object = parent === null ? null : this.follow(path, parent);
    this.objects.set(id, object);
    return object;
  }

  private follow(path: ObjectPath, parent: ApiObject): ApiObject | null {
    const { ObjectPathType: type, Name } = path;
    if (type === PATH.null) return null;
    const found =
      type === PATH.global
        ? this.options.root
        : type === PATH.new
          ? this.options.services.get(Name)
          : type === PATH.property
            ? get(parent, Name)
            : type === PATH.method
              ? call(parent, Name, this.argumentsOf(path.ArgumentInfo))
              : type === PATH.indexer
                ? call(parent, 'GetItem', this.argumentsOf(path.ArgumentInfo))
                : this.references.get(Name);
    if (found instanceof ApiObject) return found;
    if (found === null && /OrNull/.test(Name)) return null;
    throw notFound(Name);
  }

  private argumentsOf(info: Arguments | undefined): unknown[] {
    const convert = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(reference)) return (value as unknown[]).map((each, i) => convert(each, reference[i]));
      return typeof reference === 'number' && reference > 0 ? this.resolve(reference) : value;
    };
    return (info?.Arguments ?? []).map((value, i) => convert(value, info?.ReferencedObjectPathIds?.[i]));
  }

  private identity(object: ApiObject, path?: number): Record<string, unknown> {
    const kept = path === undefined ? undefined : this.kept.get(path);
    return { ...identity(object), ...(kept && { _ReferenceId: kept }) };
  }
}

function identity(object: ApiObject): Record<string, unknown> {
  if (member(object, 'id')?.get) return { Id: (object as Members).id };
  return member(object, '_Id')?.get ? { _Id: (object as Members)._Id } : {};
}

/** GetItem becomes getItem; names that begin with an underscore stay. */
function toCamel(name: string): string {
  return name.startsWith('_') ? name : name[0].toLowerCase() + name.slice(1);
}

function toPascal(name: string): string {
  return name.startsWith('_') ? name : name[0].toUpperCase() + name.slice(1);
}

/** A public member as its class declares it: fields and what Object has are none. */
function member(object: ApiObject, name: string): PropertyDescriptor | undefined {
  if (name === 'constructor') return undefined;
  for (
    let type = Object.getPrototypeOf(object);
    type && type !== ApiObject.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found) return found;
  }
  return undefined;
}

function missing(object: ApiObject, name: string): ApiError {
  return new ApiError('ApiNotFound', `${object.constructor.name}.${toCamel(name)} is not there.`, 404);
}

function get(object: ApiObject, name: string): unknown {
  const found = member(object, toCamel(name))?.get;
  if (!found) throw missing(object, name);
  return found.call(object);
}

function set(object: ApiObject, name: string, value: unknown): null {
  const found = member(object, toCamel(name))?.set;
  if (!found) throw missing(object, name);
  found.call(object, value);
  return null;
}

function call(object: ApiObject, name: string, args: unknown[]): unknown {
  const found = member(object, toCamel(name))?.value as unknown;
  if (typeof found !== 'function') throw missing(object, name);
  return found.apply(object, args);
}

/** ["name", "format/fill/color"] as a tree. */
function selectionOf({ QueryInfo }: Action): Selection {
  const tree: Selection = new Map();
  for (const path of [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])]) {
    let node = tree;
    for (const part of path.split('/').filter((each) => each !== 'items')) {
      const next: Selection = node.get(part) ?? new Map();
      node.set(part, next);
      node = next;
    }
  }
  return tree;
}

function read(object: ApiObject, selection: Selection, naming: (name: string) => string, items: string): unknown {
  if (!(object instanceof ApiCollection)) return readMembers(object, selection, naming, items);
  return {
    [items]: object.items.map((item) => ({
      ...identity(item),
      ...(readMembers(item, selection, naming, items) as object),
    })),
  };
}

function readMembers(
  object: ApiObject,
  selection: Selection,
  naming: (name: string) => string,
  items: string,
): unknown {
  const result: Record<string, unknown> = {};
  for (const [name, inner] of selection) {
    const value = get(object, name);
    if (value === null && /OrNull/.test(name)) result[naming(toCamel(name))] = { _IsNull: true };
    else result[naming(toCamel(name))] = value instanceof ApiObject ? read(value, inner, naming, items) : value;
  }
  return result;
}
