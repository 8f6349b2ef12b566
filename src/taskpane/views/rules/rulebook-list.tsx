import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Heading } from '../parts/heading';
import { SearchRegular } from '@fluentui/react-icons';
import type { Item } from '../../../rulebook/model';
import { sectionsFound } from '../../state/search';
import { Card } from '../parts/card';
import { Empty } from '../parts/empty';
import { wide } from '../parts/words';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  card: { padding: '0 0 4px' },
  title: { display: 'block', padding: '10px 12px 6px' },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: {
    margin: '0 0 8px',
    whiteSpace: 'pre-line',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  list: { margin: 0 },
});

/** The parts of an item in the order of Annex 1's columns; empty ones are left out. */
function partsOf(item: Item): [string, string][] {
  const parts: [string, string][] = [
    ['具体目标和绩效要求', item.goal],
    ['评分标准', item.clause],
    ['查验方法', item.methods],
    ['责任单位', item.task.responsible],
    ['完成时限', item.task.deadline],
    [
      '计分所需数据',
      item.facts
        .filter(({ optional }) => !optional)
        .map(({ name }) => name)
        .join('、'),
    ],
  ];
  return parts.filter(([, text]) => text);
}

function ItemRules({ item }: { item: Item }) {
  const styles = useStyles();
  return (
    <AccordionItem value={item.id}>
      <AccordionHeader size="small" expandIconPosition="end">
        {item.id} {item.title}
        {item.points > 0 && `（${item.points}分）`}
      </AccordionHeader>
      <AccordionPanel>
        <dl className={styles.list}>
          {partsOf(item).map(([term, text]) => (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.text}>{text}</dd>
            </div>
          ))}
        </dl>
      </AccordionPanel>
    </AccordionItem>
  );
}

/** The rulebook, searchable; with one item found it is open. */
export function RulebookList() {
  const styles = useStyles();
  const { rulebook } = usePane().services;
  const { search } = usePaneState();
  const sections = sectionsFound(rulebook, search);
  const found = sections.flatMap(({ items }) => items);
  if (!found.length) {
    return <Empty icon={<SearchRegular />} title="没有找到" says={`细则中没有“${search}”。请换一个词，或清空搜索。`} />;
  }
  return (
    <>
      {sections.map((section) => (
        <Card key={section.id} className={styles.card} aria-label={section.title}>
          <Heading as="h2" size={200} className={styles.title}>
            {wide(section.title)}
          </Heading>
          <Accordion multiple collapsible key={found.length} defaultOpenItems={found.length === 1 ? [found[0].id] : []}>
            {section.items.map((item) => (
              <ItemRules key={item.id} item={item} />
            ))}
          </Accordion>
        </Card>
      ))}
    </>
  );
}
