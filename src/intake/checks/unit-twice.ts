import type { Finding } from '../../assessment';
import type { Reading, UnitMention } from '../reading';

/** One unit with two rows in the same table, often under two names. */
export function unitTwice(reading: Reading): Finding[] {
  const first = new Map<string, UnitMention>();
  const found: Finding[] = [];
  for (const mention of reading.mentions) {
    const { unit, table, name, source } = mention;
    if (unit === undefined || table === undefined) continue;
    const key = `${table}\n${unit}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, mention);
      continue;
    }
    const sameName = before.name === name;
    found.push({
      code: 'duplicate-unit',
      severity: 'error',
      source,
      message: sameName
        ? `“${name}”在同一张表里填了两行（另一行在${before.source.cell}）。`
        : `“${name}”与${before.source.cell}的“${before.name}”是同一单位，填了两行。`,
      remedy: '请核对后只保留一行。',
      unit,
    });
  }
  return found;
}
