import rulebook from '../rulebook/default';
import type { Item, Reading } from '../rulebook/model';
import { findItem } from '../rulebook/item-reference';
import { itemsOf } from '../rulebook/rules';
import { EXIT, wrongCall } from './failure';
import { table } from './table';
import { print, printableJson } from './terminal';

const TYPES: Record<Item['facts'][number]['type'], string> = {
  count: '整数',
  percent: '百分比',
  number: '数值',
  bool: '是/否',
  date: '日期',
  dateOrNever: '日期或未报送',
  mark: '评分',
};

function readingsOf(item: Item): Reading[] {
  return rulebook.readings.filter(({ id, items }) => item.readings.includes(id) || items.includes('all'));
}

function itemText(item: Item): string {
  const facts = table(
    ['指标', '编号', '类型', '单位', '说明'],
    item.facts.map((fact) => [
      fact.name,
      fact.id,
      TYPES[fact.type] + (fact.max ? `，最高${fact.max}分` : ''),
      fact.unit,
      fact.optional ? `只在口径${fact.optional}改选时需要` : '',
    ]),
  );
  const { task } = item;
  const readings = readingsOf(item).map(({ id, note, options, default: chosen }) => {
    const choices = Object.entries(options ?? {}).map(
      ([option, words]) => `${option} ${words}${Number(option) === chosen ? '（默认）' : ''}`,
    );
    return [`  ${id} ${note}`, ...choices.map((choice) => `      ${choice}`)].join('\n');
  });
  return [
    `${item.number} ${item.title}（${item.penalty ? '扣分' : `${item.points}分`}）`,
    `具体目标和绩效要求：${item.goal}`,
    `评分标准：${item.clause}`,
    `查验方法：${item.methods || '（原文未列）'}`,
    ...(task.place
      ? [
          `对应任务：${task.place} 牵头单位：${task.lead.join('、') || '（原文未列）'} 责任单位：${task.responsible} 完成时限：${task.deadline}`,
        ]
      : []),
    '',
    '逐条：',
    ...item.criteria.map(({ id, clause, due }) => `  ${id} ${clause}${due ? `（期限${due}）` : ''}`),
    '',
    ...facts,
    ...(readings.length ? ['', '口径：', ...readings] : []),
  ].join('\n');
}

function overview(): string {
  const rows = itemsOf(rulebook).map((item) => [
    item.id,
    item.number,
    item.title,
    item.penalty ? '' : String(item.points),
  ]);
  return [
    `${rulebook.title}（${rulebook.edition}）`,
    `编号${rulebook.id}，校验码${rulebook.hash}`,
    '',
    ...table(['条目', '原编号', '名称', '分值'], rows, [3]),
    '',
    rulebook.formula,
  ].join('\n');
}

/** yl rules */
export function rulesCommand(reference: string | undefined, options: { json?: boolean }): number {
  const found = reference === undefined ? undefined : findItem(rulebook, reference);
  if (found && 'problem' in found) throw wrongCall(found.problem);
  const item = found?.item;
  const data = item ? { ...item, readings: readingsOf(item) } : rulebook;
  print(options.json ? printableJson(data) : item ? itemText(item) : overview());
  return EXIT.done;
}
