import { makeStyles, Spinner, Text } from '@fluentui/react-components';
import type { Trying } from '../../state/pane-state';

const MOST = 8;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
});

function change(gain: number): string {
  return gain === 0 ? '最低分不变' : gain > 0 ? `+${gain}` : `−${-gain}`;
}

/** Whose totals an option would change, and by how much. */
export function EffectList({ trying }: { trying: Trying }) {
  const styles = useStyles();
  if (!trying.tried) return <Spinner size="tiny" labelPosition="after" label="正在试算" />;
  const { units, effects } = trying.tried;
  if (!units) return <Text size={200}>还没有读到考评数据，改后对以后读取的数据生效。</Text>;
  if (!effects.length) return <Text size={200}>按目前的数据，总分不变。</Text>;
  return (
    <>
      <Text size={200} weight="semibold">
        {units > 1 ? `${effects.length}个单位的总分会变：` : '总分会变：'}
      </Text>
      <ul className={styles.list}>
        {effects.slice(0, MOST).map(({ unit, from, to, gain }) => (
          <li key={unit}>
            <Text size={200}>
              {unit}：{from} → {to}，{change(gain)}
            </Text>
          </li>
        ))}
      </ul>
      {effects.length > MOST && <Text size={200}>另有{effects.length - MOST}个单位。</Text>}
    </>
  );
}
