/** Numbers in Chinese characters: 三, 十二, 二十三, 一百零五, 九十三点五, 二〇二三. */

const DIGITS: { [character: string]: number } = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: { [character: string]: number } = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

export const CHINESE_NUMBER = '[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?';

/** The number, or undefined when the characters do not make one. */
export function chineseNumber(characters: string): number | undefined {
  if (!/^[零〇一壹二两三四五六七八九十百千万点]+$/.test(characters)) return undefined;
  const [whole, decimals] = characters.split('点');
  const value = wholeNumber(whole);
  if (value === undefined || decimals === undefined) return value;
  return Number(`${value}.${digitsOnly(decimals)}`);
}

function digitsOnly(characters: string): string {
  return [...characters].map((character) => DIGITS[character]).join('');
}

function wholeNumber(characters: string): number | undefined {
  if (!/[十百千万]/.test(characters)) {
    // One digit, or digits read out one by one; 一二 beside each other otherwise is an estimate (一两次).
    if (characters.length > 1 && !/^[零〇一二三四五六七八九]{3,}$/.test(characters)) return undefined;
    return Number(digitsOnly(characters));
  }
  let sum = 0;
  let digit: number | undefined;
  for (const character of characters) {
    if (character in DIGITS) {
      digit = DIGITS[character];
    } else {
      const ten = TENS[character];
      if (ten === 10000) sum = (sum + (digit ?? 0)) * ten;
      else sum += (digit ?? 1) * ten;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
