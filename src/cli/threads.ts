import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import type { AssessOptions } from '../assess/assess-intakes';
import type { Bulletin } from '../bulletin';
import { renderWord } from '../bulletin/word';
import { readIntake, type ReadInput } from './read-file';
import { TextPool } from './text-pool';

/** What a thread is asked to do. */
type Task =
  | { kind: 'read'; path: string; label: string; options: AssessOptions }
  | { kind: 'word'; bulletin: Bulletin; template?: Uint8Array };

interface Job {
  task: Task;
  begin?(): void;
  /** undefined: the thread did not come to an end. */
  done(result: unknown): void;
}

/** No honest workbook takes longer or needs more; one that does is left out, and the others go on. */
const SECONDS = 60;
const MEGABYTES = 2048;
/** Room for what is soon forgotten; more of it makes a thread no faster. */
const YOUNG_MEGABYTES = 4;
/** For fewer files the time that threads take to start is not won back. */
const FILES_FOR_A_THREAD = 4;

/** Threads of this program, each of which takes the next task that waits; none is started before it is worth it. */
export class Threads {
  private readonly waiting: Job[] = [];
  private readonly workers = new Set<Worker>();
  /** The threads without a task, and how each takes the next. */
  private readonly idle = new Map<Worker, () => void>();
  private readonly texts = new TextPool();
  private wanted = 0;

  /** Starts as many as so many files are worth; gives how many there are. */
  startFor(files: number): number {
    const worth = Math.min(availableParallelism(), Math.floor(files / FILES_FOR_A_THREAD));
    if (worth > 1) this.wanted = worth;
    while (this.workers.size < this.wanted) this.start();
    return this.wanted;
  }

  /**
   * What one workbook says.
   * @param begin is called when its turn comes
   */
  async read(path: string, label: string, options: AssessOptions, begin: () => void): Promise<ReadInput> {
    const input = await this.run({ kind: 'read', path, label, options }, begin);
    const reason = `“${label}”过大或过于复杂，不能读取。请另存为.xlsx后重试。`;
    return this.texts.share(input as ReadInput | undefined) ?? { file: label, sha256: '', reason };
  }

  /** The bulletin as a Word file, while this thread does something else; undefined where that did not work. */
  async word(bulletin: Bulletin, template?: Uint8Array): Promise<Uint8Array | undefined> {
    if (!this.wanted) return undefined;
    this.keepOnly(1);
    return (await this.run({ kind: 'word', bulletin, template })) as Uint8Array | undefined;
  }

  /** Ends idle threads until no more than so many are left. */
  private keepOnly(count: number): void {
    this.wanted = count;
    for (const worker of [...this.idle.keys()].slice(0, this.workers.size - count)) {
      this.idle.delete(worker);
      void worker.terminate();
    }
  }

  async end(): Promise<void> {
    this.wanted = 0;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private run(task: Task, begin?: () => void): Promise<unknown> {
    return new Promise((done) => {
      this.waiting.push({ task, begin, done });
      const [first] = this.idle.values();
      first?.();
    });
  }

  private start(): void {
    const worker = new Worker(__filename, {
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.workers.add(worker);
    let job: Job | undefined;
    let clock: NodeJS.Timeout | undefined;
    const next = (): void => {
      job = this.waiting.shift();
      if (!job) return void this.idle.set(worker, next);
      this.idle.delete(worker);
      job.begin?.();
      clock = setTimeout(() => void worker.terminate(), SECONDS * 1000);
      worker.postMessage(job.task);
    };
    worker.on('message', (result: unknown) => {
      clearTimeout(clock);
      job?.done(result);
      next();
    });
    worker.on('error', () => undefined); // 'exit' follows.
    worker.on('exit', () => {
      clearTimeout(clock);
      this.workers.delete(worker);
      this.idle.delete(worker);
      job?.done(undefined);
      if (this.workers.size < this.wanted) this.start();
    });
    next();
  }
}

/** Ends the threads when the work is done, or has failed. */
export async function withThreads<T>(work: (threads: Threads) => Promise<T>): Promise<T> {
  const threads = new Threads();
  try {
    return await work(threads);
  } finally {
    await threads.end();
  }
}

/** What each of the threads does. */
export function serveTasks(): void {
  parentPort!.on('message', (task: Task) => {
    void Promise.resolve(perform(task)).then((result) => parentPort!.postMessage(result));
  });
}

function perform(task: Task): ReadInput | Promise<Uint8Array | undefined> {
  if (task.kind === 'read') return readIntake(task.path, task.label, task.options);
  // The caller does it again without threads, and so hears why it failed.
  return renderWord(task.bulletin, task.template).catch(() => undefined);
}
