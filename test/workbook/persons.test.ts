import rulebook from '../../src/rulebook/default';
import {
  cellWithoutPersons,
  fileWithoutPersons,
  withoutContacts,
  withoutQuotedNames,
} from '../../src/workbook/persons';

describe('names and numbers of persons', () => {
  it.each([
    ['填报人：张三', '填报人：（略）'],
    ['申诉人李明提交截图，投诉人王小明反映', '申诉人（略）提交截图，投诉人（略）反映'],
    ['登记人：王示范　电话：0871-00000041', '登记人：（略）　电话（略）'],
    ['填报人 张三 13800000000', '填报人（略） （号码略）'],
    ['联系人:欧阳修,电话0871-67591234', '联系人：（略）,电话（略）'],
    ['由王小明（13911112222）填写', '由（号码略）填写'],
    ['李四，联系电话：１３８００００００００。', '（号码略）。'],
    ['张 三 139 1234 5678', '（号码略）'],
    ['身份证53012519800101123X', '身份证（号码略）'],
  ])('%s', (text, instead) => {
    expect(withoutContacts(text)).toBe(instead);
  });

  it('goes no further', () => {
    for (const text of [
      '县政府分管领导负责。',
      '牵头单位负责人员培训3次。',
      '承诺时限压缩比79.5%，在60%（含）至80%（不含）之间',
      '共办理13800件，其中网办12345件',
      '“马上办好”',
      '压缩比66.0871279031%，好于33.13912345678%',
      '责任人未落实',
    ]) {
      expect(withoutContacts(text)).toBe(text);
    }
  });

  it('leaves out what a cell held when it was a name and nothing else', () => {
    expect(withoutQuotedNames('“抽查次数”填的是“张三”。')).toBe('“抽查次数”填的是“（略）”。');
    expect(withoutQuotedNames('“张三、李小四”不在任何单位名单中')).toBe('“（略）”不在任何单位名单中');
    for (const text of ['“县招商合作中心”不在任何单位名单中', '“汤池镇”写法不对', '“成效”“金额、万元”不是指标']) {
      expect(withoutQuotedNames(text)).toBe(text);
    }
  });

  it('leaves a cell that held a name and nothing else without its words', () => {
    expect(cellWithoutPersons('张三')).toBe('（略）');
    expect(cellWithoutPersons('压缩比88%（填报人：李四 13900001111）')).toBe('压缩比88%（填报人：（略） （号码略））');
    for (const text of ['88%', '已完成', '不涉及', '匡远街道']) expect(cellWithoutPersons(text)).toBe(text);
  });

  it('leaves a file without the names in its name', () => {
    expect(fileWithoutPersons('自评表（李四）.xlsx')).toBe('自评表（略）.xlsx');
    expect(fileWithoutPersons('县发改局-张三-13800001111.xls')).toBe('县发改局-（略）-（号码略）.xls');
    for (const file of ['C1-数据统计类指标汇总表.xlsx', '2023年第三季度 自评表(终稿).xlsx', '李四平台.v2.xlsx']) {
      expect(fileWithoutPersons(file)).toBe(file);
    }
  });

  it('takes no unit, measure or heading that the rulebook knows for a person', () => {
    const words = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part === 'string') part.split(/[，,、。；;：:（）()“”\s]/).forEach((word) => words.add(word));
      else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
    };
    collect(rulebook);
    expect(words.has('关联率')).toBe(true);
    expect([...words].filter((word) => withoutQuotedNames(`“${word}”`) !== `“${word}”`)).toEqual([]);
  });
});
