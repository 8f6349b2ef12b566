import { CFB, read, type WorkSheet } from '@e965/xlsx';
import type { Snapshot } from '../../workbook/snapshot';
import { isEncrypted, keepNeededRecords } from './biff-records';
import { checkCompoundFile } from './compound-file';
import { LIMITS } from './limits';
import { NumberTexts } from './number-text';
import { toSheet } from './to-sheet';
import { damaged, UnreadableFile } from './unreadable';

/** Reads the older binary format (.xls, and .et of WPS), or says why it cannot be read. */
export function readXls(bytes: Uint8Array, file: string): Snapshot {
  if (bytes.length > LIMITS.xlsFile) {
    throw new UnreadableFile(
      '.xls文件太大（超过20 MB），不予读取。',
      '请删去图片和无关工作表，另存为.xlsx后重新报送。',
    );
  }
  const stream = workbookStream(bytes);
  if (isEncrypted(stream)) throw passwordProtected();
  keepNeededRecords(stream);
  const book = read(stream, {
    type: 'array',
    dense: true,
    cellHTML: false,
    cellNF: true,
    cellText: false,
    // Hidden rows and columns come with it.
    cellStyles: true,
    xlfn: true,
  });
  const date1904 = !!book.Workbook?.WBProps?.date1904;
  const texts = new NumberTexts(date1904);
  return {
    file,
    date1904,
    sheets: book.SheetNames.flatMap((name, i) => {
      const sheet = ownSheet(book.Sheets, name);
      if (!sheet) throw damaged();
      if (sheet['!type'] === 'chart') return [];
      return toSheet(
        sheet,
        {
          name,
          hidden: !!book.Workbook?.Sheets?.[i]?.Hidden,
          merges: (sheet['!merges'] ?? []).map((m) => ({
            top: m.s.r,
            left: m.s.c,
            bottom: m.e.r,
            right: m.e.c,
          })),
          isHiddenRow: (row) => !!sheet['!rows']?.[row]?.hidden,
          isHiddenColumn: (column) => !!sheet['!cols']?.[column]?.hidden,
        },
        texts,
      );
    }),
  };
}

/**
 * The records of the workbook, out of the container that also brings properties, pictures and macros: the library
 * never sees those. The same container holds encrypted workbooks and Word documents, which are told apart here.
 */
function workbookStream(bytes: Uint8Array): Uint8Array {
  checkCompoundFile(bytes);
  const container = CFB.read(bytes, { type: 'array' });
  if (CFB.find(container, 'EncryptedPackage')) throw passwordProtected();
  const stream = CFB.find(container, 'Workbook');
  if (stream?.content?.length) return Uint8Array.from(stream.content);
  if (CFB.find(container, 'WordDocument')) {
    throw new UnreadableFile('文件内容实际是Word文档，不是Excel工作簿。', '请报送Excel文件。');
  }
  if (CFB.find(container, 'Book')) {
    // Its texts are in the code page of the machine that wrote them.
    throw new UnreadableFile('文件是Excel 95以前的旧格式，无法读取。', '请用Excel或WPS打开后另存为.xlsx，再重新报送。');
  }
  throw damaged();
}

function passwordProtected(): UnreadableFile {
  return new UnreadableFile(
    '文件设有打开密码，无法读取。',
    '请用Excel或WPS打开后取消打开密码（文件—信息—保护工作簿），保存后重新报送。',
  );
}

/** The library keeps sheets in an object, where some names already mean something else. */
function ownSheet(sheets: Record<string, WorkSheet>, name: string): WorkSheet | undefined {
  if (name === '__proto__') return Object.getPrototypeOf(sheets);
  return Object.hasOwn(sheets, name) ? sheets[name] : undefined;
}
