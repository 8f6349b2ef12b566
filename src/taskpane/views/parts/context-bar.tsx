import { makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { chooseUnit } from '../../state/choose';
import { openUnits, unitSource } from '../../state/shown';
import { usePane, usePaneState } from '../use-pane';
import { QuarterChoice } from './quarter-choice';
import { useSelectStyles } from './select-styles';
import { Where } from './where';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  unit: { flexGrow: 1, flexBasis: '112px' },
  quarter: { flexGrow: 1, flexBasis: '160px' },
  said: { flexBasis: '100%', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** Whose scores, and up to when: recognised from the workbook, which is said, and changeable. */
export function ContextBar() {
  const styles = useStyles();
  const select = useSelectStyles();
  const pane = usePane();
  const state = usePaneState();
  const { named, others, chosen } = openUnits(pane, state);
  const { workbook } = state;
  const unitFrom = useMemo(() => unitSource(pane, workbook, chosen), [pane, workbook, chosen]);
  const quarterFrom = state.quarterChosen ? undefined : state.quarterSaid;
  return (
    <div className={styles.root}>
      <Select
        size="small"
        root={{ className: mergeClasses(select.root, styles.unit) }}
        aria-label="单位"
        value={chosen ?? ''}
        onChange={(_, { value }) => value && chooseUnit(pane, value)}
      >
        {!chosen && <option value="">请选择单位</option>}
        {named.map((unit) => (
          <option key={unit}>{unit}</option>
        ))}
        {others.length > 0 && (
          <optgroup label={named.length ? '改按其他单位核对' : '方案所列单位'}>
            {others.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </optgroup>
        )}
      </Select>
      <QuarterChoice className={styles.quarter} />
      {(unitFrom || quarterFrom) && (
        <Text size={200} className={styles.said}>
          {unitFrom && (
            <>
              单位据
              <Where where={unitFrom} />
            </>
          )}
          {unitFrom && quarterFrom && '，'}
          {quarterFrom && (
            <>
              截止据
              <Where where={quarterFrom} />
            </>
          )}
          识别。
        </Text>
      )}
    </div>
  );
}
