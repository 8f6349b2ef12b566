import { clauseAt, type Clause } from './clauses';
import type { DateToken } from './dates';
import { CHINESE_NUMBER, chineseNumber } from './numerals';

/** A number in the text, with its measure word and what the words around it make of it. */
export interface Quantity {
  start: number;
  end: number;
  value: number;
  /** 项, 次, %, 个工作日 …; empty when none is written; 比 for 19/20, whose value is then in percent. */
  unit: string;
  /** 0/0: nothing to do. */
  nothing?: boolean;
  /** 19/20: the two numbers. */
  pair?: readonly [done: number, of: number];
  /** A dash before it may be a minus or part it from its words. */
  dashed: boolean;
  /** Written in Chinese characters. */
  chinese: boolean;
  /** A bound (4次以上, 不少于4次), not a figure: nobody can tell the number itself. */
  bound: boolean;
  /** Not a figure of this year's work: a plan, a target, last year, a change, an ordinal, full marks. */
  beside: boolean;
  /** One of several that come to the sum told beside them. */
  partOf?: Quantity;
  /** The whole of which the next number is a part: 8个乡镇中已有7个. */
  whole: boolean;
  /** Counts the things that a bound selects, whatever they are counted in: 应用场景不少于2个的6个. */
  selected: boolean;
  /** A noun stands right behind it: 3个事项. */
  ofThings: boolean;
  /** What one number is to another (归集比1.2, 户均1.5条), and so no count of anything. */
  ratio: boolean;
  /** Cases that were handled (办件1.2万件), and not the kinds of them. */
  handled: boolean;
  /** What there is now, after so many more: 由18项增加到29项. */
  arrived: boolean;
}

/** Longer ones first, so that 个工作日 is not read as 个. */
const UNITS = (
  '个工作日 工作日 个百分点 百分点 人次 件次 户次 个月 小时 分钟 % ‰ 个 项 件 次 家 户 条 起 类 种 处 所 台 套 张 份 篇 期 轮 例 宗 ' +
  '座 名 人 天 日 年 月 分 元 场 批 笔 部 款 站 级 号 页 册 倍 秒 回 位 村 镇 乡'
).split(' ');
/** What may follow a number without a measure word; another character is a measure word not listed here. */
const AFTER_BARE = /^(?:[^\u4e00-\u9fff]|$|[和及与的等且并占])/;
const UNIT = `(?:${UNITS.join('|')})`;
const ARABIC = new RegExp(
  `(?<![\\d.])(?:(?<![a-z])|(?<=app))(?<sign>[+-]|负)?(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?<decimals>\\. ?\\d+)?(?![\\d])(?<ten>万|亿)?(?:多|余|几)?(?<unit>${UNIT})?`,
  'g',
);
const RATIO = /(?<![\d./,])(\d{1,3}(?:,\d{3})+|\d+)\/(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?![\d/])/g;
const PERCENT_WORDS = new RegExp(`(?:百分之(?<percent>${CHINESE_NUMBER}|百)|百分百)`, 'g');
/** 八成五, 9成: tenths, and what is beyond them. */
const TENTHS =
  /(?<![\d.一二三四五六七八九十])(?<tenths>[一二三四五六七八九]|\d(?:\.\d)?)成(?<more>[一二三四五六七八九半])?(?![立为果效员熟本功就分交品套不])/g;
const CHINESE = new RegExp(`(?<!第)(?<digits>${CHINESE_NUMBER})(?<unit>${UNIT})`, 'g');

const DIRECTLY_BOUND =
  /(?:不低于|不少于|不小于|不超过|不多于|不足|至少|最多|低于|少于|高于|超过|多于|大于|小于|未达到?|未满|(?<!最)近|约|大约|将近|[<>≥≤]=?)$/;
