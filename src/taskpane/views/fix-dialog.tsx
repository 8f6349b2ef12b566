import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Finding } from '../../assessment';
import { set } from '../state/choose';
import { makeFixes } from '../state/fixes';
import { CellLink } from './parts/cell-link';
import { useReturnFocus } from './parts/use-return-focus';
import { usePane } from './use-pane';

const useStyles = makeStyles({
  surface: { padding: '16px', width: 'calc(100vw - 24px)', maxWidth: '480px' },
  list: { listStyle: 'none', margin: '8px 0 0', padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  actions: { '@media (max-width: 480px)': { gridColumnStart: 1 } },
});

/** What fixes will change, cell by cell, for the person to agree to. */
export function FixDialog({ fixing, open }: { fixing: Finding[]; open: boolean }) {
  const styles = useStyles();
  const pane = usePane();
  useReturnFocus(open);
  const close = () => set(pane, { fixing: undefined });
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>改正{fixing.length}处</DialogTitle>
          <DialogContent>
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
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button onClick={close}>取消</Button>
            <Button appearance="primary" onClick={() => void makeFixes(pane)}>
              改正
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
