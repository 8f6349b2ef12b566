import type { WorkbookHost } from '../../workbook/host';
import type { Services } from '../services';
import type { PaneState } from './pane-state';
import { quarters } from './quarter';
import { createStore, type Store } from './store';

/** Who issues bulletins by the plan: the office of the working group sits in this bureau. */
const ISSUER = '宜良县政务服务管理局';

/** What every action works on: the state, the workbook's host and the services. */
export interface Pane {
  store: Store<PaneState>;
  host: WorkbookHost;
  services: Services;
}

export function createPane(host: WorkbookHost, services: Services): Pane {
  return {
    host,
    services,
    store: createStore<PaneState>({
      view: 'check',
      workbook: { status: 'reading' },
      quarter: quarters(services.rulebook).at(-1)!,
      quarterChosen: false,
      readings: {},
      mapping: {},
      checkShows: 'items',
      severities: ['error', 'warning', 'info'],
      improveShows: 'all',
      marked: false,
      collection: { files: [], withOpen: false, unitsGiven: {}, shows: 'ranking', written: false },
      filesKept: 'not yet',
      settleShows: 'all',
      settleUnit: '',
      bulletinForm: { number: '', issuer: ISSUER, date: services.today() },
      bulletinFiles: {},
      bulletin: {},
      rulesShow: 'readings',
      search: '',
    }),
  };
}
