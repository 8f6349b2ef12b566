import type { Finding, Source } from '../../assessment';
import type { Fact } from '../../rulebook/model';
import { fromFactValue } from '../../scoring/parse-fact';
import { valueInWords } from '../../scoring/words';
import { cellWithoutPersons, fileWithoutPersons } from '../../workbook/persons';
import type { Context } from '../context';
import type { Block } from '../model';
import { fromCells, numberOfItem, plain } from '../words';
import { columns, heading, table } from './blocks';

/** Errors of one kind are told together: what they are and, where each has a remedy of its own, what to do about all. */
const KINDS: Record<string, { title: string; remedy?: string }> = {
  'conflicting-values': { title: '同一指标有不同的值' },
  'self-score-differs': {
    title: '自评得分与评分标准不符',
    remedy: '请按评分标准更正自评得分，或补充、更正完成情况。',
  },
  'self-score-out-of-range': { title: '自评得分超过分值' },
  'rate-vs-counts': { title: '比率与件数不符' },
  'part-over-whole': { title: '部分大于总数' },
  'wrong-subtotal': { title: '合计与各行不符' },
  'percent-over-100': { title: '百分比超过100%' },
  'mark-over-max': { title: '评分超过满分' },
  'negative-count': { title: '数值为负' },
  'fractional-count': { title: '应为整数的不是整数' },
  'bad-date': { title: '日期有误' },
  'formula-error': { title: '公式错误' },
};

/** No row of a table is broken over two pages, so none may outgrow one. */
const MOST_IN_ROW = 12;

/**
 * Findings that are errors, each with its unit where that is known: by its own word, or because the file is of one. Unit by
 * unit; those that are nobody's come last.
 */
export function dataErrors({ assessment, cards }: Context): Finding[] {
  const owners = new Map<string, Set<string>>();
  for (const card of cards) {
    for (const { facts } of [...card.items, card.bonus, card.deductions]) {
      for (const { source } of facts.flatMap(({ claims }) => claims)) {
        owners.set(source.file, (owners.get(source.file) ?? new Set()).add(card.unit));
      }
    }
  }
  const order = new Map(cards.map(({ unit }, index) => [unit, index]));
  const placeOf = ({ unit = '' }: Finding) => order.get(unit) ?? cards.length;
  return assessment.findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => {
      const units = [...(owners.get(finding.source?.file ?? '') ?? [])];
      return finding.unit === undefined && units.length === 1 ? { ...finding, unit: units[0] } : finding;
    })
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** The errors of each unit, those of a kind in one row; the score workbook has them one by one. */
export function errorTable(context: Context): Block[] {
  const groups = new Map<string, Finding[]>();
  for (const error of dataErrors(context)) {
    const { unit, code, message, remedy } = error;
    const key = JSON.stringify(KINDS[code] ? [unit, code] : [unit, message, remedy]);
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  if (groups.size === 0) return [];
  const rows = [...groups.values()].flatMap((errors) => {
    const parts: Finding[][] = [];
    for (let at = 0; at < errors.length; at += MOST_IN_ROW) parts.push(errors.slice(at, at + MOST_IN_ROW));
    return parts.map((part) => rowOf(context, part));
  });
  const heads = columns(['单位', 1.8], ['错误', 2.4, 'left'], ['指标和位置', 5.4, 'left'], ['处理要求', 2.4, 'left']);
  return [heading('数据填报错误'), { ...table(heads, rows), small: true }];
}

function rowOf(context: Context, errors: Finding[]): string[] {
  const [{ unit, code, message, remedy }] = errors;
  const files = context.assessment.files.map(({ file }) => file);
  const told = (text: string) =>
    fromCells(files.reduce((left, file) => left.replaceAll(file, fileWithoutPersons(file)), text));
  const kind = KINDS[code];
  const places = [...new Set(errors.map((error) => whereOf(context, error)))].filter((place) => place !== '');
  const same = errors.every((error) => error.remedy === remedy);
  return [
    unit ? plain(unit) : '—',
    kind?.title ?? told(message),
    places.join('、') || '—',
    told(same ? remedy : (kind?.remedy ?? remedy)),
  ];
}

/** 零跑腿比例（汇总 G7为92%，零跑腿 C4为99.1%）; an error in no figure is only where it stands. */
function whereOf(context: Context, error: Finding): string {
  const { unit, source } = error;
  const item = error.item === undefined ? undefined : context.item(error.item);
  const fact = item?.facts.find(({ id }) => id === error.fact);
  const claimed = fact ? valuesAt(context, error, fact) : [];
  const places = claimed.length > 1 ? claimed : source ? [placeOf(source, unit)] : [];
  const name = fact ? plain(fact.name) : item ? numberOfItem(item) : '';
  if (places.length === 0) return name;
  return name ? `${name}（${places.join('，')}）` : places.join('，');
}

/** Where values that contradict one another stand, each with its value. */
function valuesAt({ cards, compiled }: Context, { code, unit, item }: Finding, fact: Fact): string[] {
  if (code !== 'conflicting-values') return [];
  const card = cards.find((candidate) => candidate.unit === unit);
  const scores = card ? [...card.items, card.bonus, card.deductions] : [];
  const used = scores.find((score) => score.item === item)?.facts.find((one) => one.fact === fact.id);
  return (used?.claims ?? []).flatMap(({ state, value, source }) => {
    const given = fromFactValue(fact, state === 'value' ? value : undefined, compiled.rulebook.year);
    return given.is === 'value' ? [`${placeOf(source, unit)}为${plain(valueInWords(fact, given.value))}`] : [];
  });
}

/** Where an error stands; nobody's is found only by the file's name too. */
function placeOf({ file, sheet, cell }: Source, unit?: string): string {
  // A sheet may bear the name of who fills it in.
  const at = `${plain(cellWithoutPersons(sheet))} ${cell}`;
  return unit ? at : `${plain(fileWithoutPersons(file))} ${at}`;
}
