import { Button, Text } from '@fluentui/react-components';
import type { Settlement } from '../../../assessment';
import { factOf, removeSettlement } from '../../state/settle';
import { usePane, usePaneState } from '../use-pane';
import { useRowStyles } from './matter-row';

/** What the office settled, with its reason. */
export function SettlementRow({ settlement }: { settlement: Settlement }) {
  const styles = useRowStyles();
  const pane = usePane();
  const { busy } = usePaneState();
  const { unit, item, fact, value, reason, date, kind, outcome } = settlement;
  const name = factOf(pane, item, fact)?.name ?? fact;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text size={200} className={styles.muted}>
          {unit} · {item} · {kind}
          {outcome && ` · ${outcome}`} · {date}
        </Text>
        <Text>
          {name}：{value}
        </Text>
        <Text size={200}>{reason}</Text>
      </div>
      <Button
        size="small"
        className={styles.button}
        disabled={busy !== undefined}
        aria-label={`撤销${unit}${name}的核定`}
        onClick={() => void removeSettlement(pane, settlement)}
      >
        撤销
      </Button>
    </li>
  );
}
