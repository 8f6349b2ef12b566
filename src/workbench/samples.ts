/** The sample workbooks that come inside the page. */
const files = import.meta.webpackContext('../../assets/samples', { regExp: /\.xlsx$/ });

/** The one that opens by itself: a column of plain figures, each of which moves a score. */
export const FIRST_SAMPLE = '县民政局指标数据表.xlsx';

/** The names of all samples, the first one first. */
export const sampleNames: string[] = files
  .keys()
  .map((key) => key.replace(/^\.\//, ''))
  .sort((a, b) => Number(b === FIRST_SAMPLE) - Number(a === FIRST_SAMPLE) || a.localeCompare(b, 'zh-CN'));

/** The bytes of a sample. */
export function sampleBytes(name: string): Uint8Array {
  const [, base64] = files(`./${name}`).split('base64,');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
