import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { Finding } from '../../../assessment';
import { beginSettling } from '../../state/settle';
import { Card } from '../parts/card';
import { CellLink } from '../parts/cell-link';
import { Empty } from '../parts/empty';
import { wide } from '../parts/words';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  card: { padding: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '10px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Values that contradict each other; the office settles them. */
export function Conflicts({ findings }: { findings: Finding[] }) {
  const styles = useStyles();
  const pane = usePane();
  if (!findings.length) {
    return (
      <Empty icon={<CheckmarkCircleRegular />} title="没有互相矛盾的数据" says="各文件对同一单位同一指标的说法一致。" />
    );
  }
  return (
    <Card className={styles.card} aria-label="互相矛盾的数据">
      <ul className={styles.list}>
        {findings.map((finding, index) => (
          <li key={`${finding.unit}${finding.item}${finding.fact}${index}`} className={styles.row}>
            <Text size={200} className={styles.muted}>
              {[finding.unit, finding.item].filter(Boolean).join(' ')}
            </Text>
            <Text>{wide(finding.message)}</Text>
            {finding.source && <CellLink source={finding.source} />}
            {finding.fact && (
              <Button size="small" onClick={() => beginSettling(pane, finding)}>
                核定
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
