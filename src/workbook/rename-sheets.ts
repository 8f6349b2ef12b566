/** The names that sheets really have, by those they were planned with. */
export type SheetNames = ReadonlyMap<string, string>;

/** A formula with its references to sheets changed from wished names to the names that the sheets really have. */
export function renameSheets(formula: string, names: SheetNames): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 0 ? renameOutsideTexts(part, names) : part))
    .join('');
}

function renameOutsideTexts(part: string, names: SheetNames): string {
  return part.replace(/'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu, (whole, quoted?: string, plain?: string) => {
    const name = names.get(quoted?.replace(/''/g, "'") ?? plain!);
    return name === undefined ? whole : `${quotedSheet(name)}!`;
  });
}

/** A sheet's name as formulas need it. */
export function quotedSheet(name: string): string {
  // Names that could be taken for a cell or begin with a digit need quotes as well.
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Z]{1,3}\d|^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}
