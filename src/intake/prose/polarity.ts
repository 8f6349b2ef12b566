/**
 * Whether a statement is affirmed or denied: 已制定 and 未制定, but also 不存在未制定的情况 (denied twice) and
 * 未按要求推进：否 (the answer denies the label).
 */

/** Words that hold 无, 不 or 未 without denying anything. */
const NO_DENIAL =
  /无差别|无障碍|无感|无纸化|不动产|不少于|不低于|不超过|不断|不仅|不但|不同|不满意|不见面|不限|不等|不含|联系不上|跟不上|赶不上|来不及|未来|是否|能否|平均|因无|因没有|由于无|由于没有|有无|有没有/g;
const DENIAL =
  /尚未|暂未|仍未|还未|从未|并未|均未|未曾|未能|尚无|暂无|并无|均无|没有|没能|尚不|暂不|并不|均不|无法|不存在|谈不上|说不上|算不上|称不上|未|没|无|不|零(?=[投差举违发超缺延迟]|$)|(?<![\d.])0(?=[个件次项起例处条人户家]|[投差举违发超缺延迟问错不]|$)/g;
/** Failings that have 不 or 未 in their name; for what follows them they deny nothing: 未发现不一致的情况. */
const FAILING =
  /不一致|不统一|不匹配|不准确|不完整|不到位|不及时|不符合?|不相符|不对应|不规范|未更新|未对应|未落实|未落地|不达标|未达标|不合格|不明显|不足|不熟|不全|(?<=因[^，]{1,6})不够/g;
/** These start afresh: 未发现问题且均已公布. */
const RESET = /已|均(?![未无不])|且|也|亦|而(?!未)|并(?![未无不])/g;
/** 未按时上报次数:逾期一次. The 未 of the label is part of a name and denies nothing of the answer. */
const NAME_OF_FIGURE = /(?:数|率|比例|日期|时间)$/;
const LATER_DENIAL =
  /^[^:]{0,12}?(?:不存在|未发生|未发现|未出现|未接到|未收到|没有接到|没有收到|没有发生|没有发现|没有出现|(?:尚|暂|还|仍)?(?:未|没有?)(?:组织)?(?:开展|举办|举行)|(?:没有|没|无)问题|没有$|无$|为零|为0(?!\.)|:0(?!\.))/;
/** 检查考核挂牌工作尚未启动: denied at the clause's end, unless a 已 before it is what the word belongs to. */
const NOT_BEGUN =
  /^[^:已，]{0,12}?(?:尚|暂|还|仍|均|都|至今|目前)?(?:未|没有?)(?:能|正式|全面|完全|真正|有效|组织)?(?:启动|推开|推动|推广|开通|实现|落实|到位|建立|建成|运行|推行|推进|实施|完成|配备|开始|起步|动工|做)(?:[^，问情现]{0,3})$/;
/** 因系统未改造暂未实现: what is not so in the reason denies nothing of what it is the reason for. */
const REASON = /(?:因为?|由于)[^，]*(?=(?:[暂尚还仍均而故]|目前)*(?:未|没有?|无法|不能))/g;
/** 查询不到, 兑现不了: tried in vain. */
const IN_VAIN = /^不(?:到(?![位\d])|了|成)/;
const PLANNED =
  /原定|原计划|初步|正在|试点|试运行|正(?=[按制编推筹准])|计划|拟|即将|将(?=于|在|进一步|继续|持续|再|会|尽快|适时|逐步|抓紧|加快|加大|积极|开展|组织|推进|完成|按)|预计|力争|争取|准备|筹备|着手|推进(?:落实)?中|下一步|下步|待/;
const UNDER_WAY = /^[^，]{0,6}?(?:中$|推进中|进行中|过程中)|^[^，:已]{0,6}(?:拟|计划|正在|待|预计|准备|将于)/;
/** 检查验收10月进行: without a 已 it may be still to come. */
const ON_SOME_MONTH = /^(?:于|在|将于)?\d{1,2}月(?:份|底|初|[上中下]旬)?(?:进行|开展|组织|实施|举行|启动)$/;
/** Done, but badly: neither done nor not done. */
const BADLY = /^.{0,4}?(?:不|未)(?:够|及时|到位|完整|全面|足|规范|彻底|理想|充分|深入|力)/;
const DEMANDED = /应当?(?![用急对答届])|须|需要?|必须|要求|不得|确保|严禁/;
const AFFIRMED = /已|均|都|全部|全面|完成|完毕|按时|按期|及时|如期|到位|实现|得到|成功|正常|能够|可以|了$|全覆盖|√/;

