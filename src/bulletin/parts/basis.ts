import type { Reading } from '../../rulebook/model';
import { compare, fromDecimal } from '../../scoring/fraction';
import { generalReading } from '../../scoring/scorecard';
import type { ItemState } from '../../scoring/item-score';
import type { Scorecard } from '../../assessment';
import { waitingIn, type Context } from '../context';
import { countOf, numberOf, pointsOf } from '../figure';
import type { Block, Measure, Run } from '../model';
import { plain, quoted } from '../words';
import { paragraph, type Chapter } from './blocks';

const OPEN: [ItemState, Measure, string][] = [
  ['pending', 'pendingItems', '数据不全的'],
  ['rejected', 'rejectedItems', '数据不合理、须核实的'],
  ['notDue', 'notDueItems', '时限未到、尚可得分的'],
];

/** 七、得分待定情况和计分口径: what is provisional, and how the rulebook's ambiguous sentences are taken. */
export function basis(context: Context): Chapter {
  if (context.cards.length === 0) return { title: '', blocks: [] };
  return {
    title: '得分待定情况和计分口径',
    blocks: [openScores(context), readings(context), ...gaps(context)],
  };
}

function openScores(context: Context): Block {
  const open = context.cards.filter((card) => card.provisional);
  if (open.length === 0) {
    const who = context.units.length === 1 ? `${plain(context.units[0])}得分` : '各单位得分均';
    return paragraph(`${who}已确定，没有待定部分。`);
  }
  const alone = open.length === 1;
  const states = OPEN.flatMap(([state, measure, words]): Run[][] => {
    const found = open.map((card) => ({
      unit: card.unit,
      count: openItems(card).filter((score) => score.state === state).length,
    }));
    const units = found.filter(({ count }) => count > 0).map(({ unit }) => unit);
    const count = found.reduce((all, each) => all + each.count, 0);
    const figure = numberOf(measure, count, { units, items: context.items });
    return count === 0 ? [] : [[words, figure, alone ? '项' : '项次']];
  });
  const stillWinning = open.filter(({ bonus }) => bonus.state === 'notDue').map((card) => card.unit);
  if (stillWinning.length > 0) {
    const { bonus } = context.assessment.rulebook;
    states.push([
      ...(alone ? [] : [countOf('bonusOpen', stillWinning, { items: [bonus.id] }), '个单位']),
      '尚可取得激励加分',
    ]);
  }
  const reasons = states.flatMap((runs, index) => (index > 0 ? ['，', ...runs] : runs));
  const opening = states.length > 1 ? '。其中' : states.length === 1 ? '，即' : '';
  const units = open.map((card) => card.unit);
  const who: Run[] = units.length === 1 ? [plain(units[0])] : [countOf('provisionalUnits', units), '个单位'];
  return paragraph(who, '的得分尚有待定部分', opening, reasons, '。待定部分没有计入已确定得分，也没有推测。');
}

function openItems(card: Scorecard): Scorecard['items'] {
  return [...waitingIn(card), ...card.items.filter(({ state }) => state === 'notDue')];
}

/** The switchable readings that at least one score rests on. */
export function readingsUsed(context: Context): Reading[] {
  const used = new Set(
    context.cards.flatMap((card) => [...card.items, card.bonus, card.deductions].flatMap((score) => score.readings)),
  );
  return context.assessment.rulebook.readings.filter((reading) => reading.options && used.has(reading.id));
}

/** The option that a reading has been given. */
export function chosenOption(context: Context, reading: Reading): number {
  return context.assessment.readings[reading.id] ?? reading.default!;
}

/** How items that are not a unit's own count, where there are any. */
export function inapplicable({ assessment, cards }: Context): string {
  const { rulebook, readings } = assessment;
  if (!cards.some((card) => card.items.some(({ state }) => state === 'notApplicable'))) return '';
  const [id] = generalReading(rulebook, 'notApplicable');
  const reading = rulebook.readings.find((candidate) => candidate.id === id);
  const words = reading?.options?.[readings[id] ?? reading.default!];
  return words ? `不适用于某单位的项目，按${quoted(words)}计分。` : '';
}

/** Items whose criteria come to less than the item: what nobody can win is nobody's loss. */
function gaps({ assessment, finder, units }: Context): Block[] {
  const items = assessment.rulebook.sections.flatMap((section) => section.items);
  return items
    .filter((item) => compare(finder.most(item), fromDecimal(item.points)) < 0)
    .map((item) => {
      const most = pointsOf('attainable', finder.most(item), { units, items: [item.id] });
      return paragraph(
        `${quoted(item.title)}分值${item.points}分，按评分标准各条合计最多得`,
        most,
        '分，差额不作为单位失分。',
      );
    });
}

function readings(context: Context): Block {
  const used = readingsUsed(context);
  if (used.length === 0) return paragraph('各项得分直接依照评分标准计算，没有涉及需要选择的口径。');
  const changed = used.filter((reading) => chosenOption(context, reading) !== reading.default);
  const ids = (list: Reading[]) => list.map(({ id }) => id);
  const count = numberOf('readings', used.length, { units: [], items: [], readings: ids(used) });
  const opening: Run[] = ['评分标准中有不同理解的，按选定的口径计分，本次得分涉及', count, '条口径，见附件6。'];
  if (changed.length === 0) return paragraph(opening, '均采用默认口径。');
  const told = changed.map(
    (reading) => `${quoted(reading.quotes[0])}按${quoted(reading.options![chosenOption(context, reading)])}计分`,
  );
  const other = numberOf('readings', changed.length, { units: [], items: [], readings: ids(changed) });
  return paragraph(opening, '其中', other, `条未采用默认口径：${told.join('；')}。`);
}
