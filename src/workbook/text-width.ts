/** How many letters' width a text takes: Chinese characters and the marks among them (“”、—、…) take two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2000' ? 2 : 1), 0);
}
