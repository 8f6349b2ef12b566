import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { goTo } from '../state/choose';
import type { View } from '../state/pane-state';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0 4px',
  },
  list: { justifyContent: 'space-between', maxWidth: '440px' },
  tab: { padding: '10px 8px', minWidth: 0 },
});

/** Short enough for six beside one another at 320 px; the full name is the heading of the view. */
const TABS: { view: View; short: string; name: string }[] = [
  { view: 'check', short: '核对', name: '核对本工作簿' },
  { view: 'improve', short: '提分', name: '提分建议' },
  { view: 'collect', short: '汇总', name: '汇总各单位' },
  { view: 'settle', short: '核定', name: '核定' },
  { view: 'bulletin', short: '通报', name: '通报' },
  { view: 'rules', short: '口径', name: '口径与细则' },
];

/** The six views. */
export function Navigation() {
  const styles = useStyles();
  const pane = usePane();
  const { view } = usePaneState();
  return (
    <nav className={styles.bar} aria-label="功能">
      <TabList
        className={styles.list}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => goTo(pane, value as View)}
      >
        {TABS.map((tab) => (
          <Tab
            key={tab.view}
            id={`yl-tab-${tab.view}`}
            value={tab.view}
            className={styles.tab}
            title={tab.name}
            aria-controls="yl-main"
          >
            {tab.short}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
