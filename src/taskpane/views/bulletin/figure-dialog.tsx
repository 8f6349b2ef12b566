import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Figure } from '../../../bulletin';
import { MEASURE_NAMES } from '../../../bulletin/names';
import type { Item } from '../../../rulebook/model';
import { itemsOf } from '../../../rulebook/rules';
import { showFigure } from '../../state/bulletin';
import { goToUnitItem, lookUpItem } from '../../state/choose';
import { DialogFrame } from '../parts/dialog-frame';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
  muted: { color: tokens.colorNeutralForeground3, display: 'block', marginBottom: '4px' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  clause: { overflowWrap: 'anywhere' },
});

/** What a figure of the bulletin was worked out from: its units, items and clauses, each a way to its cells. */
export function FigureDialog({ figure, open }: { figure: Figure; open: boolean }) {
  const styles = useStyles();
  const pane = usePane();
  const close = () => showFigure(pane, undefined);
  const { units, items, criteria = [] } = figure.sources;
  const all = itemsOf<Item>(pane.services.rulebook);
  const named = items.flatMap((id) => all.find((item) => item.id === id) ?? []);
  const clauses = named.flatMap((item) => item.criteria.filter(({ id }) => criteria.includes(id)));
  const [only] = items.length === 1 ? items : [];
  const leave = (go: () => void) => () => {
    close();
    go();
  };
  return (
    <DialogFrame
      title={`${MEASURE_NAMES[figure.measure]} ${figure.display}`}
      open={open}
      onClose={close}
      className={styles.content}
      actions={<Button onClick={close}>关闭</Button>}
    >
      {units.length > 0 && (
        <div>
          <Text size={200} className={styles.muted}>
            依据{units.length}个单位，点单位可看逐项理由和单元格
          </Text>
          <span className={styles.links}>
            {units.map((unit) => (
              <Link key={unit} as="button" onClick={leave(() => goToUnitItem(pane, unit, only))}>
                {unit}
              </Link>
            ))}
          </span>
        </div>
      )}
      {named.length > 0 && (
        <div>
          <Text size={200} className={styles.muted}>
            {named.length === all.length - 2 ? '全部条目' : `涉及${named.length}个条目`}，点条目可看细则
          </Text>
          <span className={styles.links}>
            {named.map(({ id, title }) => (
              <Link key={id} as="button" onClick={leave(() => lookUpItem(pane, id))}>
                {named.length === 1 ? `${id} ${title}` : id}
              </Link>
            ))}
          </span>
        </div>
      )}
      {clauses.map(({ id, clause }) => (
        <Text key={id} size={200} className={styles.clause}>
          “{clause}”
        </Text>
      ))}
      {!units.length && !named.length && <Text size={200}>由所选口径和考评截止日期得出。</Text>}
    </DialogFrame>
  );
}
