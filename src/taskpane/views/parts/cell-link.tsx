import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Source } from '../../../assessment';
import { isOpen, showCell } from '../../state/choose';
import { usePane, usePaneState } from '../use-pane';
import { placeText } from './words';

const useStyles = makeStyles({
  link: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', textAlign: 'left' },
  text: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** Where something stands; a click selects the cell, when its workbook is the open one. */
export function CellLink({ source }: { source: Source }) {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  if (!isOpen(state, source)) {
    return (
      <Text size={200} className={styles.text}>
        {source.file} {placeText(source)}
      </Text>
    );
  }
  return (
    <Link as="button" className={styles.link} title="在表中选中这个单元格" onClick={() => void showCell(pane, source)}>
      {placeText(source)}
    </Link>
  );
}
