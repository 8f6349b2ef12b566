import fc from 'fast-check';
import { readProse } from '../../../src/intake/prose/read-prose';
import { context, items, read, sure } from './items';

const PIECES = [
  '应承接', '已承接', '未', '不', '无', '已', '均', '全部', '清单', '报送', '公布', '抽查', '发现', '问题', '不一致', '行政许可', '分别', '均为',
  '省级', '市级', '主题', '不足', '12', '3', '0', '１００', '%', '％', '项', '次', '个', '2023年6月20日', '6月31日', '2023.6.20', '1-12月', '三',
  '百分之九十', '-', '—', '：', '，', '。', '；', '、', '\n', '（', '）', '(', '1.', '2、', '①', '“', '”', ' ', '\u3000', '__proto__', 'constructor',
  '=SUM(A1)', '19/20', '0/0', '1,234', '1e9', '99999999999999999999', '否', '是', '不涉及', '待定', '/', '𠮷', '😀',
]; // prettier-ignore

test('whatever is written, reading ends, quotes the text and stays in range', () => {
  const ids = [...items.keys()];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 30 }),
      (id, pieces) => {
        const text = pieces.join('');
        const item = items.get(id)!;
        for (const fact of readProse(item, text, context)) {
          expect(text).toContain(fact.quote);
          expect(item.facts.map((one) => one.id)).toContain(fact.fact);
          expect(fact.confidence).toBeGreaterThanOrEqual(0);
          expect(fact.confidence).toBeLessThanOrEqual(1);
          if (fact.state === 'rejected') expect(fact.problem).toBeTruthy();
          if (fact.state !== 'value') continue;
          const { type, max } = item.facts.find((one) => one.id === fact.fact)!;
          if (type === 'bool') expect(typeof fact.value).toBe('boolean');
          else if (type === 'date' || type === 'dateOrNever') {
            expect(fact.value).toMatch(type === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^(\d{4}-\d\d-\d\d|never)$/);
          } else {
            expect(fact.value).toBeGreaterThanOrEqual(0);
            if (type === 'percent') expect(fact.value).toBeLessThanOrEqual(100);
            if (type === 'count') expect(Number.isInteger(fact.value)).toBe(true);
            if (type === 'mark') expect(fact.value).toBeLessThanOrEqual(max!);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('a cell full of text is read to the end of what is read at all', () => {
  const long = '应承接126项，已承接124项、未发布2项，抽查发现问题0次，于6月20日报送'.repeat(900);
  expect(read('1.1.3', long)).not.toEqual([]);
  read('1.2.2', long);
});

test('a cell of thousands of numbers, each a clause of its own, does not hold up the others', () => {
  for (const id of ['1.1.3', '8', '9']) expect(read(id, '1，'.repeat(4000))).toEqual([]);
});

test('quotations are the writer’s own words, full width and all', () => {
  const [fact] = read('2.3', '监管行为数据覆盖率　８３.７％。');
  expect(fact).toMatchObject({ fact: 'coverage', value: 83.7, quote: '监管行为数据覆盖率　８３.７％' });
});

test('what cannot be is rejected with its value and a sentence, not bent', () => {
  expect(read('2.3', '监管行为数据覆盖率102.5%')).toEqual([
    { fact: 'coverage', state: 'rejected', value: 102.5, quote: '监管行为数据覆盖率102.5%', confidence: 0.95, problem: expect.stringContaining('超过100%') },
  ]); // prettier-ignore
  expect(read('2.2', '两个清单报送日期：2023年11月31日')[0]).toMatchObject({
    state: 'rejected',
    value: '2023年11月31日',
    problem: expect.stringContaining('没有这一天'),
  });
});

test('two different values are both given, neither to be trusted', () => {
  const facts = read('1.1.4', '抽查发现不一致1次；清单要素不一致次数：3次');
  expect(facts.map(({ value }) => value).sort()).toEqual([1, 3]);
  expect(facts.every(({ confidence, problem }) => confidence < 0.5 && problem)).toBe(true);
});

test.each([
  ['1.1.3', '2022年应承接120项，2023年应承接126项，已承接126项', { total: 126, accepted: 126 }],
  ['1.1.3', '应承接126项，计划年底前承接126项', { total: 126 }],
  ['1.1.3', '已承接事项占应承接事项的98%', {}],
  ['1.1.1', '市级尚未公布', {}],
  ['2.7', '进驻事项清单已于6月15日公布', {}],
  ['2.10', '1-11月数据均已汇聚，12月数据尚未汇聚', {}],
  ['2.11', '按时整改率90%', {}],
  ['3.2', '全程网办率90%-95%', {}],
  ['3.4', '省级主题办理量12件，市级主题办理量3件', {}],
  ['3.5', '承诺时限由法定20个工作日压缩至5个工作日，压缩比75%', { compress: 75 }],
  ['3.6.2', '云岭先锋事项62项', {}],
  ['3.9', '电子证照推广应用场景6个', {}],
  ['4.2', '用水报装时间压缩至5个工作日，用电报装1.5个工作日', {}],
  ['5.1', '涉密系统1个，非涉密系统3个，已共享2个', { systems: 3, systems_shared: 2 }],
  ['5.2', '10月份数据汇聚不及时', {}],
  ['9', '获县委县政府表彰2次', {}],
  ['9', '累计建成e办通点位10个，其中新增2个', { O4: 2 }],
  ['10', '被市政府通报表扬1次', {}],
  ['3.10', '无', {}],
])('is not led astray: %s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});

test.each([
  ['2.5', '1.3个县级示范点；2.方案已制定；3.应进驻12项', { demo_points: 3, demo_plan: true, must_move_in: 12 }],
  ['2.5', '1. 3个县级示范点', { demo_points: 3 }],
  ['3.5', '平均跑动次数0. 03次', { trips: 0.03 }],
  ['2.5', '①县级示范点4个②方案已制定', { demo_points: 4, demo_plan: true }],
  ['3.13.1', '（1）窗口已设置（2）尚未实质开展', { set_up: true, really_working: false }],
  ['6.1', '归集承诺\n1,024条\n，辖区企业1,000户', { firms: 1000 }],
])('list numbers and blanks: %s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
