import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useReturnFocus } from './use-return-focus';

const useStyles = makeStyles({
  surface: { padding: '16px', width: 'calc(100vw - 24px)', maxWidth: '480px' },
  // Beside one another also where the pane is narrow.
  actions: { '@media (max-width: 480px)': { gridColumnStart: 1 } },
});

interface DialogFrameProps {
  title: ReactNode;
  open: boolean;
  onClose(): void;
  /** Buttons, the one that closes without doing anything first. */
  actions: ReactNode;
  /** Of the content. */
  className?: string;
  children: ReactNode;
}

/** A dialog as all of ours are: as wide as the pane allows, and back to where the person was once it has closed. */
export function DialogFrame({ title, open, onClose, actions, className, children }: DialogFrameProps) {
  const styles = useStyles();
  useReturnFocus(open);
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={className}>{children}</DialogContent>
          <DialogActions className={styles.actions}>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
