import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { usePaneState } from './use-pane';

const NoticeBar = lazy(async () => ({ default: (await import('./notice-bar')).NoticeBar }));
const MadeFile = lazy(async () => ({ default: (await import('./made-file')).MadeFile }));

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
});

/** What is going on, what came of it, and a file that was made. */
export function StatusBar() {
  const styles = useStyles();
  const { busy, notice, made } = usePaneState();
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
      {notice && !busy && (
        <Suspense>
          <NoticeBar notice={notice} />
        </Suspense>
      )}
      {made && (
        <Suspense>
          <MadeFile made={made} />
        </Suspense>
      )}
    </div>
  );
}
