import { makeStyles } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { Empty } from './parts/empty';

const useStyles = makeStyles({ main: { margin: 'auto' } });

/** What is shown where no workbook can be reached. */
export function NoWorkbook({ says }: { says: string }) {
  return (
    <main className={useStyles().main}>
      <Empty icon={<PlugDisconnectedRegular />} title="没有连上工作簿" says={says} />
    </main>
  );
}
