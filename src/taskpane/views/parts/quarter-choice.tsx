import { mergeClasses, Select } from '@fluentui/react-components';
import { chooseQuarter } from '../../state/choose';
import { quarterName, quarters } from '../../state/quarter';
import { usePane, usePaneState } from '../use-pane';
import { useSelectStyles } from './select-styles';

/** The cut-off that scores are worked out for. */
export function QuarterChoice({ className }: { className?: string }) {
  const styles = useSelectStyles();
  const pane = usePane();
  const { quarter } = usePaneState();
  const { rulebook } = pane.services;
  return (
    <Select
      size="small"
      root={{ className: mergeClasses(styles.root, className) }}
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
