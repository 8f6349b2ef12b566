import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { toPoints } from '../../../scoring/fraction';
import type { Line } from '../../../scoring/item-score';
import { wide } from './words';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  effect: {
    flexShrink: 0,
    minWidth: '40px',
    textAlign: 'center',
    padding: '0 4px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  gained: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  lost: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  clause: { color: tokens.colorNeutralForeground3 },
});

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** One sentence of the 评分标准: what it does to the points, why, and its words. */
export function CriterionLine({ line, penalty }: { line: Line; penalty?: boolean }) {
  const styles = useStyles();
  const points = line.effect && toPoints(line.effect) * (penalty ? -1 : 1);
  const tone = !points ? undefined : points > 0 ? styles.gained : styles.lost;
  return (
    <li className={styles.root}>
      <span className={mergeClasses(styles.effect, tone)}>
        {points === undefined ? '待定' : points ? signed(points) : '0'}
      </span>
      <span className={styles.words}>
        <Text size={200}>{wide(line.because)}</Text>
        <Text size={200} className={styles.clause}>
          “{line.clause}”
        </Text>
      </span>
    </li>
  );
}