const BOUND_AFTER = /^(?:(?:及|或)?以[上下内外]|之内|\((?:含|不含)\)|左右|上下|不等|[-至到]\d)/;
const ABOUT = /[多余几]/;
const BESIDE_BEFORE = new RegExp(
  `(?:${[
    '第|每|任何|除|原(?:报|填|填报|上报)(?:数|值)?为?|其余|剩余|余下|各(?:发现|报道|刊发|通报批评|通报|开展|组织|表彰|召开|发言|新增)?',
    '(?:满分|总分|分值|权重|自评得?分?)为?|扣减?|(?<!参)加分?',
    '(?:增长|提升|提高|上升|下降|降低|减少|压缩|压减|缩短|增加|扩大)了?|同比|环比|较.{0,6}',
    '(?:由|从)(?:原来的?|之前的?|原)?',
  ].join('|')}):?$`,
);
const PLAN =
  /距(?!今)|计划|拟于?|预计|力争|争取|目标|要求(?!推进|开展|落实|完成)|下一步|下步|明年|将于|将再|(?:下达|年度|目标)任务|任务(?:数|量)?[为是:]?$|指标(?:值|要求)|标准为|应达到?|须达到?|需达到?/;
const OTHER_YEAR =
  /去年|上年|上一年|往年|同期|年初(?!以来|至今)|期初|上(?:个)?(?:季度|月|期)|此前|整改前|改造前|优化前|原来?[为是]/;
/** 计划2024年再推广2个，新增5项: all that follows in the sentence. */
const PLANS_ON = /^(?:计划|下一?步|拟|明年|今后)[^已]*$/;
/** 缺1、2两个月: which months they are. */
const LISTED_AFTER = /^(?:[、和及]\d{1,2})+[两二三四五六]个?月/;
/** 12个月均汇聚, 十二个月齐全: the months of the year, and none of its own. */
const MONTHS_ALL_AFTER = /^[^，\d]{0,8}(?:均|都|全部|齐|[未无不没零][^，\d]{0,2}[缺漏断])/;
/** 上半年68%，截至9月底81%: a later figure stands for it. */
const PART_OF_YEAR = /上半年|[一二三1-3]季度|年中|\d月[底末]?[^，\d]{0,6}$/;
const LATER_AFTER = /^[^。；\n]{0,16}(?:截至|截止|目前|现已?|年底|全年)[^，。；\n%]{0,12}\d/;
/** 全市平均88%，我局91%: of the wider area, when the one who reports tells its own behind it. */
/** 92%(三季度时为90.5%): what it was before, told aside. */
const WAS_ASIDE = /^(?:[一二三1-3]季度|上半年|\d{1,2}月)(?:份|末|底)?时?(?:为|是)$/;
const OF_WIDER_AREA = /(?:全[国省市县]|[省市县](?:级|内)?(?:平均|均值)|平均水平)[^，]{0,14}$/;
const OWN_AFTER = /^[^。；\n\d]{0,4}(?:我|本)(?:局|委|办|镇|乡|街道|单位|部门|中心|县)[^，。；\n\d]{0,8}\d/;
/** Of 由41%提高到78.9% and 91%→94% the first is where it came from. */
const STARTED_BEFORE = /(?:由|从)[^，\d]{0,10}$/;
const STARTED_AFTER = /^[^，\d]{0,8}(?:到|至|为|成)[^，\d]{0,3}\d/;
const ARROW_AFTER = /^(?:→|-*>|➔|⇒)/;
const BESIDE_AFTER = new RegExp(
  `^(?:${[
    '(?:的|集中|专项|随机)?(?:抽查|检查|督查|暗访|会议|推进会)',
    '(?:以上)?的?(?:要求|目标|任务|标准|指标)|个?百分点',
    '(?:均|都|全部)?(?:未|没有?|无)(?:被)?(?:发现|出现|查出|问题|异常)|(?:也|都)(?:没|未|无|不)|[^，\\d]{0,2}(?:待|拟|计划|正在|准备)',
  ].join('|')})`,
);
const WHOLE_AFTER =
  /^[^\d，]{0,12}(?:中|里|内)的?(?=(?:无|没有|未)|(?:已|现|仍|尚|还|只|仅)?有?\d|仍有|尚有|已有|还有)/;
