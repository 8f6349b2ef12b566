import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Item } from '../../../rulebook/model';
import { lookOf, lookText } from '../../state/look';
import { rangeText, type ScoreWithFacts } from '../../state/shown';
import { rowButton } from './row-button';
import { StateIcon } from './state-icon';

const ItemDetail = lazy(async () => ({ default: (await import('./item-detail')).ItemDetail }));

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  button: {
    ...rowButton,
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '8px 12px',
  },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  state: { color: tokens.colorNeutralForeground3 },
  points: { flexShrink: 0, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  full: { color: tokens.colorNeutralForeground3 },
  chevron: { color: tokens.colorNeutralForeground3, alignSelf: 'center', display: 'inline-flex' },
});

interface Props {
  item: Item;
  score: ScoreWithFacts;
  open: boolean;
  onToggle: () => void;
}

/** One item in a line: state, name, points; it opens to what they rest on. */
export function ItemRow({ item, score, open, onToggle }: Props) {
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const look = lookOf(item, score);
  return (
    <li className={mergeClasses(styles.root, open && styles.open)} ref={row}>
      <button type="button" className={styles.button} aria-expanded={open} onClick={onToggle}>
        <StateIcon look={look} />
        <span className={styles.words}>
          <Text size={300}>
            {item.id} {item.title}
          </Text>
          {lookText(item, score) !== '满分' && (
            <Text size={200} className={styles.state}>
              {lookText(item, score)}
            </Text>
          )}
        </span>
        <span className={styles.points}>
          <Text weight="semibold" wrap={false}>
            {item.penalty && score.high.n ? '−' : ''}
            {rangeText(score)}
          </Text>
          {!item.penalty && <Text className={styles.full}>/{item.points}</Text>}
        </span>
        <span className={styles.chevron} aria-hidden>
          {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        </span>
      </button>
      {open && (
        <Suspense>
          <ItemDetail item={item} score={score} />
        </Suspense>
      )}
    </li>
  );
}
