import { makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { chooseQuarter, chooseUnit } from '../../state/choose';
import { quarterName, quarters } from '../../state/quarter';
import { openAssessment, openCard } from '../../state/shown';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  // A long option must not widen the pane.
  select: { minWidth: 0, '& > select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
  unit: { flexGrow: 1, flexBasis: '120px' },
  quarter: { flexGrow: 1, flexBasis: '150px' },
});

/** The cut-off that scores are worked out for. */
export function QuarterChoice({ className, id }: { className?: string; id?: string }) {
  const styles = useStyles();
  const pane = usePane();
  const { quarter } = usePaneState();
  const { rulebook } = pane.services;
  return (
    <Select
      size="small"
      id={id}
      root={{ className: mergeClasses(styles.select, className) }}
      aria-label="考评截止"
      value={quarter}
      onChange={(_, { value }) => chooseQuarter(pane, value)}
    >
      {quarters(rulebook).map((each) => (
        <option key={each} value={each}>
          {quarterName(rulebook, each)}
        </option>
      ))}
    </Select>
  );
}

/** Whose scores, and up to when: recognised from the workbook, and changeable. */
export function ContextBar() {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  const units = openAssessment(state)?.scorecards.map(({ unit }) => unit) ?? [];
  const all = pane.services.rulebook.units.filter(({ listed }) => listed).map(({ name }) => name);
  const shown = openCard(state)?.unit ?? state.unit ?? '';
  return (
    <div className={styles.root}>
      <Select
        size="small"
        root={{ className: mergeClasses(styles.select, styles.unit) }}
        aria-label="单位"
        value={shown}
        onChange={(_, { value }) => value && chooseUnit(pane, value)}
      >
        {!shown && <option value="">请选择单位</option>}
        {(units.length ? units : all).map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </Select>
      <QuarterChoice className={styles.quarter} />
    </div>
  );
}
