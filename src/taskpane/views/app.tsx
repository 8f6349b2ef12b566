import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useRef, type ComponentType } from 'react';
import type { Pane } from '../state/pane';
import type { View } from '../state/pane-state';
import { CheckView } from './check-view';
import { Navigation, tabId, VIEW_ID } from './navigation';
import { StatusBar } from './status-bar';
import { Themed } from './themed';
import { PaneContext, usePaneState } from './use-pane';

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 12px 24px',
  },
  view: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '720px' },
});

/** The first view comes with the page, the others when they are first looked at. */
const VIEWS: Record<View, ComponentType> = {
  check: CheckView,
  improve: lazy(async () => ({ default: (await import('./improve-view')).ImproveView })),
  collect: lazy(async () => ({ default: (await import('./collect-view')).CollectView })),
  settle: lazy(async () => ({ default: (await import('./settle-view')).SettleView })),
  bulletin: lazy(async () => ({ default: (await import('./bulletin-view')).BulletinView })),
  rules: lazy(async () => ({ default: (await import('./rules-view')).RulesView })),
};
const FigureDialog = lazy(async () => ({ default: (await import('./bulletin/figure-dialog')).FigureDialog }));
const FixDialog = lazy(async () => ({ default: (await import('./fix-dialog')).FixDialog }));

/** The last value that there was: a dialog stays until it has closed, or the page behind it would stay hidden. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

function Frame() {
  const styles = useStyles();
  const { view, fixing, figure } = usePaneState();
  const lastFixing = useLast(fixing);
  const lastFigure = useLast(figure);
  const Shown = VIEWS[view];
  return (
    <>
      <Navigation />
      <StatusBar />
      <main className={styles.main} key={view}>
        <div className={styles.view} id={VIEW_ID} role="tabpanel" aria-labelledby={tabId(view)}>
          <Suspense>
            <Shown />
          </Suspense>
        </div>
      </main>
      {lastFigure && (
        <Suspense>
          <FigureDialog figure={lastFigure} open={figure !== undefined} />
        </Suspense>
      )}
      {lastFixing && (
        <Suspense>
          <FixDialog fixing={lastFixing} open={fixing !== undefined} />
        </Suspense>
      )}
    </>
  );
}

/** The whole pane, in whatever document its place is. */
export function App({ pane, targetDocument }: { pane: Pane; targetDocument: Document }) {
  return (
    <Themed targetDocument={targetDocument}>
      <PaneContext.Provider value={pane}>
        <Frame />
      </PaneContext.Provider>
    </Themed>
  );
}
