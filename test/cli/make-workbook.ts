import fs from 'node:fs';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';

type Value = string | number | boolean | null;

/** Writes a workbook of plain rows, a sheet per key, as a department might save it. */
export async function makeWorkbook(path: string, sheets: { [name: string]: Value[][] }): Promise<string> {
  const bytes = await writeWorkbook({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      cells: rows.flatMap((row, r) =>
        row.flatMap((value, column) => (value === null ? [] : [{ row: r, column, value }])),
      ),
    })),
  });
  fs.writeFileSync(path, bytes);
  return path;
}

/** An indicator list of one unit, with figures for item 3.5. */
export function indicatorList(unit: string, compress: Value, instant: Value, trips: Value): Value[][] {
  return [
    ['2023年度政务服务指标数据表'],
    [`填报单位：${unit}`],
    ['序号', '指标名称', '计量单位', '数值', '备注'],
    [1, '承诺时限压缩比', '%', compress, null],
    [2, '即办件比例', '%', instant, null],
    [3, '平均跑动次数', '次', trips, null],
  ];
}
