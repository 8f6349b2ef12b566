import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../assessment';
import type { Fact } from '../../../rulebook/model';
import { entryFor, fillSettlement } from '../../state/settle';
import { CellLink } from '../parts/cell-link';
import { valueText, voiceText } from '../parts/words';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
  button: { minWidth: 0, flexShrink: 0 },
});

const LONGEST = 60;

/** What the workbooks say about the fact; each value can be taken over. */
export function ClaimChoices({ fact, claims }: { fact: Fact; claims: Claim[] }) {
  const styles = useStyles();
  const pane = usePane();
  const { year } = pane.services.rulebook;
  return (
    <section className={styles.root} aria-label="各处的说法">
      <Text size={200} className={styles.muted}>
        各处的说法
      </Text>
      <ul className={styles.list}>
        {claims.map((claim, index) => (
          <li key={index} className={styles.row}>
            <span className={styles.words}>
              <Text size={200}>
                {voiceText(claim)}：
                {claim.state === 'value'
                  ? valueText(fact, claim.value, year)
                  : claim.state === 'notApplicable'
                    ? '不涉及'
                    : '数值不能使用'}
              </Text>
              {claim.raw && (
                <Text size={200} className={styles.muted}>
                  原文“{claim.raw.length > LONGEST ? `${claim.raw.slice(0, LONGEST)}…` : claim.raw}”
                </Text>
              )}
              <CellLink source={claim.source} />
            </span>
            {claim.state !== 'rejected' && (
              <Button
                size="small"
                className={styles.button}
                onClick={() => fillSettlement(pane, { value: entryFor(fact, claim) })}
              >
                采用
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
