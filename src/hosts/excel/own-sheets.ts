import { keyInName } from '../../workbook/own-name';

/** The product's sheets in an open workbook: keys by the sheet's id. */
export type OwnKeys = Map<string, string>;

/** Asks which defined names there are; readable after the next sync. */
export function loadNames(context: Excel.RequestContext): Excel.NamedItemCollection {
  return context.workbook.names.load('items/name,items/type');
}

/** Asks which sheets the names of ours stand for; gives what reads the answer after the next sync. */
export function loadOwnKeys(names: Excel.NamedItemCollection): () => OwnKeys {
  const asked = names.items.flatMap((item) => {
    const key = keyInName(item.name);
    return key === undefined ? [] : [{ key, range: item.getRangeOrNullObject().load('worksheet/id') }];
  });
  return () =>
    new Map(asked.filter(({ range }) => !range.isNullObject).map(({ key, range }) => [range.worksheet.id, key]));
}