/** 16个主题有2个未达到: as many of the same kind are told of behind it. */
const PART_AFTER =
  /^(?:[^\d，共]{1,12}有|[^\d，共]{1,8}(?:已|仅|只)[^\d，共]{1,4}|[^\d，共]{0,14}中(?!心|介)[^\d，]{1,6})\d+(个|项|件|家|种|类|条|户|次|轮)/;
/** 3种达到2个场景: how many each of them has at the least. */
const EACH_AT_LEAST = /\d[种类项家](?:[^，。\d]{0,8})达到?$/;
const SELECTED_BEFORE = /(?:不少于|不低于|达到?|超过|至少|满|有)\d+[^\d，]{0,8}的[^\d，]{0,6}?(?:共?有|为|共|计|:)?$/;
/** 时限压缩90% is how much was won, no change since last year. */
const SAVED_BEFORE = /(?:时限|时间|时长)[^，]{0,12}(?:压缩|缩短|压减|减少)了?(?:达到?|约)?$/;
/** 每季度开展1次 and 一、二季度各开展1次 say how often, not how many. */
const EACH_TIME_BEFORE =
  /(?:每(?:个|一)?(?:季度?|月|周|旬|半年)|(?:季度|[月年])(?:各|分别|均)(?:开展|组织|举办|举行|召开|发现))[^，\d]{0,8}$/;
/** 一季度、三季度各1次, 上下半年各发现1次: as many times as parts are named. */
const OF_EACH_PART =
  /((?:[一二三四1-4](?:季度)?[、和及与])+[一二三四1-4]季度|(?:\d{1,2}月?[、和及与])+\d{1,2}月(?:份)?|上、?下半年)[^，\d]{0,4}(?:各|均)[^，\d]{0,8}$/;
/** 2个工作日内办结，平均1.2个工作日: the first is what is allowed. */
const PROMISED_BEFORE = /(?:承诺|规定|法定|限定|要求)(?:办结|办理)?(?:时限|时间)?(?:为|是)?$/;
const MEASURED_AFTER = /(?:平均|实际)[^，。；\d]{0,6}\d/;
const SAVED_ALONE =
  /^(?:(?:其中)?(?:行政许可|许可|(?:全部|所有|本部门|本单位)?(?:政务服务)?(?=事项))类?(?:事项)?:?)?(?:共|平均|总体|整体|实际)?(?:压缩|压减)了?(?:达到?)?$/;
const SPEAKS_OF_TIME = /(?:时限|时间|时长)[^。；\n]{0,30}[，、]$/;
const HANDLED_BEFORE = /办件(?:总?量|数量?|总数)?(?:共计?|达到?|为|是|有)?$/;
const RATIO_BEFORE = /[\u4e00-\u9fff](?:比|率|比例|比值|比重)(?:约?为|是|达到?|:)?$/;
const AVERAGE_BEFORE = /[户人企家]均(?:归集|承诺)?(?:约?为|是|达到?|:)?$/;
const SINCE = /去年|上年|同期|同比|环比|进一步|再|又/;
/** 没有一起, 未发生1起: the number is denied along with the thing. */
const DENIED =
  /(?:没有|无|未|未曾|未发生|未发现|未收到|未接到|未出现|不存在|未有|未查出|未产生|没有发生|没有发现|没有收到|没有接到|没有出现)(?:过)?(?:任何|哪怕)?$/;

/** What every number has. */
const NUMERAL = /[\d零〇一二两三四五六七八九十百千]/;

type Written = Omit<Quantity, 'bound' | 'beside' | 'whole' | 'selected' | 'ofThings' | 'ratio' | 'handled' | 'arrived'>;

