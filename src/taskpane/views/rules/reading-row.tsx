import { Button, Link, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { Reading } from '../../../rulebook/model';
import { lookUpItem } from '../../state/choose';
import { chosenOption, confirmReading, tryReading, type Switchable } from '../../state/readings';
import { wide } from '../parts/words';
import { usePane, usePaneState } from '../use-pane';
import { EffectList } from './effect-list';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '10px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: 'flex', gap: '8px', alignItems: 'baseline', flexWrap: 'wrap' },
  muted: { color: tokens.colorNeutralForeground3 },
  link: { fontSize: tokens.fontSizeBase200 },
  trial: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  actions: { display: 'flex', gap: '8px' },
});

function Head({ reading }: { reading: Reading }) {
  const styles = useStyles();
  const pane = usePane();
  return (
    <>
      <div className={styles.head}>
        <Text weight="semibold">{reading.id}</Text>
        {reading.items.includes('all') ? (
          <Text size={200} className={styles.muted}>
            全部条目
          </Text>
        ) : (
          reading.items.map((item) => (
            <Link key={item} as="button" className={styles.link} onClick={() => lookUpItem(pane, item)}>
              条目{item}
            </Link>
          ))
        )}
      </div>
      <Text size={200}>{wide(reading.note)}</Text>
    </>
  );
}

/** A reading that only explains. */
export function ReadingNote({ reading }: { reading: Reading }) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <Head reading={reading} />
    </li>
  );
}

/** A reading with its options; what an option does is shown before it is confirmed. */
export function ReadingRow({ reading }: { reading: Switchable }) {
  const styles = useStyles();
  const pane = usePane();
  const { readings, trying } = usePaneState();
  const chosen = chosenOption(readings, reading);
  const trial = trying?.reading === reading.id ? trying : undefined;
  return (
    <li className={styles.row}>
      <Head reading={reading} />
      <RadioGroup
        aria-label={`口径${reading.id}`}
        value={String(trial?.option ?? chosen)}
        onChange={(_, { value }) => void tryReading(pane, reading.id, Number(value))}
      >
        {Object.entries(reading.options).map(([option, words]) => (
          <Radio key={option} value={option} label={Number(option) === reading.default ? `${words}（默认）` : words} />
        ))}
      </RadioGroup>
      {trial && (
        <div className={styles.trial} role="status">
          <EffectList trying={trial} />
          <div className={styles.actions}>
            <Button size="small" appearance="primary" disabled={!trial.tried} onClick={() => void confirmReading(pane)}>
              改用这一口径
            </Button>
            <Button size="small" onClick={() => void tryReading(pane, reading.id, chosen)}>
              不改
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
