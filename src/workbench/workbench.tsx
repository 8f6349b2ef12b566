import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { DropArea } from './drop-area';
import { FirstSteps } from './first-steps';
import type { OpenWorkbook } from './open-workbook';
import { PaneFrame } from './pane-frame';
import { copyName } from './save-file';
import { SaveDialog } from './save-dialog';
import { Splitter, withinWindow } from './splitter';
import { TopBar } from './top-bar';
import { useWorkbook } from './use-workbook';

const useStyles = makeStyles({
  main: { flexGrow: 1, minHeight: 0, display: 'flex' },
  left: { flexGrow: 1, minWidth: 0, position: 'relative', display: 'flex', flexDirection: 'column' },
  grid: { flexGrow: 1, minHeight: 0 },
  bar: { borderRadius: 0, borderLeftStyle: 'none', borderRightStyle: 'none', borderTopStyle: 'none', flexShrink: 0 },
  pane: { flexShrink: 0, minWidth: 0 },
  hidden: { display: 'none' },
  busy: {
    position: 'absolute',
    inset: 0,
    zIndex: 1000,
    display: 'grid',
    placeContent: 'center',
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
  },
});

/** On a small screen the sample's scores need the room more. */
const paneWidthAtFirst = () => withinWindow(window.innerWidth < 1440 ? 360 : 420);

async function goToTry({ host, tryAt }: OpenWorkbook): Promise<void> {
  await host.select(tryAt!);
  host.focus();
}

/** The whole page: what stands in for Excel on the left, the add-in's pane on the right. */
export function Workbench() {
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const workbook = useWorkbook(grid);
  const { open, busy, problem } = workbook;
  const [paneWidth, setPaneWidth] = useState(paneWidthAtFirst);
  const [paneShown, setPaneShown] = useState(true);
  const [stepsShown, setStepsShown] = useState(true);
  const [saving, setSaving] = useState(false);
  return (
    <>
      <TopBar
        file={open?.name}
        busy={busy !== undefined}
        paneShown={paneShown}
        onOpen={workbook.openFile}
        onSample={workbook.openSample}
        onSave={() => setSaving(true)}
        onTogglePane={() => setPaneShown(!paneShown)}
      />
      {problem && (
        <MessageBar intent="error" className={styles.bar}>
          <MessageBarBody>{problem}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="关闭提示"
                onClick={workbook.dismissProblem}
              />
            }
          />
        </MessageBar>
      )}
      {open?.tryAt && workbook.isSample && stepsShown && (
        <FirstSteps onTry={() => void goToTry(open)} onClose={() => setStepsShown(false)} />
      )}
      <main className={styles.main}>
        <div className={styles.left}>
          <div ref={grid} className={styles.grid} />
          {busy && (
            <div className={styles.busy} role="status">
              <Spinner label={busy} />
            </div>
          )}
        </div>
        <div className={paneShown ? styles.main : styles.hidden} style={{ flexGrow: 0 }}>
          <Splitter width={paneWidth} onMove={setPaneWidth} />
          <div className={styles.pane} style={{ width: paneWidth }}>
            <PaneFrame host={open?.host} />
          </div>
        </div>
      </main>
      {saving && open && (
        <SaveDialog
          file={copyName(open.name)}
          onClose={() => setSaving(false)}
          onSave={() => {
            setSaving(false);
            workbook.save();
          }}
        />
      )}
      <DropArea onDrop={workbook.openFile} />
    </>
  );
}
