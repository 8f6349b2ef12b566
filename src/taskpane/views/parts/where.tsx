import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { showCell } from '../../state/choose';
import type { Where as Said } from '../../state/recognise';
import { placeText } from './words';
import { usePane } from '../use-pane';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200 } });

/** What something was recognised from; a click selects the cell. */
export function Where({ where: { words, place } }: { where: Said }) {
  const styles = useStyles();
  const pane = usePane();
  if (typeof place === 'string') return <>{place}</>;
  return (
    <Link
      as="button"
      className={styles.link}
      title={words}
      aria-label={`${placeText(place)}：${words}`}
      onClick={() => void showCell(pane, place)}
    >
      {placeText(place)}
    </Link>
  );
}
