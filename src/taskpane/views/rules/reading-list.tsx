import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from '../parts/heading';
import { SearchRegular } from '@fluentui/react-icons';
import { switchable } from '../../state/readings';
import { readingsFound } from '../../state/search';
import { shown } from '../../state/shown';
import { Card } from '../parts/card';
import { Empty } from '../parts/empty';
import { usePane, usePaneState } from '../use-pane';
import { ReadingNote, ReadingRow } from './reading-row';

const useStyles = makeStyles({
  card: { padding: 0 },
  title: { display: 'block', padding: '10px 12px 2px' },
  says: { display: 'block', padding: '0 12px 8px', color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Readings: those that the scores here rest on first, then the others, then those that cannot be switched. */
export function ReadingList() {
  const styles = useStyles();
  const { rulebook } = usePane().services;
  const state = usePaneState();
  const { here, rest } = switchable(rulebook, shown(state));
  const fixed = rulebook.readings.filter(({ options }) => !options);
  const groups = [
    {
      title: '本表得分所用的口径',
      says: '选一项先看影响，确认后才生效。',
      readings: readingsFound(here, state.search),
    },
    { title: '其他可选口径', says: '目前读到的数据没有用到。', readings: readingsFound(rest, state.search) },
  ].filter(({ readings }) => readings.length > 0);
  const notes = readingsFound(fixed, state.search);
  if (!groups.length && !notes.length) {
    return (
      <Empty
        icon={<SearchRegular />}
        title="没有找到"
        says={`没有提到“${state.search}”的口径。请换一个词，或清空搜索。`}
      />
    );
  }
  return (
    <>
      {groups.map(({ title, says, readings }) => (
        <Card key={title} className={styles.card} aria-label={title}>
          <Heading as="h2" className={styles.title}>
            {title}
          </Heading>
          <Text size={200} className={styles.says}>
            {says}
          </Text>
          <ul className={styles.list}>
            {readings.map((reading) => (
              <ReadingRow key={reading.id} reading={reading} />
            ))}
          </ul>
        </Card>
      ))}
      {notes.length > 0 && (
        <Card className={styles.card} aria-label="不设选项的口径">
          <Heading as="h2" className={styles.title}>
            不设选项的口径
          </Heading>
          <Text size={200} className={styles.says}>
            说明细则如何执行，不能更改。
          </Text>
          <ul className={styles.list}>
            {notes.map((reading) => (
              <ReadingNote key={reading.id} reading={reading} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
