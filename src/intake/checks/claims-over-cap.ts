import type { Finding } from '../../assessment';
import type { MeritRow, Reading } from '../reading';
import { pointsOf } from './claimed-points';

/** Bonus claimed row by row that together is more than the rules give: for one kind of event, or altogether. */
export function claimsOverCap(reading: Reading): Finding[] {
  const { bonus } = reading.rulebook;
  const groups = new Map<string, MeritRow[]>();
  for (const row of reading.meritRows) {
    if (row.item !== bonus || !row.claimed) continue;
    for (const key of [`${row.unit}\n${row.fact.id}`, row.unit]) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const found: Finding[] = [];
  for (const [key, rows] of groups) {
    const last = rows[rows.length - 1];
    if (!last?.claimed || rows.length < 2) continue;
    const claimed = sum(rows.map((row) => row.claimed?.points ?? 0));
    const isOfOneKind = key !== last.unit;
    const given = pointsOf(bonus, last.fact.id, sum(rows.map(({ times }) => times)));
    const most = isOfOneKind ? Math.max(0, ...given) : bonus.points;
    if (claimed <= most) continue;
    found.push({
      code: 'claims-over-cap',
      severity: isOfOneKind ? 'warning' : 'info',
      source: last.claimed.source,
      message: `“${last.unit}”${isOfOneKind ? `“${last.fact.name}”各行` : '各项'}共申报加${claimed}分，按评分标准最多加${most}分。`,
      remedy: '计分时按上限计；请核对各行的形式、级别和次数。',
      item: bonus.id,
      ...(isOfOneKind ? { fact: last.fact.id } : {}),
      unit: last.unit,
    });
  }
  return found;
}

function sum(numbers: number[]): number {
  return Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100;
}
