/**
 * Takes persons' contacts out of text that came from a workbook. A bulletin names units, never people.
 */

const DIGIT = '[0-9０-９]';
const PATTERNS: [RegExp, string][] = [
  // 填报人：张三, 联系人(电话) 李四: a label, its colon and what follows up to the next mark.
  [
    /((?:填报|填表|联系|经办|审核|报送|负责|分管|责任)(?:人|领导|人员)|姓名|首席事务代表)\s*[:：]\s*[^\s,，。;；、)）:：]+/g,
    '$1：（略）',
  ],
  [
    new RegExp(
      `((?:联系|办公|手机|咨询)?(?:电话|手机号?码?|传真))\\s*[:：]?\\s*${DIGIT}[${DIGIT.slice(1, -1)}\\-－—\\s]{5,}`,
      'g',
    ),
    '$1（略）',
  ],
  [new RegExp(`(?<!${DIGIT})1[3-9]${DIGIT}[-－\\s]?${DIGIT}{4}[-－\\s]?${DIGIT}{4}(?!${DIGIT})`, 'g'), '（号码略）'],
  [new RegExp(`(?<!${DIGIT})0${DIGIT}{2,3}[-－—]?${DIGIT}{7,8}(?!${DIGIT})`, 'g'), '（号码略）'],
  [new RegExp(`(?<!${DIGIT})${DIGIT}{17}[0-9０-９Xx](?!${DIGIT})`, 'g'), '（号码略）'],
];

/** The text without telephone numbers, identity numbers and labelled names. */
export function withoutContacts(text: string): string {
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}
