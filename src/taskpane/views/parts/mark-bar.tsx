import { Button, makeStyles } from '@fluentui/react-components';
import { EraserRegular, HighlightRegular, WandRegular } from '@fluentui/react-icons';
import type { Finding } from '../../../assessment';
import { showFixes } from '../../state/fixes';
import { markCells, unmarkCells } from '../../state/marks';
import { usePane, usePaneState } from '../use-pane';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { minWidth: 0 },
});

/** What can be done with all findings at once: marks on the cells and off again, and the safe fixes. */
export function MarkBar({ findings }: { findings: Finding[] }) {
  const styles = useStyles();
  const pane = usePane();
  const { busy, marked } = usePaneState();
  const disabled = busy !== undefined;
  const fixes = findings.filter(({ fix }) => fix).length;
  const places = findings.some(({ source }) => source);
  if (!fixes && !marked && !places) return null;
  return (
    <div className={styles.root} role="group" aria-label="处理问题">
      {fixes > 0 && (
        <Button
          size="small"
          className={styles.button}
          icon={<WandRegular />}
          disabled={disabled}
          onClick={() => showFixes(pane, findings)}
        >
          全部改正（{fixes}）
        </Button>
      )}
      {places && (
        <Button
          size="small"
          className={styles.button}
          icon={<HighlightRegular />}
          disabled={disabled}
          onClick={() => void markCells(pane)}
        >
          {marked ? '重新标记' : '标记单元格'}
        </Button>
      )}
      {marked && (
        <Button
          size="small"
          className={styles.button}
          icon={<EraserRegular />}
          disabled={disabled}
          onClick={() => void unmarkCells(pane)}
        >
          取消标记
        </Button>
      )}
    </div>
  );
}
