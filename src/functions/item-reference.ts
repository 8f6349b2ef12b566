import type { Item } from '../rulebook/model';
import { itemsOf } from '../scoring/compile';
import type { Rulebook } from '../rulebook/model';
import { invalid } from './errors';

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
    .replace(/[\s、.。．,()]+/g, '.')
    .replace(/^\.|\.$/g, '');
}

/**
 * The item that a cell names. A number is taken only when one item can be meant: 2.1 typed as a number could also be
 * 2.10.
 * @throws CustomFunctions.Error #VALUE! when no item, or more than one, can be meant
 */
export function findItem(rulebook: Rulebook, reference: unknown): Item {
  const cell = Array.isArray(reference) ? (reference[0] as unknown[])?.[0] : reference;
  const items = itemsOf(rulebook);
  if (typeof cell === 'number') {
    const candidates = items.filter(({ id }) => id === String(cell) || (id === `${cell}0` && id.includes('.')));
    if (candidates.length === 1) return candidates[0];
    if (candidates.length > 1) {
      const ids = candidates.map(({ id }) => `"${id}"`).join('或');
      throw invalid(`条目${cell}以数字填写时不能区分${ids},请用文本填写,例如${ids}。`);
    }
  }
  if (typeof cell !== 'string' && typeof cell !== 'number') throw invalid('请填写条目编号,例如"3.5"。');
  const id = normalized(String(cell));
  const item = items.find((candidate) => candidate.id === id);
  if (item) return item;
  const parts = items.filter((candidate) => id !== '' && candidate.id.startsWith(`${id}.`));
  if (parts.length) {
    throw invalid(
      `“${shorten(cell)}”下有${parts.length}个条目:${parts.map((part) => part.id).join('、')},请写明是哪一个。`,
    );
  }
  throw invalid(`考评细则中没有条目“${shorten(cell)}”,请填写"3.5"或"三、5"这样的编号。`);
}

function shorten(cell: string | number): string {
  const text = String(cell);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
