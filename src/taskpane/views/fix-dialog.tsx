import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Finding } from '../../assessment';
import { set } from '../state/choose';
import { makeFixes } from '../state/fixes';
import { CellLink } from './parts/cell-link';
import { DialogFrame } from './parts/dialog-frame';
import { usePane } from './use-pane';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '8px 0 0', padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
});

/** What fixes will change, cell by cell, for the person to agree to. */
export function FixDialog({ fixing, open }: { fixing: Finding[]; open: boolean }) {
  const styles = useStyles();
  const pane = usePane();
  const close = () => set(pane, { fixing: undefined });
  return (
    <DialogFrame
      title={`改正${fixing.length}处`}
      open={open}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>取消</Button>
          <Button appearance="primary" onClick={() => void makeFixes(pane)}>
            改正
          </Button>
        </>
      }
    >
      <Text size={200}>只改下列单元格，数值不变，改的是写法：</Text>
      <ul className={styles.list} tabIndex={0} aria-label="要改正的单元格">
        {fixing.map(
          ({ fix }) =>
            fix && (
              <li key={`${fix.source.sheet}${fix.source.cell}`} className={styles.row}>
                <Text>{fix.says}</Text>
                <CellLink source={fix.source} />
              </li>
            ),
        )}
      </ul>
    </DialogFrame>
  );
}
