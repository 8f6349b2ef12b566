import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from './heading';
import type { Scorecard } from '../../../assessment';
import type { Rulebook } from '../../../rulebook/model';
import { lacksPoints } from '../../state/look';
import { sectionsOf } from '../../state/shown';
import { Card } from './card';
import { ItemRow } from './item-row';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  section: { padding: 0, overflow: 'hidden' },
  head: { display: 'flex', gap: '8px', alignItems: 'flex-start', padding: '8px 12px' },
  title: { flexGrow: 1, minWidth: 0 },
  points: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  empty: { color: tokens.colorNeutralForeground3, padding: '16px 0', textAlign: 'center' },
});

/** 一、全面落实政务服务标准化: what comes behind it says why, or the points. */
function short(title: string): string {
  return title.replace(/[(（〔,，].*$/, '');
}

interface Props {
  rulebook: Rulebook;
  card: Scorecard;
  onlyLost: boolean;
  openItem?: string;
  onToggle: (item: string) => void;
}

/** A unit's items by section. */
export function ItemList({ rulebook, card, onlyLost, openItem, onToggle }: Props) {
  const styles = useStyles();
  const sections = sectionsOf(rulebook, card)
    .map((section) => ({
      ...section,
      scores: section.scores.filter(({ item, score }) => !onlyLost || lacksPoints(item, score)),
    }))
    .filter(({ scores }) => scores.length > 0);
  return (
    <div className={styles.root}>
      {sections.length === 0 && <Text className={styles.empty}>没有失分和待定的条目。</Text>}
      {sections.map((section) => (
        <Card key={section.id} className={styles.section} aria-label={short(section.title)}>
          <div className={styles.head}>
            <Heading as="h2" size={200} className={styles.title} title={section.title}>
              {short(section.title)}
            </Heading>
            <Text size={200} className={styles.points}>
              {section.low === section.high ? section.low : `${section.low}—${section.high}`}
              {section.points > 0 && ` / ${section.points}分`}
            </Text>
          </div>
          <ul className={styles.list}>
            {section.scores.map(({ item, score }) => (
              <ItemRow
                key={item.id}
                item={item}
                score={score}
                open={openItem === item.id}
                onToggle={() => onToggle(item.id)}
              />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
