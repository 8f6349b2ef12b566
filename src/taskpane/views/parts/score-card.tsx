import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Scorecard } from '../../../assessment';
import { toPoints } from '../../../scoring/fraction';
import { rangeText, tallyOf } from '../../state/shown';
import { Card } from './card';
import { ScoreBar } from './score-bar';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  head: { display: 'flex', alignItems: 'baseline', gap: '6px', flexWrap: 'wrap' },
  total: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '-0.02em',
  },
  muted: { color: tokens.colorNeutralForeground3 },
  badge: {
    marginLeft: 'auto',
    alignSelf: 'center',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  tally: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2 },
});

/** A unit's total with its range, and how far it is settled. */
export function ScoreCard({ card }: { card: Scorecard }) {
  const styles = useStyles();
  const { total } = card;
  const [low, high] = [toPoints(total.low), toPoints(total.high)];
  const tally = tallyOf(card);
  const parts: [string, number][] = [
    ['已定分', tally.scored],
    ['缺数据', tally.pending],
    ['数值有误', tally.rejected],
    ['未到期限', tally.notDue],
    ['不涉及', tally.notApplicable],
  ];
  return (
    <Card className={styles.root} aria-label="总分">
      <div className={styles.head}>
        <span className={styles.total}>{rangeText(total)}</span>
        <Text className={styles.muted}>/ {total.max}分</Text>
        <span className={styles.badge}>{card.provisional ? '暂定' : '已定'}</span>
      </div>
      <ScoreBar low={low} high={high} max={total.max} label={`总分${rangeText(total)}分，满分${total.max}分`} />
      <Text size={200} className={styles.tally}>
        {parts
          .filter(([, count]) => count > 0)
          .map(([words, count]) => (
            <span key={words}>
              {words}
              {count}项
            </span>
          ))}
      </Text>
      <Text size={200} className={styles.muted}>
        按适用项目折算{rangeText(total.rescaled)}分{card.bonus.high.n > 0 && `，含加分${rangeText(card.bonus)}分`}
        {card.deductions.high.n > 0 && `，已扣${rangeText(card.deductions)}分`}
      </Text>
    </Card>
  );
}
