import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { showCell } from '../../state/choose';
import type { Where as Said } from '../../state/recognise';
import { usePane } from '../use-pane';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200 } });

const LONGEST = 16;

const short = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

/** What something was recognised from; a click selects the cell. */
export function Where({ where }: { where: Said }) {
  const styles = useStyles();
  const pane = usePane();
  const { words, source } = where;
  if (!source) return <>“{short(words)}”</>;
  return (
    <Link
      as="button"
      className={styles.link}
      title={`${source.sheet} ${source.cell}：${words}`}
      onClick={() => void showCell(pane, source)}
    >
      “{short(words)}”
    </Link>
  );
}
