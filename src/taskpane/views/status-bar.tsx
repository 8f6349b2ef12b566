import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { set } from '../state/choose';
import { MadeFile } from './made-file';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  bar: { flexShrink: 0, display: 'flex', flexDirection: 'column' },
  busy: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  what: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  message: { borderRadius: 0 },
});

/** What is going on, what came of it, and a file that was made. */
export function StatusBar() {
  const styles = useStyles();
  const pane = usePane();
  const { busy, notice } = usePaneState();
  return (
    <div className={styles.bar}>
      <div role="status">
        {busy && (
          <>
            <ProgressBar
              aria-label={busy.what}
              thickness="medium"
              {...(busy.total && { value: busy.done ?? 0, max: busy.total })}
            />
            <div className={styles.busy}>
              <Text size={200} className={styles.what}>
                {busy.what}
              </Text>
              {busy.total && (
                <Text size={200} className={styles.count}>
                  {busy.done}/{busy.total}
                </Text>
              )}
              {busy.stop && (
                <Button size="small" onClick={busy.stop}>
                  停止
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" className={styles.message}>
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label="关闭提示"
                onClick={() => set(pane, { notice: undefined })}
              />
            }
          />
        </MessageBar>
      )}
      <MadeFile />
    </div>
  );
}
