import { makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ChevronRightRegular,
  ErrorCircleRegular,
  FormNewRegular,
  QuestionCircleRegular,
  WandRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { Assessment, Scorecard } from '../../../assessment';
import { takeStep } from '../../state/choose';
import { nextSteps, type NextStep } from '../../state/next-steps';
import { usePane } from '../use-pane';
import { Card } from './card';
import { rowButton } from './row-button';

const useStyles = makeStyles({
  card: { padding: '4px 0' },
  title: { display: 'block', padding: '6px 12px 2px', color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  button: {
    ...rowButton,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '7px 12px',
  },
  text: { flexGrow: 1 },
  icon: { display: 'inline-flex', fontSize: '18px', color: tokens.colorBrandForeground1 },
  chevron: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  done: { display: 'flex', gap: '8px', padding: '8px 12px', alignItems: 'center' },
  good: { display: 'inline-flex', fontSize: '18px', color: tokens.colorPaletteGreenForeground1 },
});

const ICONS: Record<NextStep['kind'], React.JSX.Element> = {
  questions: <QuestionCircleRegular />,
  errors: <ErrorCircleRegular />,
  fix: <WandRegular />,
  report: <FormNewRegular />,
  warnings: <WarningRegular />,
};

/** What to do next; each line leads there. */
export function NextSteps({ assessment, card }: { assessment: Assessment; card: Scorecard }) {
  const styles = useStyles();
  const pane = usePane();
  const steps = nextSteps(assessment, card);
  return (
    <Card className={styles.card} aria-label="下一步">
      <Text size={200} className={styles.title}>
        下一步
      </Text>
      {steps.length === 0 && (
        <div className={styles.done}>
          <span className={styles.good} aria-hidden>
            <CheckmarkCircleRegular />
          </span>
          <Text>没有发现需要处理的问题，可以报送。</Text>
        </div>
      )}
      <ul className={styles.list}>
        {steps.map((step) => (
          <li key={step.kind}>
            <button type="button" className={styles.button} onClick={() => takeStep(pane, step.kind)}>
              <span className={styles.icon} aria-hidden>
                {ICONS[step.kind]}
              </span>
              <Text className={styles.text}>{step.text}</Text>
              <span className={styles.chevron} aria-hidden>
                <ChevronRightRegular />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
