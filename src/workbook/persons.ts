/**
 * Takes persons' names and contacts out of text that came from a workbook. What is issued, listed or exported names units,
 * never people.
 */

const DIGIT = '[0-9０-９]';
const HAN = '[\\u3400-\\u9fff·]';
/** Surnames of nearly everybody; two of them written with two characters. */
const SURNAME = `(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方|司徒|司空|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐庄申卓倪聂章鲁岳翟殷詹耿关兰焦俞左柳甘祝包宁符阮纪梅童凌毕裴霍涂成苗谷曲柯穆普起沙纳保木和])`;
/** 张三, 欧阳修, 张 三 */
const NAME = `${SURNAME}[ \\u3000]?${HAN}{1,2}`;
/** Not within a number: 66.04279279031% is no telephone. */
const START = `(?<!${DIGIT}|${DIGIT}[.．])`;
const PHONE = `(?:${START}[1１][3-9３-９]${DIGIT}[-－\\s]?${DIGIT}{4}[-－\\s]?${DIGIT}{4}(?!${DIGIT})|${START}[0０]${DIGIT}{2,3}[-－—\\s]?${DIGIT}{7,8}(?!${DIGIT}))`;
const ROLE =
  '(?:(?:填报|填表|制表|登记|联系|经办|审核|复核|报送|负责|主管|分管|责任|承办|具体负责|申诉|投诉|举报)(?:人员?|领导)|姓名|首席事务代表|联络员)';
const END = '(?=$|[\\s，。；、,;:：（(）)”"0-9０-９])';
/** What a person does with papers, right behind the name. */
const SAYS = '(?=提交|提出|提供|反映|说明|认为|表示|来电|来函|签收)';

const PATTERNS: [RegExp, string][] = [
  // 填报人：张三, 联系人(电话) 李四: a label, its colon and what follows up to the next mark.
  [
    new RegExp(`(${ROLE}(?:签[名字])?)\\s*[:：]\\s*(?!（略）)(?:${NAME}${END}|[^\\s,，。;；、)）:：]+)`, 'g'),
    '$1：（略）',
  ],
  // 填报人 张三, 申诉人李四提交: the same without a colon.
  [new RegExp(`(${ROLE})\\s*${NAME}(?:${END}|${SAYS})`, 'g'), '$1（略）'],
  // 张三 13800000000, 李四（0871-67590000）
  [
    new RegExp(
      `(?<!(?![由请与和找向是为])${HAN})${NAME}[\\s，,、:：]*(?:电话|手机|联系电话)?[\\s:：]*(?=[(（]?${PHONE})`,
      'g',
    ),
    '',
  ],
  [
    new RegExp(
      `((?:联系|办公|手机|咨询)?(?:电话|手机号?码?|传真))\\s*[:：]?\\s*${DIGIT}[${DIGIT.slice(1, -1)}\\-－—\\s]{5,}`,
      'g',
    ),
    '$1（略）',
  ],
  [new RegExp(`[（(]${PHONE}[)）]|${PHONE}`, 'g'), '（号码略）'],
  [new RegExp(`${START}${DIGIT}{17}[0-9０-９Xx](?!${DIGIT})`, 'g'), '（号码略）'],
];

/** The text without telephone numbers, identity numbers, labelled names and names beside a number. */
export function withoutContacts(text: string): string {
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}

/** Words of headings and measures that begin like a name, and what ends like a place, an office or a measure. */
const NO_NAME = `(?:安全|安排|包保|常态化|成果|成绩|成立|成效|程度|程序|成功|范围|方案|方法|方式|符合|高效|高压|和谐|江苏|金额|康复|纳入|齐全|任期|施工|施行|万件|万元|温馨|张贴|周期|周边|(?:保障|陈述|关联|关于|任务|申报|申请|许可|严格)${HAN}?|${HAN}{1,3}[镇乡村街营局委办所科室站处院部组会率数次分项件比])(?=[”、，,\\s])`;

const QUOTED_NAME = new RegExp(`“(?!${NO_NAME})${NAME}(?:[、，,\\s]+${NAME})*”`, 'g');

/**
 * Words about a workbook's cells, without what was quoted from a cell and is nothing but persons' names: 填的是“张三”.
 * Where it stands is said beside it, so little is lost when a word is taken for a name.
 */
export function withoutQuotedNames(text: string): string {
  return withoutContacts(text).replace(QUOTED_NAME, '“（略）”');
}

/** The words of one cell without contacts, and without names where it holds nothing else. */
export function cellWithoutPersons(text: string): string {
  return withoutQuotedNames(`“${text.trim()}”`).slice(1, -1);
}

/** A file's name without persons' names: 自评表（李四）.xlsx is 自评表（略）.xlsx. */
export function fileWithoutPersons(file: string): string {
  return file.replace(/[^\s\-_—（）()【】、.]+/g, cellWithoutPersons).replace(/[（(]（略）[)）]/g, '（略）');
}
