import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Settlement } from '../../../assessment';
import { factOf, removeSettlement, type SettledMatter } from '../../state/settle';
import { usePane, usePaneState } from '../use-pane';
import { useRowStyles } from './matter-row';

const useStyles = makeStyles({
  earlier: {
    listStyle: 'none',
    margin: '4px 0 0',
    padding: '0 0 0 8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
});

const saidWhen = ({ kind, outcome, date }: Settlement) => [kind || '核定', outcome, date].filter(Boolean).join(' · ');

/** What the office settled, with its reason; below it what it had settled before. */
export function SettlementRow({ matter }: { matter: SettledMatter }) {
  const row = useRowStyles();
  const styles = useStyles();
  const pane = usePane();
  const { busy } = usePaneState();
  const { latest, earlier } = matter;
  const { unit, item, fact, value, reason } = latest;
  const name = factOf(pane, item, fact)?.name ?? fact;
  return (
    <li className={row.row}>
      <div className={row.words}>
        <Text size={200} className={row.muted}>
          {unit} · {item} · {saidWhen(latest)}
        </Text>
        <Text>
          {name}：{value}
        </Text>
        <Text size={200}>{reason}</Text>
        {earlier.length > 0 && (
          <ul className={styles.earlier} aria-label="以前的核定">
            {earlier.map((before) => (
              <li key={before.source.cell}>
                <Text size={200} className={row.muted}>
                  以前：{before.value}（{saidWhen(before)}），{before.reason}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button
        size="small"
        className={row.button}
        disabled={busy !== undefined}
        aria-label={`撤销${unit}${name}的核定`}
        onClick={() => void removeSettlement(pane, matter)}
      >
        撤销
      </Button>
    </li>
  );
}
