import { makeStyles } from '@fluentui/react-components';
import type { Assessment, FileRead } from '../../../assessment';
import { unitsByFile } from '../../state/assessing';
import { Card } from '../parts/card';
import { usePane, usePaneState } from '../use-pane';
import { FileRow } from './file-row';
import { KeptNote } from './kept-note';

const useStyles = makeStyles({
  card: { padding: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The files that were read, and first those that were not, with the reason. */
export function FileList({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  const { files: picked, unitsGiven } = state.collection;
  const units = unitsByFile(pane, state);
  const unitsOf = ({ file }: FileRead) => units.get(file) ?? [];
  const place = (read: FileRead) => (read.status !== 'read' ? 0 : unitsOf(read).length ? 2 : 1);
  const files = [...assessment.files].sort((a, b) => place(a) - place(b));
  return (
    <>
      <Card className={styles.card} aria-label="文件">
        <ul className={styles.list}>
          {files.map((read) => (
            <FileRow
              key={read.file}
              read={read}
              picked={picked.some(({ file }) => file === read.file)}
              units={unitsOf(read)}
              given={unitsGiven[read.file] || undefined}
            />
          ))}
        </ul>
      </Card>
      {picked.length > 0 && <KeptNote files={picked.length} />}
    </>
  );
}
