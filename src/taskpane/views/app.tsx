import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Pane } from '../state/pane';
import type { View } from '../state/pane-state';
import { BulletinView } from './bulletin-view';
import { CheckView } from './check-view';
import { CollectView } from './collect-view';
import { FixDialog } from './fix-dialog';
import { ImproveView } from './improve-view';
import { Navigation } from './navigation';
import { RulesView } from './rules-view';
import { SettleView } from './settle-view';
import { StatusBar } from './status-bar';
import { useTheme } from './themes';
import { PaneContext, usePaneState } from './use-pane';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 12px 24px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
});

const VIEWS: Record<View, () => React.JSX.Element> = {
  check: CheckView,
  improve: ImproveView,
  collect: CollectView,
  settle: SettleView,
  bulletin: BulletinView,
  rules: RulesView,
};

function Frame() {
  const styles = useStyles();
  const { view } = usePaneState();
  const Shown = VIEWS[view];
  return (
    <>
      <Navigation />
      <StatusBar />
      <main className={styles.main} key={view} id="yl-main" role="tabpanel" aria-labelledby={`yl-tab-${view}`} tabIndex={-1}>
        <Shown />
      </main>
      <FixDialog />
    </>
  );
}

/** The whole pane, in whatever document its place is. */
export function App({ pane, targetDocument }: { pane: Pane; targetDocument: Document }) {
  const styles = useStyles();
  const theme = useTheme(targetDocument);
  const renderer = useMemo(() => createDOMRenderer(targetDocument), [targetDocument]);
  return (
    <RendererProvider renderer={renderer} targetDocument={targetDocument}>
      <FluentProvider theme={theme} targetDocument={targetDocument} className={styles.root}>
        <PaneContext.Provider value={pane}>
          <Frame />
        </PaneContext.Provider>
      </FluentProvider>
    </RendererProvider>
  );
}
