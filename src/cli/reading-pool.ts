import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { AssessOptions } from '../assess/assess-intakes';
import type { ReadInput } from './read-file';
import { readIntake } from './read-file';

interface Job {
  path: string;
  label: string;
  begin(): void;
  done(input: ReadInput): void;
}

/** No honest workbook takes longer or needs more; one that does is left out, and the others go on. */
const SECONDS = 60;
const MEGABYTES = 2048;

/** Reads workbooks in threads of this program, each the next one that waits. */
export class ReadingPool {
  private readonly waiting: Job[] = [];
  private readonly idle: (() => void)[] = [];
  private readonly workers = new Set<Worker>();
  private ended = false;

  /** @param size number of threads */
  constructor(
    size: number,
    private readonly options: AssessOptions,
  ) {
    for (let i = 0; i < size; i++) this.start();
  }

  /**
   * What one workbook says.
   * @param begin is called when its turn comes
   */
  read(path: string, label: string, begin: () => void): Promise<ReadInput> {
    return new Promise((done) => {
      this.waiting.push({ path, label, begin, done });
      this.idle.pop()?.();
    });
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private start(): void {
    const worker = new Worker(__filename, {
      workerData: this.options,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    this.workers.add(worker);
    let job: Job | undefined;
    let clock: NodeJS.Timeout | undefined;
    const next = (): void => {
      job = this.waiting.shift();
      if (!job) return void this.idle.push(next);
      job.begin();
      clock = setTimeout(() => void worker.terminate(), SECONDS * 1000);
      worker.postMessage({ path: job.path, label: job.label });
    };
    worker.on('message', (input: ReadInput) => {
      clearTimeout(clock);
      job?.done(input);
      next();
    });
    worker.on('error', () => undefined); // 'exit' follows and says what to do.
    worker.on('exit', () => {
      clearTimeout(clock);
      this.workers.delete(worker);
      job?.done({
        file: job.label,
        sha256: '',
        reason: `“${job.label}”过大或过于复杂，不能读取。请另存为.xlsx后重试。`,
      });
      if (!this.ended) this.start();
    });
    next();
  }
}

/** What each of the pool's threads does. */
export function serveReadingPool(): void {
  const options = workerData as AssessOptions;
  parentPort!.on('message', ({ path, label }: { path: string; label: string }) => {
    parentPort!.postMessage(readIntake(path, label, options));
  });
}