/** All numbers of the text that are not part of a date or of a proper name. */
export function findQuantities(
  text: string,
  clauses: Clause[],
  dates: DateToken[],
  names: { start: number; end: number }[],
  year: number,
): Quantity[] {
  const found: Quantity[] = [];
  const openings = new Map<number, number>();
  for (const clause of clauses) {
    if (!openings.has(clause.sentence)) openings.set(clause.sentence, clause.start);
    if (!NUMERAL.test(clause.text)) continue;
    const opening = text.slice(openings.get(clause.sentence), clause.start);
    const own = [...dates, ...names].filter(({ start, end }) => start < clause.end && end > clause.start);
    for (const written of [
      ...ratios(clause),
      ...arabic(clause),
      ...percentWords(clause),
      ...tenths(clause),
      ...chinese(clause),
    ]) {
      if (own.some(({ start, end }) => written.start < end && written.end > start)) continue;
      own.push(written);
      const parts = partsNamed(text, written);
      found.push({
        ...written,
        value: written.value * parts,
        ...surroundings(text, opening, clause, written, dates, year, parts > 1),
      });
    }
  }
  found.sort((a, b) => a.start - b.start);
  markParts(text, clauses, found);
  addQuarters(text, found);
  return found;
}

/** How many parts of the year a number is told of, each; 1 where none are listed. */
function partsNamed(text: string, { start, unit }: Written): number {
  const list = unit === '%' ? undefined : OF_EACH_PART.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  if (list === undefined) return 1;
  return /半年/.test(list) ? 2 : list.split(/[、和及与]/).length;
}

const QUARTER_BEFORE = /第?[一二三四1-4]季度[^\d，。；、]{0,8}$/;
const NEXT_QUARTER = /^[、，；]?第?[一二三四1-4]季度[^\d，。；、]{0,8}$/;

/** 一季度缺席0次、二季度1次、三季度1次: counts told quarter by quarter come to their sum, which stands with the first. */
function addQuarters(text: string, found: Quantity[]): void {
  for (const [i, first] of found.entries()) {
    if (first.beside || first.unit === '' || !MEASURED_COUNT.test(first.unit)) continue;
    if (!QUARTER_BEFORE.test(text.slice(Math.max(0, first.start - 16), first.start))) continue;
    let last = first;
    for (const next of found.slice(i + 1)) {
      if (next.unit !== first.unit || next.beside || !NEXT_QUARTER.test(text.slice(last.end, next.start))) break;
      first.value += next.value;
      next.beside = true;
      last = next;
    }
  }
}

/** Counts of what happened, which add up over the year. */
const MEASURED_COUNT = /^(?:[次件个起例场]|个月)$/;

const TOTAL_BEFORE = /(?:共|合计|总计)[^，。；\n\d]{0,8}$/;

/** 镇中心及9个站共10个: what is told with others of the total behind it. */
const PART_OF_TOTAL = /^(?:[^，。；\n\d]*(?:和|及|与|、)[^，。；\n\d]*共(?:计|有)?)$/;
const JOINED_BEFORE = /[和及与、][^，。；\n\d]{0,6}$/;

