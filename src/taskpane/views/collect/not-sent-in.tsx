import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { Card } from '../parts/card';
import { Empty } from '../parts/empty';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  says: { color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '6px' },
  unit: {
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Units of the plan that no file speaks for. */
export function NotSentIn({ units }: { units: string[] }) {
  const styles = useStyles();
  if (!units.length) {
    return (
      <Empty icon={<CheckmarkCircleRegular />} title="没有缺报单位" says="方案所列单位都已在收集的工作簿中找到数据。" />
    );
  }
  return (
    <Card className={styles.root} aria-label="缺报单位">
      <Text size={200} className={styles.says}>
        方案所列单位中，下列{units.length}个在收集的工作簿里没有数据：
      </Text>
      <ul className={styles.list}>
        {units.map((unit) => (
          <li key={unit} className={styles.unit}>
            {unit}
          </li>
        ))}
      </ul>
    </Card>
  );
}
