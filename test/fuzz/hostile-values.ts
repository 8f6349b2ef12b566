/** A value that no reader should be thrown by, and what it can honestly be taken for. */
export interface HostileValue {
  /** Type and content of the cell as an .xlsx file has them; no type is a number. */
  type?: 'str' | 'b' | 'e';
  content: string;
  formula?: string;
  /** Values of facts that it may become; without any it is no value at all. */
  means: (number | boolean | string)[];
}

const text = (content: string, ...means: HostileValue['means']): HostileValue => ({ type: 'str', content, means });
/** A number may be a count or a rate in either manner; 0 and 1 also no and yes. */
const number = (value: number, ...more: HostileValue['means']): HostileValue => ({
  content: String(value),
  means: [value, Number((value * 100).toPrecision(12)), ...more],
});

export const HOSTILE_VALUES: HostileValue[] = [
  number(0, false, 'never'),
  number(1, true, '1899-12-31', '1900-01-01'),
  number(0.5),
  number(0.30000000000000004, 0.3, 30),
  number(50),
  number(100),
  number(-1),
  number(101),
  number(45000, '2023-03-15'),
  number(12.345),
  number(1e15),
  number(1e308),
  number(1e-300),
  text(''),
  text(' '),
  text('\u3000'),
  text('—'),
  text('/'),
  text('待定'),
  text('见附件'),
  text('不知道'),
  text('abc'),
  text('=1+1'),
  text('#REF!'),
  text('NaN'),
  text('Infinity'),
  text('1e999'),
  text('0x10'),
  text('12.3.4'),
  text('1,2,3'),
  text('1/0'),
  text('-5'),
  text('−5'),
  text('100000%'),
  text('99999999999999999999', 1e20),
  text('５０％', 50),
  text('50%', 50),
  text('0.5', 0.5, 50),
  text('50', 50, 5000),
  text('约50'),
  text('50左右'),
  text('大于50'),
  text('是', true),
  text('否', false, 'never', 0),
  text('无', false, 'never', 0),
  text('一百二十', 120),
  text('2023-13-45'),
  text('2023年6月31日'),
  text('2023年6月30日', '2023-06-30'),
  text('<script>alert(1)</script>'),
  text('__proto__'),
  text('constructor'),
  text('\u202e05'),
  text('字'.repeat(32_767)),
  text('9'.repeat(400)),
  text(`${'（'.repeat(2_000)}1`),
  text('1，'.repeat(4_000)),
  text(' '.repeat(8_000)),
  text('（'.repeat(32_000)),
  text('（含'.repeat(16_000)),
  text('压缩比百分之八十八'.repeat(3_600), 88),
  { type: 'b', content: '1', means: [true, 1, 100] },
  { type: 'b', content: '0', means: [false, 0, 'never'] },
  { type: 'e', content: '#DIV/0!', means: [] },
  { type: 'e', content: '#N/A', means: [] },
  { formula: 'A1/0', content: '', means: [] },
  { formula: 'SUM(A1:A9)', content: '7', means: [7, 700, '1900-01-06', '1900-01-07'] },
];