/** 未接入, 暂不能: words that deny by themselves. */
const OWN_DENIAL = /^(?:[尚暂还]?[未不]|没有|无法)/;

export type Answer = 'yes' | 'no' | 'pending' | 'notInvolved' | 'unclear';

/** What the words after a label's colon say. */
export function answerOf(words: string): Answer {
  if (
    words === '' ||
    /^(?:待|[/-]+$|暂无数据|无数据|未统计|暂未统计|统计中|空$|未知|不详|不知道|不清楚|不确定|正在)/.test(words)
  )
    return 'pending';
  if (/^(?:本单位|我局|我单位)?(?:不涉及|不适用|未涉及|无此项)/.test(words)) return 'notInvolved';
  if (/^(?:否|无|没有|尚未|暂未|还未|未|均未|均无|暂无|没|不(?!动产)|×|0$|零$|n$|no$)/.test(words)) return 'no';
  if (
    /^(?:是|有|已|均|都|√|全部|完成|可|能|正常|达标|符合|明显|显著|良好|到位|落实|开展|对$|y$|yes$|[^没未不无]{1,3}了$)/.test(
      words,
    )
  )
    return 'yes';
  return 'unclear';
}

export interface Polarity {
  /** affirmed, denied, or planned (under way, not done yet). */
  says: 'affirmed' | 'denied' | 'planned';
  /** Said outright (已, 均, 未) rather than only mentioned. */
  outright: boolean;
}

/**
 * How a clause takes the words at [from, to) of it, `colon` being the place of its colon or -1.
 * undefined when it is not a statement: a demand, a condition, a label without a readable answer.
 */
export function polarityAt(clause: string, from: number, to: number, colon: number): Polarity | undefined {
  // Same length, so that places stay right.
  const plain = clause
    .replace(NO_DENIAL, (word) => '□'.repeat(word.length))
    .replace(/按照?要求|符合[^，]{0,8}?要求/g, (word) => word.replace(/要求/, '□□'));
  const blank = (word: string): string => '□'.repeat(word.length);
  const before = plain.slice(0, from).replace(FAILING, blank).replace(REASON, blank);
  const after = plain.slice(to);
  // 由县政务局统筹，我局不单独制定: nothing is owed.
  if (/^(?:如|若|凡|一旦)/.test(plain) || BADLY.test(after) || /不(?:再)?(?:单独|另行)$/.test(before)) return undefined;
  if (ON_SOME_MONTH.test(after) && !/已/.test(before)) return undefined;

  let denials = 0;
  const since = Math.max(lastReset(before), colon >= 0 && NAME_OF_FIGURE.test(before.slice(0, colon)) ? colon + 1 : 0);
  for (const word of before.slice(since).matchAll(DENIAL)) denials += word[0] ? 1 : 0;
  const inLabel = colon >= to;
  if (inLabel) {
    const answer = answerOf(clause.slice(colon + 1));
    if (answer !== 'yes' && answer !== 'no') return undefined;
    if (answer === 'no') denials++;
    return { says: denials % 2 ? 'denied' : 'affirmed', outright: true };
  }
  const near = before.slice(-8);
  const done = /已|完成了?|均/.test(near);
  if (LATER_DENIAL.test(after) || IN_VAIN.test(after) || (!done && NOT_BEGUN.test(after))) denials++;
  if (!done && !denials && DEMANDED.test(near)) return undefined;
  if (!done && (PLANNED.test(before.slice(-12)) || UNDER_WAY.test(after))) return { says: 'planned', outright: false };
  // 未制定新制度 does not say that there is none.
  if (denials % 2 && /^新/.test(after)) return undefined;
  if (denials % 2) return { says: 'denied', outright: true };
  return {
    says: 'affirmed',
    outright:
      denials > 0 ||
      OWN_DENIAL.test(plain.slice(from, to)) ||
      AFFIRMED.test(before + plain.slice(from, to) + after.slice(0, 6)),
  };
}

function lastReset(before: string): number {
  let end = 0;
  for (const match of before.matchAll(RESET)) end = match.index + match[0].length;
  return end;
}

/** Said of everything: 均, 全部, 每月. */
export function ofAll(clause: string): boolean {
  return /(?<!平)均|都|全部|全数|悉数|全面|逐一|逐项|每|各|所有|100%|全覆盖|一律/.test(clause);
}
