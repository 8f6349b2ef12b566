/**
 * Writes assets/bulletin/通报模板.docx, the template that an office changes to give its bulletins another look:
 * the product's own page, type and styles, with places for the content. Run it with `npx tsx`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTemplate } from '../src/bulletin/word/default-template';

const FOLDER = join(import.meta.dirname, '..', 'assets', 'bulletin');

mkdirSync(FOLDER, { recursive: true });
const template = await defaultTemplate({
  masthead: '宜良县政务服务管理局文件',
  issuer: '宜良县政务服务管理局',
  date: '2023年10月16日',
});
writeFileSync(join(FOLDER, '通报模板.docx'), template);
