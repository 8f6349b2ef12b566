/** What Excel can hold in one cell. */
const LONGEST = 32_767;

/** A text as a cell can hold it: no control characters, not too long. */
export function cellText(text: string): string {
  const allowed = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
  if (allowed.length <= LONGEST) return allowed;
  const kept = LONGEST - 40;
  return `${allowed.slice(0, kept)}……（文字超过单元格上限，以下${allowed.length - kept}字从略）`;
}