/** 中心1个、站17个，共18个 and 23个(中心1、站22): what makes up a total is no figure of its own. */
function markParts(text: string, clauses: Clause[], found: Quantity[]): void {
  const counts = found.filter(({ unit, bound }) => !bound && unit !== '%' && unit !== '比');
  for (const [i, total] of counts.entries()) {
    const sentence = clauseAt(clauses, total)?.sentence;
    const near = (one: Quantity): boolean => clauseAt(clauses, one)?.sentence === sentence;
    const part = counts[i - 1];
    if (part && part.unit === total.unit && part.value < total.value) {
      const between = text.slice(part.end, total.start);
      const isJoined = JOINED_BEFORE.test(text.slice(Math.max(0, part.start - 12), part.start));
      if (PART_OF_TOTAL.test(between) || (isJoined && /^[^，。；\n\d]*共(?:计|有)?$/.test(between))) part.beside = true;
    }
    if (TOTAL_BEFORE.test(text.slice(Math.max(0, total.start - 12), total.start)))
      markSum(counts.slice(0, i).filter(near).reverse(), total);
    const opens = /^[^，。；\n\d(]{0,6}\(/.exec(text.slice(total.end, total.end + 8));
    const closes = opens ? text.indexOf(')', total.end) : -1;
    if (closes > 0)
      markSum(
        counts.slice(i + 1).filter(({ end }) => end <= closes),
        total,
        true,
      );
  }
}

/** Two or more numbers, from the first on, that come to the sum; `all` of them, if asked. */
function markSum(numbers: Quantity[], total: Quantity, all = false): void {
  let rest = total.value;
  for (const [i, { value }] of numbers.entries()) {
    rest -= value;
    if (rest !== 0 || i === 0 || (all && i < numbers.length - 1)) continue;
    for (const part of numbers.slice(0, i + 1)) Object.assign(part, part.beside ? {} : { beside: true, partOf: total });
    return;
  }
}

function placeOf(clause: Clause, match: RegExpMatchArray): { start: number; end: number } {
  const start = clause.start + (match.index ?? 0);
  return { start, end: start + match[0].length };
}

function ratios(clause: Clause): Written[] {
  return [...clause.text.matchAll(RATIO)].map((match) => {
    const [done, of] = [match[1], match[2]].map((digits) => Number(digits.replaceAll(',', '')));
    const value = of === 0 ? 0 : (done / of) * 100;
    const nothing = of === 0 && done === 0;
    return { ...placeOf(clause, match), value, unit: '比', nothing, pair: [done, of], dashed: false, chinese: false };
  });
}

function arabic(clause: Clause): Written[] {
  return [...clause.text.matchAll(ARABIC)].map((match) => {
    const { sign, digits, decimals = '', ten, unit: named } = match.groups ?? {};
    const before = clause.text.slice(0, match.index);
    const unit = named ?? (AFTER_BARE.test(clause.text.slice(match.index + match[0].length)) ? '' : '?');
    const times = ten === '万' ? 1e4 : ten === '亿' ? 1e8 : 1;
    const amount = Number(digits.replaceAll(',', '') + decimals.replace(' ', '')) * times;
    const negative = sign === '负' || (sign === '-' && /(?:^|[:=为是达到])$/.test(before));
    const { start, end } = placeOf(clause, match);
    return {
      start: start + (sign && !negative ? 1 : 0),
      end,
      value: negative ? -amount : amount,
      unit,
      dashed: sign === '-' && !negative && !/[-至到\d%年月日]$/.test(before),
      chinese: false,
    };
  });
}

function percentWords(clause: Clause): Written[] {
  return [...clause.text.matchAll(PERCENT_WORDS)].flatMap((match) => {
    const words = match.groups?.percent;
    const value = !words || words === '百' ? 100 : chineseNumber(words);
    if (value === undefined) return [];
    return [{ ...placeOf(clause, match), value, unit: '%', dashed: false, chinese: true }];
  });
}

function tenths(clause: Clause): Written[] {
  return [...clause.text.matchAll(TENTHS)].flatMap((match) => {
    const { tenths: written = '', more } = match.groups ?? {};
    const whole = chineseNumber(written) ?? Number(written);
    const rest = more === undefined ? 0 : more === '半' ? 5 : (chineseNumber(more) ?? 0);
    const value = Number((whole * 10).toPrecision(12)) + rest;
    return [{ ...placeOf(clause, match), value, unit: '%', dashed: false, chinese: true }];
  });
}

function chinese(clause: Clause): Written[] {
  return [...clause.text.matchAll(CHINESE)].flatMap((match) => {
    const value = chineseNumber(match.groups?.digits ?? '');
    if (value === undefined) return [];
    return [{ ...placeOf(clause, match), value, unit: match.groups?.unit ?? '', dashed: false, chinese: true }];
  });
}

/** What the words directly before and after a number say about it. */
function surroundings(
  text: string,
  opening: string,
  clause: Clause,
  { start, end, unit }: { start: number; end: number; unit: string },
  dates: DateToken[],
  year: number,
  isOfParts: boolean,
): Pick<Quantity, 'bound' | 'beside' | 'whole' | 'selected' | 'ofThings' | 'ratio' | 'handled' | 'arrived'> {
  const before = text.slice(clause.start, start).replace(isOfParts ? /^.*(?:各|均)/ : '', '');
  const after = text.slice(end, clause.end);
  const lastYear = dates.some(
    (date) => date.start >= clause.start && date.end <= start && date.year !== undefined && date.year < year,
  );
  const thisYear =
    /今年|本年|全年|年内|目前|(?<![发出实体呈])现/.test(before) ||
    dates.some((date) => date.start >= clause.start && date.end <= start && date.year === year);
  const planned =
    (PLANS_ON.test(opening) || PLAN.test(before.replace(/按(?:照)?要求|符合要求/g, ''))) &&
    !/已|实际|完成/.test(before);
  const started = (STARTED_BEFORE.test(before) && STARTED_AFTER.test(after)) || ARROW_AFTER.test(after);
  const arrived = /(?:由|从)[^，\d]{0,10}[\d.]+[^，\d]{0,8}(?:到|至)$/.test(before);
  const isTimeSaved =
    SAVED_BEFORE.test(before) ||
    /承诺压缩了?$/.test(before) ||
    (SAVED_ALONE.test(before) && /^[，、；]?[^。\d]{0,6}(?:即办|跑动)/.test(text.slice(end, end + 12))) ||
    (SAVED_ALONE.test(before) && SPEAKS_OF_TIME.test(text.slice(Math.max(0, clause.start - 40), clause.start)));
  const saved = unit === '%' && isTimeSaved && !SINCE.test(before);
  return {
    whole:
      WHOLE_AFTER.test(after) ||
      PART_AFTER.exec(after)?.[1] === unit ||
      (unit === '个月' && /^[^，\d]{0,3}[中里内]/.test(after)),
    selected: SELECTED_BEFORE.test(before),
    ofThings: /^(?:事项|要素|问题|单位|部门|指南|清单)/.test(after),
    handled: unit === '件' && HANDLED_BEFORE.test(before),
    arrived,
    ratio: (unit === '' && RATIO_BEFORE.test(before)) || AVERAGE_BEFORE.test(before),
    bound:
      DIRECTLY_BOUND.test(before) ||
      (BOUND_AFTER.test(after) && !started) ||
      (/工作日$|^[天日]$|^小时$/.test(unit) &&
        (/^之?内/.test(after) || PROMISED_BEFORE.test(before)) &&
        MEASURED_AFTER.test(text.slice(end, end + 24))) ||
      ABOUT.test(text.slice(start, end)) ||
      (unit === '个' && EACH_AT_LEAST.test(before)) ||
      (/\d[^\d]{0,2}[-至到]$/.test(before) && !arrived),
    beside:
      started ||
      (clause.bracket >= 0 && WAS_ASIDE.test(before)) ||
      (unit === '%' && PART_OF_YEAR.test(before) && LATER_AFTER.test(text.slice(end, end + 60))) ||
      (OF_WIDER_AREA.test(before) && OWN_AFTER.test(text.slice(end, end + 24))) ||
      (unit === '' && LISTED_AFTER.test(after)) ||
      (unit === '个月' && MONTHS_ALL_AFTER.test(after)) ||
      (BESIDE_BEFORE.test(before) && !saved) ||
      EACH_TIME_BEFORE.test(before) ||
      BESIDE_AFTER.test(after) ||
      DENIED.test(before) ||
      unit.endsWith('百分点') ||
      planned ||
      ((OTHER_YEAR.test(before.replace(/^.*\d/, '')) || lastYear) && !thisYear),
  };
}
