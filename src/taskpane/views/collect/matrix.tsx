import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../assessment';
import { showCollected } from '../../state/choose';
import { lookOf, lookText, type Look } from '../../state/look';
import { ranked, rangeText, scoresOf } from '../../state/shown';
import { Card } from '../parts/card';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  card: { padding: 0, overflow: 'hidden' },
  scroll: {
    overflow: 'auto',
    maxHeight: '70vh',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: '4px 8px',
    whiteSpace: 'nowrap',
    textAlign: 'right',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  unit: {
    position: 'sticky',
    left: 0,
    textAlign: 'left',
    width: '84px',
    minWidth: '84px',
    whiteSpace: 'normal',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  corner: { zIndex: 2 },
  button: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  score: { cursor: 'pointer', ':hover': { textDecorationLine: 'underline' } },
  legend: { display: 'block', padding: '8px 12px', color: tokens.colorNeutralForeground3 },
  full: {},
  lost: { backgroundColor: tokens.colorPaletteYellowBackground1, color: tokens.colorNeutralForeground1 },
  none: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorNeutralForeground1 },
  rejected: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorNeutralForeground1 },
  pending: { color: tokens.colorBrandForeground1 },
  notDue: { color: tokens.colorNeutralForeground3 },
  notApplicable: { color: tokens.colorNeutralForeground3 },
});

const MARKS: Partial<Record<Look, string>> = { pending: '缺', notApplicable: '—', rejected: '误' };

/** Units by items: points, or why there are none. */
export function Matrix({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const pane = usePane();
  const { rulebook } = assessment;
  // A click on a figure leads to its item; by keyboard, the unit's name leads to all of them.
  const open = (unit: string, openItem?: string) => showCollected(pane, { unit, openItem });
  const cards = ranked(assessment);
  if (!cards.length) return null;
  return (
    <Card className={styles.card} aria-label="单位与条目得分">
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="单位与条目得分表，可左右滚动">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.unit, styles.corner)}>
                单位
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
                总分
              </th>
              {scoresOf(rulebook, cards[0]).map(({ item }) => (
                <th key={item.id} scope="col" className={mergeClasses(styles.cell, styles.head)} title={item.title}>
                  {item.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.unit}>
                <th scope="row" className={mergeClasses(styles.cell, styles.unit)}>
                  <button type="button" className={styles.button} onClick={() => open(card.unit)}>
                    {card.unit}
                  </button>
                </th>
                <td className={styles.cell}>
                  <Text size={200} weight="semibold" wrap={false}>
                    {rangeText(card.total)}
                  </Text>
                </td>
                {scoresOf(rulebook, card).map(({ item, score }) => {
                  const look = lookOf(item, score);
                  return (
                    <td
                      key={item.id}
                      className={mergeClasses(styles.cell, styles.score, styles[look])}
                      onClick={() => open(card.unit, item.id)}
                      title={`${card.unit} ${item.id} ${item.title}：${rangeText(score)}分，${lookText(item, score)}`}
                    >
                      {MARKS[look] ?? rangeText(score)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size={200} className={styles.legend}>
        点单位或分数，可看理由和出处。缺：缺数据；误：数值有误；—：不涉及；a—b：可能的最低分和最高分。
      </Text>
    </Card>
  );
}
