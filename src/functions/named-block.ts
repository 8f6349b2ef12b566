import { isBlank, nameIn, quoted } from './cells';
import { invalid } from './errors';

/** Words that head the columns of a block. */
const HEADINGS =
  /^(序号|编号|口径|口径编号|指标|指标名称|名称|事实|项目|数值|值|取值|选项|填报值|id|name|value|fact|option)$/i;

/**
 * Reads a block with names in its first column and values in its second. Headings, titles and blank rows are passed over.
 * @param names what the names should be, for the message about one that is not known
 * @param take takes a value; false when it does not know the name
 * @throws CellError #VALUE! for a value with an unknown name
 */
export function readNamedBlock(rows: unknown[][], names: string, take: (name: string, cell: unknown) => boolean): void {
  for (const [label, cell] of rows) {
    if (isBlank(label) && isBlank(cell)) continue;
    const name = nameIn(label);
    if (take(name, cell) || isBlank(cell) || HEADINGS.test(name) || HEADINGS.test(nameIn(cell))) continue;
    throw invalid(`${name ? quoted(name) : '“（空白）”'}不是${names}。`);
  }
}
