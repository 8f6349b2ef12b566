import fs from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import type { Snapshot } from '../../src/workbook/snapshot';
import { day, percent, workbook } from '../intake/workbook';

const SAMPLES = path.join(__dirname, '..', '..', 'assets', 'samples');

/** The sample workbooks as people get them. */
export function samples(): Snapshot[] {
  return fs
    .readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => readWorkbook(fs.readFileSync(path.join(SAMPLES, name)), name));
}

/** A self-assessment whose rows name their items, so that their order means nothing. */
const byNumber = workbook('自评.xlsx', {
  name: '自评',
  rows: [
    ['2023年考评自评表'],
    ['填报单位：县林草局'],
    ['序号', '条款号', '完成情况', '自评得分'],
    [1, '3.5', '承诺时限压缩比92%，即办件比例76%，平均跑动次数0.03次。', 3],
    [2, '2.10', '评价覆盖率91%，1—9月好差评数据均已汇聚。', 2],
    [3, '5.1', '非涉密系统3个，已共享2个。', 1.5],
    [4, '6.1', '归集信用承诺560件，辖区企业415家。', 1],
    [5, '3.2', '全程网办率93.5%，“零跑腿”比例96%。', 1],
  ],
});

/** Units in rows under names over two rows, with rates in every manner. */
const unitsInRows = workbook('汇总.xlsx', {
  name: '数据',
  rows: [
    ['2023年1—9月数据统计'],
    ['序号', '单位', '马上办好', null, null, '一网通办', null],
    [null, null, '承诺时限压缩比', '即办件比例', '平均跑动次数', '全程网办率', '零跑腿比例'],
    [1, '县应急局', percent(0.915), '86.1%', 0.03, percent(0.953), percent(0.988)],
    [2, '县审计局', '91％', percent(0.75), 0.05, percent(0.92), '/'],
    [3, '县统计局', percent(0.848), null, '0.04次', percent(0.9295), percent(0.955)],
    [4, '北古城镇', percent(0.7), percent(0.8), 0, 1, 1],
  ],
  merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:G2'],
});

/** What was found, each line its own. */
const ledger = workbook('台账.xlsx', {
  name: '台账',
  rows: [
    ['政务服务抽查问题台账'],
    ['序号', '检查日期', '责任单位', '存在问题', '次数'],
    [1, day('2023-03-02'), '县应急局', '线上线下办事指南内容不一致', 1],
    [2, day('2023-04-12'), '县审计局', '窗口外收件，属“明进暗不进”', 2],
    [3, day('2023-05-20'), '县应急局', '行政许可事项办事指南未及时更新', 1],
    [4, day('2023-08-02'), '北古城镇', '实施清单要素与省平台不一致', 1],
  ],
  merges: ['A1:E1'],
});

/** Workbooks made for these tests. */
export function selfMade(): Snapshot[] {
  return [byNumber, unitsInRows, ledger];
}
