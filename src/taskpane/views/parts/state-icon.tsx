import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleHalfFillRegular,
  ClockRegular,
  DismissCircleFilled,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { Look } from '../../state/look';

const useStyles = makeStyles({
  icon: { fontSize: '18px', flexShrink: 0, display: 'inline-flex' },
  full: { color: tokens.colorPaletteGreenForeground1 },
  lost: { color: tokens.colorPaletteMarigoldForeground1 },
  none: { color: tokens.colorPaletteRedForeground1 },
  pending: { color: tokens.colorBrandForeground1 },
  notDue: { color: tokens.colorNeutralForeground3 },
  notApplicable: { color: tokens.colorNeutralForeground4 },
  rejected: { color: tokens.colorPaletteRedForeground1 },
});

const ICONS: Record<Look, React.JSX.Element> = {
  full: <CheckmarkCircleFilled />,
  lost: <CircleHalfFillRegular />,
  none: <DismissCircleFilled />,
  pending: <QuestionCircleRegular />,
  notDue: <ClockRegular />,
  notApplicable: <SubtractCircleRegular />,
  rejected: <DismissCircleFilled />,
};

/** An item's state at a glance; words beside it say the same. */
export function StateIcon({ look }: { look: Look }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, styles[look])} aria-hidden>
      {ICONS[look]}
    </span>
  );
}
