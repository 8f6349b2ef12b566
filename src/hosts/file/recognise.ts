import { UnreadableFile } from './unreadable';

const SAVE_AS = '请用Excel或WPS打开后另存为.xlsx（Excel工作簿），再重新报送。';

/**
 * What kind of workbook the bytes are, whatever the file's name ends in. Throws a sentence for what is none, so that
 * nothing is ever guessed from a text or a picture.
 */
export function recognise(bytes: Uint8Array): 'zip' | 'xls' {
  const head = Array.from(bytes.subarray(0, 8));
  const starts = (...signature: number[]) => signature.every((byte, i) => head[i] === byte);
  if (bytes.length === 0) throw new UnreadableFile('文件是空的（0字节）。', '请检查原文件，重新复制或上传。');
  if (starts(0x50, 0x4b)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'xls';
  if (head[0] === 0x09 && head[1] <= 0x08 && head[3] === 0) throw notAWorkbook('Excel 95以前的旧格式', SAVE_AS);
  if (starts(0x25, 0x50, 0x44, 0x46)) throw notAWorkbook('PDF文件', '请报送原来的Excel文件，不要报送PDF。');
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x42, 0x4d)) {
    throw notAWorkbook('图片', '请报送原来的Excel文件，不要报送截图或照片。');
  }
  if (starts(0x52, 0x61, 0x72, 0x21) || starts(0x37, 0x7a, 0xbc, 0xaf)) {
    throw notAWorkbook('压缩包', '请解压后逐个报送其中的Excel文件。');
  }
  if (starts(0x7b, 0x5c, 0x72, 0x74)) throw notAWorkbook('RTF文档', SAVE_AS);
  const text = textOf(bytes.subarray(0, 4096));
  if (text === undefined) {
    throw new UnreadableFile(
      '文件不是有效的Excel工作簿，可能已损坏，或被单位的加密软件加了密。',
      '请先解密（或在能正常打开的电脑上）用Excel或WPS打开并另存为.xlsx，再重新报送。',
    );
  }
  if (/schemas-microsoft-com:office:spreadsheet/i.test(text)) throw notAWorkbook('XML表格（2003版）', SAVE_AS);
  if (
    /^\s*<(?:!doctype\s+html|html|head|body|table|meta|style)\b|<table\b/i.test(text) ||
    /^MIME-Version:/i.test(text)
  ) {
    throw notAWorkbook('网页表格', SAVE_AS);
  }
  if (/^\s*<\?xml/.test(text)) throw notAWorkbook('XML文件', SAVE_AS);
  throw notAWorkbook('文本文件（如CSV）', SAVE_AS);
}

function notAWorkbook(kind: string, remedy: string): UnreadableFile {
  return new UnreadableFile(`文件内容实际是${kind}，不是Excel工作簿，扩展名不对。`, remedy);
}

/** The bytes as text for a look at their beginning, or undefined when they are no text. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const controls = bytes.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls === 0 ? new TextDecoder('utf-8').decode(bytes) : undefined;
}
