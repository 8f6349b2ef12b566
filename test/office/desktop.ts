import { Book, EVENT, type BookEvent } from './book';
import { Workbook } from './objects/workbook';
import { ApiError, ApiObject, RichApi, type Request } from './rich-api';

/** Excel LTSC 2021, the oldest that the product supports. */
const REQUIREMENTS = { ExcelApi: '1.14', CustomFunctionsRuntime: '1.3', SharedRuntime: '1.1', RichApiRuntime: '1.1' };

/** Numbers of the desktop's contract. */
const CALL = { getCopy: 77, getCopyChunk: 80, releaseCopy: 81, richApi: 93 };
export const RICH_API_MESSAGE = 33;
export const HOST_INFO = 'Excel$Win32$16.01$zh-CN$telemetry$isNotDialog$disableLogging$0';
const WRITE_OPERATION = 1;

interface Message {
  toArray(): unknown[];
}
type Reply = (result: Message, status: number) => void;
type Hear = (id: number, message: Message) => void;

/** Answers `window.external` as Excel on Windows does, over a workbook. */
export class Desktop {
  /** How many requests came: one for each context.sync that had something to say. */
  syncs = 0;
  /** Whether a request came that Excel would take for a change, which empties the list of what can be undone. */
  undoCleared = false;
  /** How many actions from now on the one that fails is; undefined for none. */
  failAfter?: number;
  /** What getFileAsync gives; undefined: it fails. */
  file?: Uint8Array;
  openCopies = 0;
  /** What came, for tests that look at the wire. */
  readonly requests: Request[] = [];
  private readonly subscriptions = new Set<string>();
  private readonly api: RichApi;
  private hear?: (entry: unknown[]) => void;

  constructor(readonly book = new Book()) {
    book.onEvent = (event) => this.announce(event);
    this.api = new RichApi({
      root: new Workbook(book),
      services: new Map([['Microsoft.InternalService.AddinInternalService', new Quiet()]]),
      onEventRegistration: (object, name, registered) => {
        const key = `${(object as { id?: string }).id ?? 'Workbook'} ${name}`;
        if (registered) this.subscriptions.add(key);
        else this.subscriptions.delete(key);
      },
      beforeAction: () => {
        if (this.failAfter === undefined || --this.failAfter > 0) return;
        this.failAfter = undefined;
        throw new ApiError('GeneralException', 'There was an internal error while processing the request.', 500);
      },
    });
  }

  /** The object that the library finds as window.external. */
  external(): Record<string, unknown> {
    const getters = Object.entries(this.context()).map(([name, value]) => [name, () => value] as const);
    return {
      GetHostInfo: () => HOST_INFO,
      GetContext: () => ({
        ...Object.fromEntries(getters),
        GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
      }),
      Execute: (call: number, parameters: unknown[], reply: Reply) => {
        const answer = this.execute(call, parameters);
        later(() => reply({ toArray: () => answer }, answer[0]));
      },
      RegisterEvent: (id: number, _target: string, hear: Hear, done: (status: number) => void) => {
        if (id === RICH_API_MESSAGE) this.listen((entry) => hear(id, { toArray: () => [entry] }));
        later(() => done(0));
      },
      UnregisterEvent: (_id: number, _target: string, done: (status: number) => void) => later(() => done(0)),
    };
  }

  /** What GetContext answers, by the names of its methods. */
  context(): Record<string, string | number> {
    return {
      GetAppType: 1,
      GetSolutionRef: 'yl',
      GetAppVersionMajor: 16,
      GetAppVersionMinor: 1,
      GetAppUILocale: 'zh-CN',
      GetAppDataLocale: 'zh-CN',
      GetDocUrl: this.book.name,
      GetAppCapabilities: 0,
      GetActivationMode: 1,
      GetControlIntegrationLevel: 1,
      GetSolutionToken: '',
      GetCorrelationId: '',
      GetInstanceId: 'instance',
      GetSupportedMatrix: JSON.stringify(REQUIREMENTS),
      GetHostFullVersion: '16.0.14332.0',
      GetInitialDisplayMode: 0,
    };
  }

  /** Where events go: the page that was opened last. */
  listen(hear: (entry: unknown[]) => void): void {
    this.hear = hear;
  }

  /** Carries out a call; gives the status and what else the call answers. */
  execute(call: number, parameters: unknown[]): [status: number, ...rest: unknown[]] {
    if (call === CALL.richApi) {
      const [whose, , , , body, , flags] = parameters[0] as [string, string, string, string[], string, number, number];
      const request = JSON.parse(body) as Request;
      // The library has requests of its own, too.
      if (whose === 'IterativeExecutor') this.count(request, flags);
      return [0, 200, [], JSON.stringify(this.api.answer(request))];
    }
    if (call === CALL.getCopy && this.file) {
      this.openCopies++;
      return [0, 'copy', this.file.length];
    }
    if (call === CALL.getCopyChunk && this.file) {
      const [, offset, size] = parameters as [string, number, number];
      const chunk = [...this.file.subarray(offset, offset + size)];
      return [0, chunk, chunk.length];
    }
    if (call === CALL.releaseCopy) this.openCopies--;
    return [call === CALL.getCopy ? 5001 : 0];
  }

  private count(request: Request, flags: number): void {
    this.syncs++;
    this.requests.push(request);
    if (flags & WRITE_OPERATION) this.undoCleared = true;
  }

  private announce({ type, sheet, arguments: args }: BookEvent): void {
    const name = { [EVENT.changed]: 'DataChangedEvent', [EVENT.added]: 'AddedEvent', [EVENT.deleted]: 'DeletedEvent' };
    for (const target of [sheet.id, 'Workbook']) {
      if (!this.subscriptions.has(`${target} ${name[type]}`)) continue;
      const entry = [65536, type, target, JSON.stringify(args), 0, false];
      later(() => this.hear?.(entry));
    }
  }
}

class Quiet extends ApiObject {
  notifyActionHandlerReady() {
    // There are no ribbon actions here.
  }
}

const later = (run: () => void) => void setTimeout(run, 0);
