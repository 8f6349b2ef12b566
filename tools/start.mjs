/**
 * The main job: `npm start`.
 *   npm start              Excel with the add-in where there is Excel, otherwise the workbench in the browser
 *   npm start -- --page    the workbench, also where there is Excel
 *   npm start -- --files   no page at all: assesses assets/samples, writes out/考评.xlsx and out/通报.docx
 */
import { parseArgs } from 'node:util';
import { hasExcel, startExcel } from './start/excel.mjs';
import { writeFiles } from './start/files.mjs';
import { startWorkbench } from './start/workbench.mjs';

/** What was asked for; says what can be asked for when it is nothing of the kind. */
function asked() {
  try {
    return parseArgs({ options: { page: { type: 'boolean' }, files: { type: 'boolean' } } }).values;
  } catch {
    console.error('可选的写法：npm start、npm start -- --page、npm start -- --files。');
    process.exit(2);
  }
}

const { page, files } = asked();
if (files) {
  writeFiles();
} else if (page || !hasExcel()) {
  await startWorkbench();
} else if (!startExcel()) {
  console.log('加载到 Excel 没有成功（原因见上），改为打开网页工作台。');
  await startWorkbench();
}
