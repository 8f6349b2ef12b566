import { startWithoutWorkbook } from './start-pane';

startWithoutWorkbook(
  document.querySelector<HTMLElement>('#pane')!,
  '请在Excel中打开：功能区“政务考评”选项卡，点“考评窗格”。',
);
