import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: { position: 'absolute', top: 0, bottom: 0, forcedColorAdjust: 'none' },
  sure: {
    left: 0,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  open: {
    backgroundColor: tokens.colorBrandBackground2Hover,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
});

/** Points that are sure, and beyond them those that are still open. */
export function ScoreBar({ low, high, max, label }: { low: number; high: number; max: number; label: string }) {
  const styles = useStyles();
  const share = (points: number) => `${Math.max(0, Math.min(100, (points / max) * 100))}%`;
  return (
    <div className={styles.track} role="img" aria-label={label}>
      <div className={mergeClasses(styles.part, styles.open)} style={{ left: 0, width: share(high) }} />
      <div className={mergeClasses(styles.part, styles.sure)} style={{ width: share(low) }} />
    </div>
  );
}
