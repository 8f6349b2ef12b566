import { itemsOf, type Rules } from './rules';

const NUMERALS = '零一二三四五六七八九';

/** 三 is 3, 十 is 10, 十三 is 13, 二十 is 20. */
function fromChinese(numeral: string): string {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (text: string, none: number) => (text ? NUMERALS.indexOf(text) : none);
  return String((numeral.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
}

/** "三、5.", "一、1.(2)", "１.１.（２）" as "3.5", "1.1.2". */
function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[零一二三四五六七八九十]+/g, fromChinese)
    .replace(/[\s、.。,()]+/g, '.')
    .replace(/^\.|\.$/g, '');
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/**
 * The item that a reference names: "3.5", "三、5", "一、1.(2)"; or a Chinese sentence that says why it cannot be told.
 * A number is taken only when one item can be meant: 2.1 typed as a number could also be 2.10.
 */
export function findItem<R extends Rules>(rules: R, reference: unknown): { item: R['bonus'] } | { problem: string } {
  const items = itemsOf<R['bonus']>(rules);
  if (typeof reference === 'number') {
    const candidates = items.filter(
      ({ id }) => id === String(reference) || (id === `${reference}0` && id.includes('.')),
    );
    if (candidates.length === 1) return { item: candidates[0] };
    if (candidates.length > 1) {
      const ids = candidates.map(({ id }) => `"${id}"`).join('或');
      return { problem: `条目${reference}以数字填写时不能区分${ids}，请用文本填写。` };
    }
  }
  if (typeof reference !== 'string' && typeof reference !== 'number') return { problem: '请填写条目编号，例如"3.5"。' };
  const text = String(reference);
  const id = normalized(text);
  const item = items.find((candidate) => candidate.id === id);
  if (item) return { item };
  const parts = items.filter((candidate) => id !== '' && candidate.id.startsWith(`${id}.`));
  if (parts.length) {
    const ids = parts.map((part) => part.id).join('、');
    return { problem: `“${shorten(text)}”下有${parts.length}个条目：${ids}，请写明是哪一个。` };
  }
  return { problem: `考评细则中没有条目“${shorten(text)}”，请填写"3.5"或"三、5"这样的编号。` };
}
