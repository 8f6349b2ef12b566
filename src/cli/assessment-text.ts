import { SEVERITIES, WORST_FIRST, type Assessment, type FactUsed, type Finding, type Scorecard } from '../assessment';
import type { Item, Rulebook } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { toPoints } from '../scoring/fraction';
import type { ItemScore } from '../scoring/item-score';
import { STATES } from '../scoring/words';
import { withoutContacts, withoutQuotedNames } from '../workbook/persons';
import { table } from './table';
import { oneLine, printableJson } from './terminal';

function range(low: number, high: number): string {
  return low === high ? String(low) : `${low}—${high}`;
}

function ranking({ scorecards }: Assessment): string[] {
  const rows = [...scorecards]
    .sort((a, b) => a.rank - b.rank)
    .map((card) => [
      String(card.rank),
      card.unit,
      range(toPoints(card.total.low), toPoints(card.total.high)),
      range(toPoints(card.total.rescaled.low), toPoints(card.total.rescaled.high)),
      card.provisional ? '暂定' : '已定',
    ]);
  return table(['名次', '单位', '总分', '按适用项折算', '状态'], rows, [0, 2, 3]);
}

/** Every line of an item, as also one without effect may be what it lost; of 9 and 10, with their many, what counts. */
function reasons(score: ItemScore, item: Item, rulebook: Rulebook): string {
  if (score.state === 'notApplicable') return withoutContacts(score.notes.join('；'));
  const isMerit = item.penalty || item === rulebook.bonus;
  const lines = isMerit ? score.lines.filter((line) => !line.effect || line.effect.n !== 0) : score.lines;
  if (!lines.length) return item.penalty ? '没有扣分事项' : '没有加分事项';
  return withoutContacts(lines.map((line) => line.because).join('；'));
}

/** What an item has lost, or may still lose, by what was handed in; items that nobody reports on are not listed. */
function isTelling(score: ItemScore & { facts: FactUsed[] }, item: Item, rulebook: Rulebook): boolean {
  if (item.penalty || item === rulebook.bonus) return toPoints(score.low) > 0;
  return score.facts.length > 0 && score.state !== 'notApplicable' && toPoints(score.low) < item.points;
}

/** One unit's items: all of them when it is the only unit, otherwise those that tell something. */
function details({ rulebook, scorecards }: Assessment, card: Scorecard): string[] {
  const items = itemsOf(rulebook);
  const lines = [...card.items, card.bonus, card.deductions].flatMap((score, index) => {
    const item = items[index];
    if (scorecards.length > 1 && !isTelling(score, item, rulebook)) return [];
    const points = `${range(toPoints(score.low), toPoints(score.high))}${item.penalty ? '' : `/${item.points}`}`;
    return [`  ${score.item} ${item.title} ${points} ${STATES[score.state]} ${reasons(score, item, rulebook)}`];
  });
  return lines.length ? [`${card.unit}：`, ...lines] : [];
}

function findingLine({ severity, unit, message, remedy, source }: Finding): string {
  const place = source ? `${source.file} ${source.sheet} ${source.cell}` : '';
  const whose = unit && !message.includes(unit) ? `${unit} ` : '';
  return `  [${SEVERITIES[severity]}] ${whose}${withoutQuotedNames(message)}${place ? `（${place}）` : ''} ${withoutQuotedNames(remedy)}`;
}

/** An assessment as a person reads it in a terminal. */
export function toText(assessment: Assessment): string {
  const { rulebook, asOf, files, scorecards, findings, questions } = assessment;
  const unreadable = files.filter(({ status }) => status === 'unreadable');
  const parts = [
    [
      `${rulebook.title}（${rulebook.edition}）`,
      `数据截至${asOf}，读取文件${files.length - unreadable.length}个，不能读取${unreadable.length}个。`,
    ],
    unreadable.map(({ file, reason }) => `  ${file}：${reason}`),
    scorecards.length ? ranking(assessment) : ['没有找到任何单位的考评数据。'],
    scorecards.flatMap((card) => details(assessment, card)),
    findings.length
      ? [
          `检查结果${findings.length}条：`,
          ...WORST_FIRST.flatMap((severity) =>
            findings.filter((finding) => finding.severity === severity).map(findingLine),
          ),
        ]
      : files.length > unreadable.length
        ? ['检查没有发现问题。']
        : [],
    questions.length
      ? [
          '下列栏目不能确定是哪个指标，请在栏目对应文件（--mapping）中确认：',
          ...questions.map(
            ({ fingerprint, heading, source, candidates }) =>
              `  “${withoutContacts(heading)}”（${source.file} ${source.sheet} ${source.cell}）可能是：${candidates.map(({ item, fact }) => `${item} ${fact}`).join('、') || '无相近指标'}；标识：${printableJson(fingerprint)}`,
          ),
        ]
      : [],
  ];
  return parts
    .filter((part) => part.length)
    .map((part) => part.map(oneLine).join('\n'))
    .join('\n\n');
}
