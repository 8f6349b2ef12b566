import type { Finding } from '../../assessment';
import type { Reading, UnitMention } from '../reading';

const MOST_PLACES = 5;

/** One unit with several rows in the same table, often under several names: one finding, at the second row. */
export function unitTwice(reading: Reading): Finding[] {
  const rows = new Map<string, UnitMention[]>();
  for (const mention of reading.mentions) {
    const { unit, table } = mention;
    if (unit === undefined || table === undefined) continue;
    const key = `${table}\n${unit}`;
    const own = rows.get(key);
    if (own) own.push(mention);
    else rows.set(key, [mention]);
  }
  return [...rows.values()].flatMap(([first, second, ...more]): Finding[] => {
    if (!first || !second) return [];
    return [
      {
        code: 'duplicate-unit',
        severity: 'error',
        source: second.source,
        message: more.length ? severalRows(second, [first, ...more]) : twoRows(second, first),
        remedy: '请核对后只保留一行。',
        unit: second.unit,
      },
    ];
  });
}

function twoRows({ name }: UnitMention, other: UnitMention): string {
  return other.name === name
    ? `“${name}”在同一张表里填了两行（另一行在${other.source.cell}）。`
    : `“${name}”与${other.source.cell}的“${other.name}”是同一单位，填了两行。`;
}

function severalRows({ name }: UnitMention, others: UnitMention[]): string {
  const places = others
    .slice(0, MOST_PLACES)
    .map((other) => `${other.source.cell}${other.name === name ? '' : `“${other.name}”`}`)
    .join('、');
  const rest = others.length > MOST_PLACES ? '等' : '';
  return `“${name}”在同一张表里填了${others.length + 1}行（另外的在${places}${rest}）。`;
}
