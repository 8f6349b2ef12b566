import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { clearCollected } from '../../state/keep-collection';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  root: { color: tokens.colorNeutralForeground3 },
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

const SAYS = {
  yes: '文件内容保存在本机的浏览器数据中，不会上传；关闭窗格后再打开，不必重新选择。',
  'not yet': '正在把文件内容保存到本机的浏览器数据中，请稍候再关闭窗格。',
  refused: '本机不允许保存数据：关闭窗格后，这些文件要重新选择。请先写入工作表。',
};

/** Where collected files are kept, and a way to clear them, which is asked about first. */
export function KeptNote({ files }: { files: number }) {
  const styles = useStyles();
  const pane = usePane();
  const { filesKept, busy } = usePaneState();
  const [asks, setAsks] = useState(false);
  if (asks) {
    return (
      <div className={styles.asked} role="group" aria-label="清除收集的文件">
        <Text size={200}>将清除本机保存的全部收集内容，包括其他工作簿的。清除后，这里的{files}个文件要重新选择。</Text>
        <Button size="small" autoFocus disabled={busy !== undefined} onClick={() => void clearCollected(pane)}>
          清除
        </Button>
        <Button size="small" onClick={() => setAsks(false)}>
          保留
        </Button>
      </div>
    );
  }
  return (
    <Text size={200} className={styles.root}>
      {SAYS[filesKept]}{' '}
      <Link as="button" onClick={() => setAsks(true)}>
        清除
      </Link>
    </Text>
  );
}
