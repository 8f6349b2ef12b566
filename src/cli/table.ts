/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}

/** Lines of a plain table; columns named in `right` are set flush right. */
export function table(heading: string[], rows: string[][], right: number[] = []): string[] {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const line = (row: string[]) =>
    widths
      .map((columns, column) => {
        const cell = row[column] ?? '';
        const gap = ' '.repeat(columns - width(cell));
        return right.includes(column) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(heading), widths.map((columns) => '-'.repeat(columns)).join('  '), ...rows.map(line)];
}
