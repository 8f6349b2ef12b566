import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { beginSettling, factOf, itemOf, type Matter } from '../../state/settle';
import { wide } from '../parts/words';
import { usePane } from '../use-pane';

export const useRowStyles = makeStyles({
  row: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '1px', overflowWrap: 'anywhere' },
  says: { color: tokens.colorNeutralForeground2 },
  muted: { color: tokens.colorNeutralForeground3 },
  button: { minWidth: 0, flexShrink: 0 },
});

/** Something that waits for the office's word. */
export function MatterRow({ matter }: { matter: Matter }) {
  const styles = useRowStyles();
  const pane = usePane();
  const fact = factOf(pane, matter.item, matter.fact)?.name;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text size={200} className={styles.muted}>
          {matter.unit} · {matter.item} {itemOf(pane, matter.item)?.title}
        </Text>
        <Text>
          {matter.why}：{fact}
        </Text>
        {matter.says && (
          <Text size={200} className={styles.says}>
            {wide(matter.says)}
          </Text>
        )}
      </div>
      <Button
        size="small"
        className={styles.button}
        aria-label={`核定${matter.unit}的${fact}`}
        onClick={() => beginSettling(pane, matter)}
      >
        核定
      </Button>
    </li>
  );
}
