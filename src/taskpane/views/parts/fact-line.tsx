import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../assessment';
import type { Fact } from '../../../rulebook/model';
import type { ScoreWithFacts } from '../../state/shown';
import { usePane } from '../use-pane';
import { CellLink } from './cell-link';
import { valueText, voiceText } from './words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '1px' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  muted: { color: tokens.colorNeutralForeground3 },
  missing: { color: tokens.colorPaletteRedForeground1 },
});

function stateText(claims: Claim[]): string {
  if (claims.some(({ state }) => state === 'rejected')) return '数值不能使用';
  if (claims.some(({ state }) => state === 'notApplicable')) return '不涉及';
  return claims.some(({ state }) => state === 'value') ? '说法不一，未采用' : '没有填写';
}

/** One fact: its value, whose word it is, and the cells that it was read from. */
export function FactLine({ fact, score }: { fact: Fact; score: ScoreWithFacts }) {
  const styles = useStyles();
  const { rulebook } = usePane().services;
  const used = score.facts.find((candidate) => candidate.fact === fact.id);
  const problem = score.rejected.find((rejected) => rejected.fact === fact.id)?.problem;
  const claims = used?.claims ?? [];
  const ruling = claims.filter(({ settlement }) => settlement).at(-1);
  const places = claims.filter(({ state }) => state !== 'missing' || used?.value === undefined);
  return (
    <li className={styles.root}>
      <span className={styles.line}>
        <Text size={200}>{fact.name}</Text>
        {used?.value !== undefined ? (
          <Text size={200} weight="semibold">
            {valueText(fact, used.value, rulebook.year)}
          </Text>
        ) : (
          <Text size={200} weight="semibold" className={styles.missing}>
            {stateText(claims)}
          </Text>
        )}
      </span>
      {problem && <Text size={200}>{problem}</Text>}
      {places.map((claim) => (
        <span key={`${claim.source.file}${claim.source.sheet}${claim.source.cell}`} className={styles.line}>
          <Text size={200} className={styles.muted}>
            {claim.settlement && claim !== ruling && '以前的'}
            {voiceText(claim)}
            {claim.value !== undefined &&
              claim.value !== used?.value &&
              ` ${valueText(fact, claim.value, rulebook.year)}`}
          </Text>
          <CellLink source={claim.source} />
          {claim.settlement && <Text size={200}>{claim.settlement.reason}</Text>}
        </span>
      ))}
    </li>
  );
}
