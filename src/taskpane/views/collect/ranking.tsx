import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../assessment';
import { toPoints } from '../../../scoring/fraction';
import { showCollected } from '../../state/choose';
import { ranked, rangeText, tallyOf } from '../../state/shown';
import { Card } from '../parts/card';
import { ScoreBar } from '../parts/score-bar';
import { rowButton } from '../parts/row-button';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  card: { padding: 0, overflow: 'hidden' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  button: {
    ...rowButton,
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto',
    columnGap: '8px',
    alignItems: 'center',
    padding: '8px 12px',
  },
  rank: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '3px' },
  points: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Units by rank, each with its total; a click shows its items. */
export function Ranking({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const pane = usePane();
  return (
    <Card className={styles.card} aria-label="得分">
      <ul className={styles.list}>
        {ranked(assessment).map((card) => {
          const { pending, rejected } = tallyOf(card);
          const [low, high] = [toPoints(card.total.low), toPoints(card.total.high)];
          return (
            <li key={card.unit} className={styles.row}>
              <button
                type="button"
                className={styles.button}
                onClick={() => showCollected(pane, { unit: card.unit, openItem: undefined })}
              >
                <Text className={styles.rank}>{card.rank}</Text>
                <span className={styles.words}>
                  <Text>{card.unit}</Text>
                  <ScoreBar low={low} high={high} max={card.total.max} label={`${rangeText(card.total)}分`} />
                </span>
                <span className={styles.points}>
                  <Text weight="semibold" wrap={false}>
                    {rangeText(card.total)}
                  </Text>
                  <br />
                  <Text size={200} className={styles.muted}>
                    {pending + rejected > 0 ? `缺${pending + rejected}项` : card.provisional ? '暂定' : '已定'}
                  </Text>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
