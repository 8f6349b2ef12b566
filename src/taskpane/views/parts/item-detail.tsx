import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Item } from '../../../rulebook/model';
import { lookUpReading } from '../../state/choose';
import type { ScoreWithFacts } from '../../state/shown';
import { beginSettling } from '../../state/settle';
import { usePane } from '../use-pane';
import { CriterionLine } from './criterion-line';
import { FactLine } from './fact-line';
import { wide } from './words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '2px 12px 12px 38px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  label: { color: tokens.colorNeutralForeground3, display: 'block', marginBottom: '4px' },
  muted: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** What an item's points rest on: criteria with reasons and clause, the facts with their cells, readings. */
export function ItemDetail({ item, score }: { item: Item; score: ScoreWithFacts }) {
  const styles = useStyles();
  const pane = usePane();
  // Of bonus and deductions, where most of the list never happens, only what counts.
  const rare = item.facts.every((fact) => fact.absent !== undefined);
  const lines = rare ? score.lines.filter((line) => !line.effect || line.effect.n !== 0) : score.lines;
  const missing = new Set(score.missing);
  const facts = item.facts.filter(
    ({ id }) =>
      missing.has(id) ||
      score.facts.some((used) => used.fact === id && (used.value !== undefined || used.claims.length)),
  );
  return (
    <div className={styles.root}>
      {score.notes.length > 0 && <Text size={200}>{wide(score.notes.join('；'))}。</Text>}
      {rare && !lines.length && (
        <Text size={200} className={styles.muted}>
          没有报送相关事项。
        </Text>
      )}
      {lines.length > 0 && (
        <div>
          <Text size={200} className={styles.label}>
            评分标准与理由
          </Text>
          <ul className={styles.list}>
            {lines.map((line) => (
              <CriterionLine key={line.criterion} line={line} penalty={item.penalty} />
            ))}
          </ul>
        </div>
      )}
      {facts.length > 0 && (
        <div>
          <Text size={200} className={styles.label}>
            数据与出处
          </Text>
          <ul className={styles.list}>
            {facts.map((fact) => (
              <FactLine key={fact.id} fact={fact} score={score} />
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={() => beginSettling(pane, { item: item.id, fact: score.missing[0] })}>
          申请核定
        </Button>
        {score.readings.length > 0 && (
          <Text size={200} className={styles.muted}>
            口径{' '}
            {score.readings.map((id, index) => (
              <span key={id}>
                {index > 0 && '、'}
                <Link as="button" onClick={() => lookUpReading(pane, id)}>
                  {id}
                </Link>
              </span>
            ))}
          </Text>
        )}
      </div>
    </div>
  );
}
