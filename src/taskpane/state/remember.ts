import * as quarter from './quarter';
import { factNamed } from './questions';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';

/** The workbook's setting that the pane's choices are kept in. */
const KEY = 'yl.pane';
/** So long after the last change is it written. */
const DELAY = 400;

/** What is kept inside the workbook, so that nothing is lost when the pane is closed. */
type Kept = Pick<PaneState, 'unit' | 'readings' | 'mapping' | 'bulletinForm' | 'settling' | 'marked'> & {
  quarter?: string;
};

function keptOf(state: PaneState): Kept {
  const { unit, readings, mapping, bulletinForm, settling, marked } = state;
  const quarter = state.quarterChosen && { quarter: state.quarter };
  return { unit, readings, mapping, bulletinForm, settling, marked, ...quarter };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textsOf<T extends object>(value: unknown, shape: T): T | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.keys(shape).map((key) => [key, value[key]]);
  return entries.every(([, text]) => typeof text === 'string') ? (Object.fromEntries(entries) as T) : undefined;
}

const FORM = { unit: '', item: '', fact: '', value: '', reason: '', date: '', kind: '', outcome: '' };

/** Answers about headings whose facts the rulebook still has. */
function mappingOf({ services: { rulebook } }: Pane, value: unknown): PaneState['mapping'] {
  const mapping: PaneState['mapping'] = {};
  for (const [fingerprint, said] of Object.entries(isRecord(value) ? value : {})) {
    const named = textsOf(said, { item: '', fact: '' });
    if (said === 'ignore') mapping[fingerprint] = said;
    else if (named && factNamed(rulebook, named)) mapping[fingerprint] = named;
  }
  return mapping;
}

/** Takes of what was kept only what still makes sense: the workbook may come from anywhere. */
export function restored(pane: Pane, text: string | undefined): Partial<PaneState> {
  const { rulebook } = pane.services;
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (!isRecord(kept)) return {};
  const readings: PaneState['readings'] = {};
  for (const { id, options } of rulebook.readings) {
    const option = isRecord(kept.readings) ? kept.readings[id] : undefined;
    if (typeof option === 'number' && options && Object.keys(options).includes(String(option))) readings[id] = option;
  }
  const known = rulebook.units.some(({ name }) => name === (kept as Kept).unit);
  const chosen = quarter.quarters(rulebook).find((each) => each === (kept as Kept).quarter);
  const form = textsOf(kept.bulletinForm, pane.store.get().bulletinForm);
  const settling = textsOf(kept.settling, FORM);
  return {
    readings,
    mapping: mappingOf(pane, kept.mapping),
    marked: kept.marked === true,
    ...(known && { unit: (kept as Kept).unit }),
    ...(chosen && { quarter: chosen, quarterChosen: true }),
    ...(form && { bulletinForm: form }),
    ...(settling && { settling }),
  };
}

/** Takes up where the workbook's last session ended. */
export async function recall(pane: Pane): Promise<void> {
  try {
    pane.store.set(restored(pane, await pane.host.getSetting(KEY)));
  } catch {
    // A host without settings starts afresh each time.
  }
}

/** Keeps choices and half-filled forms in the workbook; gives a function that ends it. */
export function remember(pane: Pane): () => void {
  const { store, host } = pane;
  let kept = JSON.stringify(keptOf(store.get()));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    // A protected workbook keeps nothing; the pane works all the same.
    host.setSetting(KEY, kept).catch(() => undefined);
  };
  const end = store.subscribe(() => {
    const now = JSON.stringify(keptOf(store.get()));
    if (now === kept) return;
    kept = now;
    clearTimeout(waiting);
    waiting = setTimeout(keep, DELAY);
  });
  return () => {
    // What changed a moment ago is not lost with the page.
    if (waiting !== undefined) keep();
    end();
  };
}
