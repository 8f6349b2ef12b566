import { makeStyles, tokens } from '@fluentui/react-components';
import { goTo } from '../state/choose';
import type { View } from '../state/pane-state';
import { Tabs } from './parts/tabs';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 4px 0',
  },
  width: { maxWidth: '440px' },
});

/** Short enough for six beside one another at 320 px; the full name is the heading of the view. */
const TABS: { value: View; words: string; name: string }[] = [
  { value: 'check', words: '核对', name: '核对本工作簿' },
  { value: 'improve', words: '提分', name: '提分建议' },
  { value: 'collect', words: '汇总', name: '汇总各单位' },
  { value: 'settle', words: '核定', name: '核定' },
  { value: 'bulletin', words: '通报', name: '通报' },
  { value: 'rules', words: '口径', name: '口径与细则' },
];

/** The id of a view's tab, by which the view is labelled. */
export const tabId = (view: View) => `yl-tab-${view}`;
/** The id of the place where views are shown. */
export const VIEW_ID = 'yl-view';

/** The six views. */
export function Navigation() {
  const styles = useStyles();
  const pane = usePane();
  const { view } = usePaneState();
  return (
    <nav className={styles.bar} aria-label="功能">
      <div className={styles.width}>
        <Tabs
          label="功能"
          tabs={TABS}
          chosen={view}
          onChoose={(chosen) => goTo(pane, chosen)}
          idOf={tabId}
          panel={VIEW_ID}
          spread
        />
      </div>
    </nav>
  );
}
