/** Quotation marks within quotation marks made single ones; text whose marks don't pair is left as it is. */
export function innerQuotes(text: string): string {
  let depth = 0;
  let paired = true;
  const changed = text.replace(/[“”]/g, (mark) => {
    if (mark === '“') return depth++ % 2 === 0 ? mark : '‘';
    depth -= 1;
    if (depth < 0) paired = false;
    return depth % 2 === 0 ? mark : '’';
  });
  return paired && depth === 0 ? changed : text;
}
