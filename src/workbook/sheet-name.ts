const LONGEST = 31;

/**
 * Names that Excel takes, one for each wish: forbidden characters replaced, cut to 31, no two alike (capitals do not
 * count). A wish that is fine already is kept.
 */
export function validSheetNames(wishes: string[]): string[] {
  const taken = new Set<string>();
  return wishes.map((wish) => {
    const plain = cleaned(wish);
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(plain, LONGEST - String(n).length - 2)}(${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function cleaned(wish: string): string {
  const allowed = wish
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, '')
    .replace(/[[\]:*?/\\]/g, '_')
    // Allowed inside a name, but it must be doubled in every formula: not worth it.
    .replace(/'/g, '’');
  const name = cut(allowed, LONGEST).trim();
  // Excel keeps the name History for itself.
  return name === '' ? '工作表' : /^history$/i.test(name) ? `${name}_` : name;
}

/** Cuts without splitting a character that takes two units. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
