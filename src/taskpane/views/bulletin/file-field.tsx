import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import { giveFile } from '../../state/bulletin';
import type { BulletinFiles } from '../../state/pane-state';
import { PickButton } from '../parts/pick-button';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground3 },
  button: { minWidth: 0, flexShrink: 0 },
});

interface Props {
  what: keyof BulletinFiles;
  label: string;
  hint: string;
  accept: string;
}

/** A file that may be given to the bulletin, and taken away again. */
export function FileField({ what, label, hint, accept }: Props) {
  const styles = useStyles();
  const pane = usePane();
  const { bulletinFiles, busy } = usePaneState();
  const given = bulletinFiles[what];
  return (
    <div className={styles.row} role="group" aria-label={label}>
      <span className={styles.words}>
        <Text>{label}</Text>
        <Text size={200} className={styles.hint}>
          {given ? given.name : hint}
        </Text>
      </span>
      {given ? (
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={<DismissRegular />}
          aria-label={`不用${given.name}`}
          onClick={() => void giveFile(pane, what, undefined)}
        />
      ) : (
        <PickButton
          label={label}
          accept={accept}
          size="small"
          className={styles.button}
          icon={<DocumentRegular />}
          aria-label={`选择${label}`}
          disabled={busy !== undefined}
          onPick={([file]) => file && void giveFile(pane, what, file)}
        >
          选择
        </PickButton>
      )}
    </div>
  );
}
