import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { startPane } from '../taskpane/start-pane';
import type { WorkbookHost } from '../workbook/host';

const useStyles = makeStyles({
  frame: { border: 'none', width: '100%', height: '100%', display: 'block' },
});

/** The page inside the frame. A document of its own keeps the grid's styles away from the pane. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8"><title>考评</title>
  <style>html, body, #pane { height: 100%; margin: 0; }</style></head>
  <body><div id="pane"></div></body>
</html>`;

/** The add-in's task pane beside the grid, as it stands beside Excel's. */
export function PaneFrame({ host }: { host: WorkbookHost | undefined }) {
  const styles = useStyles();
  const [root, setRoot] = useState<HTMLElement>();
  useEffect(() => (root && host ? startPane(root, host) : undefined), [root, host]);
  return (
    <iframe
      className={styles.frame}
      title="考评任务窗格"
      srcDoc={PAGE}
      onLoad={(event) => setRoot(event.currentTarget.contentDocument!.querySelector<HTMLElement>('#pane')!)}
    />
  );
}
