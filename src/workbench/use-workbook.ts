import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { addCharts } from '../hosts/file/charts';
import { UnreadableFile } from '../hosts/file/unreadable';
import { saveCopy } from '../hosts/grid/save-copy';
import { startUniver, type FUniver } from '../hosts/grid/start-univer';
import { openWorkbook, type OpenWorkbook } from './open-workbook';
import { FIRST_SAMPLE, sampleBytes } from './samples';
import { copyName, download } from './save-file';
import { ylFunctions } from './yl-functions';

/** The workbook in the grid and what can be done with it. */
export interface WorkbookState {
  open: OpenWorkbook | undefined;
  isSample: boolean;
  /** What is going on, a Chinese phrase. */
  busy: string | undefined;
  /** Why something did not work, a Chinese sentence. */
  problem: string | undefined;
  openFile(file: File): void;
  openSample(name: string): void;
  save(): void;
  dismissProblem(): void;
}

const DARK = '(prefers-color-scheme: dark)';

/** Keeps a grid in an element of the page, with the first sample in it. */
export function useWorkbook(place: RefObject<HTMLElement>): WorkbookState {
  const univer = useRef<FUniver>();
  const [open, setOpen] = useState<OpenWorkbook>();
  const [isSample, setIsSample] = useState(false);
  const [busy, setBusy] = useState<string | undefined>('正在打开示例');
  const [problem, setProblem] = useState<string>();

  const doing = useCallback(async (what: string, failed: string, remedy: string, work: () => Promise<void>) => {
    setBusy(what);
    setProblem(undefined);
    try {
      // Lets the page show what it is about to do.
      await new Promise((resolve) => setTimeout(resolve));
      await work();
    } catch (error) {
      setProblem(failed + (error instanceof UnreadableFile ? error.message : remedy));
    } finally {
      setBusy(undefined);
    }
  }, []);

  const show = useCallback(async (bytes: Uint8Array, name: string, sample: boolean) => {
    setOpen(await openWorkbook(univer.current!, bytes, name, { withScores: sample && name === FIRST_SAMPLE }));
    setIsSample(sample);
  }, []);

  const openSample = useCallback(
    (name: string) => {
      void doing(`正在打开“${name}”`, '示例没有打开。', '请刷新页面后重试。', () =>
        show(sampleBytes(name), name, true),
      );
    },
    [doing, show],
  );

  const openFile = useCallback(
    (file: File) => {
      const remedy = '请用Excel或WPS另存为.xlsx后再试。';
      void doing(`正在打开“${file.name}”`, `“${file.name}”没有打开。`, remedy, async () => {
        await show(new Uint8Array(await file.arrayBuffer()), file.name, false);
      });
    },
    [doing, show],
  );

  const save = useCallback(() => {
    if (!open) return;
    void doing('正在保存副本', '副本没有保存。', '请稍后重试。', async () => {
      download(await saveCopy(open.workbook, addCharts), copyName(open.name));
    });
  }, [doing, open]);

  useEffect(() => {
    const dark = window.matchMedia(DARK);
    const grid = startUniver(place.current!, ylFunctions, dark.matches);
    univer.current = grid;
    const follow = () => grid.toggleDarkMode(dark.matches);
    dark.addEventListener('change', follow);
    openSample(FIRST_SAMPLE);
    return () => {
      dark.removeEventListener('change', follow);
      grid.dispose();
    };
  }, [place, openSample]);

  return {
    open,
    isSample,
    busy,
    problem,
    openFile,
    openSample,
    save,
    dismissProblem: useCallback(() => setProblem(undefined), []),
  };
}
