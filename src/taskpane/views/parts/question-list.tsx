import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { Question } from '../../../assessment';
import { answer, factNamed, openQuestions } from '../../state/questions';
import { usePane, usePaneState } from '../use-pane';
import { Card } from './card';
import { Empty } from './empty';
import { Heading } from './heading';
import { QuestionRow } from './question-row';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  card: { padding: 0 },
  head: { padding: '10px 12px 8px' },
  says: { color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  undo: { minWidth: 0 },
});

/** Headings that could not be placed for sure, and what the person has said about such headings. */
export function QuestionList({ questions }: { questions: Question[] }) {
  const styles = useStyles();
  const pane = usePane();
  const { mapping } = usePaneState();
  const { rulebook } = pane.services;
  const open = openQuestions(questions);
  const answered = Object.entries(mapping);
  if (!open.length && !answered.length) {
    return <Empty icon={<CheckmarkCircleRegular />} title="没有要确认的栏目" says="各栏目是什么指标都已认出。" />;
  }
  return (
    <div className={styles.root}>
      {open.length > 0 && (
        <Card className={styles.card} aria-label="要确认的栏目">
          <div className={styles.head}>
            <Heading as="h2">这些栏目是什么指标？</Heading>
            <Text size={200} className={styles.says}>
              名称与几个指标都相近，没有采用。确认后立即计入，下次遇到同名栏目不再询问。
            </Text>
          </div>
          <ul className={styles.list}>
            {open.map((question) => (
              <QuestionRow key={question.fingerprint} question={question} />
            ))}
          </ul>
        </Card>
      )}
      {answered.length > 0 && (
        <Card className={styles.card} aria-label="已确认的栏目">
          <div className={styles.head}>
            <Heading as="h2">已确认 {answered.length}</Heading>
          </div>
          <ul className={styles.list}>
            {answered.map(([fingerprint, said]) => {
              const named = said === 'ignore' ? undefined : factNamed(rulebook, said);
              return (
                <li key={fingerprint} className={styles.row}>
                  <span className={styles.words}>
                    <Text>{fingerprint.replace(/\//g, '—')}</Text>
                    <Text size={200} className={styles.says}>
                      {named ? `${named.item.id} ${named.fact.name}` : '不是考评指标'}
                    </Text>
                  </span>
                  <Button
                    size="small"
                    className={styles.undo}
                    aria-label={`撤销对“${fingerprint}”的确认`}
                    onClick={() => void answer(pane, fingerprint, undefined)}
                  >
                    撤销
                  </Button>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
    </div>
  );
}
