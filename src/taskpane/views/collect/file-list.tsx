import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled } from '@fluentui/react-icons';
import type { Assessment } from '../../../assessment';
import { leaveOut } from '../../state/collect';
import { Card } from '../parts/card';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  card: { padding: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '6px 4px 6px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  icon: { fontSize: '18px', display: 'inline-flex', flexShrink: 0, marginTop: '3px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    paddingTop: '2px',
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The files that were read, and those that were not, with the reason. */
export function FileList({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const pane = usePane();
  const { collection } = usePaneState();
  const files = [...assessment.files].sort((a, b) => Number(a.status === 'read') - Number(b.status === 'read'));
  const picked = new Set(collection.files.map(({ file }) => file));
  return (
    <Card className={styles.card} aria-label="文件">
      <ul className={styles.list}>
        {files.map(({ file, status, reason }) => (
          <li key={file} className={styles.row}>
            <span className={mergeClasses(styles.icon, status === 'read' ? styles.good : styles.bad)} aria-hidden>
              {status === 'read' ? <CheckmarkCircleFilled /> : <ErrorCircleFilled />}
            </span>
            <span className={styles.words}>
              <Text>{file}</Text>
              <Text size={200} className={styles.muted}>
                {status === 'read' ? (picked.has(file) ? '已读取' : '本工作簿') : reason}
              </Text>
            </span>
            {picked.has(file) && (
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={`不计入${file}`}
                title="不计入"
                onClick={() => leaveOut(pane, file)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
