import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import type { Finding, Severity } from '../../../assessment';
import { goToItem } from '../../state/choose';
import { showFixes } from '../../state/fixes';
import { usePane } from '../use-pane';
import { CellLink } from './cell-link';
import { SEVERITIES, wide } from './words';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: '8px',
    padding: '10px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  icon: { fontSize: '18px', flexShrink: 0, display: 'inline-flex', marginTop: '1px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteMarigoldForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '3px', overflowWrap: 'anywhere' },
  remedy: { color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', minHeight: '24px' },
  link: { fontSize: tokens.fontSizeBase200 },
});

const ICONS: Record<Severity, React.JSX.Element> = {
  error: <ErrorCircleFilled />,
  warning: <WarningFilled />,
  info: <InfoRegular />,
};

/** Something wrong or doubtful: what, what to do, where. */
export function FindingRow({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const pane = usePane();
  const { severity, message, remedy, source, fix, item } = finding;
  return (
    <li className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[severity])} role="img" aria-label={SEVERITIES[severity]}>
        {ICONS[severity]}
      </span>
      <div className={styles.words}>
        <Text size={300}>{wide(message)}</Text>
        <Text size={200} className={styles.remedy}>
          {wide(remedy)}
        </Text>
        <div className={styles.foot}>
          {source && <CellLink source={source} />}
          {item && (
            <Link as="button" className={styles.link} onClick={() => goToItem(pane, item)}>
              条目{item}
            </Link>
          )}
          {fix && (
            <Button size="small" onClick={() => showFixes(pane, [finding])}>
              改正…
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
