import type { Finding } from '../../assessment';
import type { Item } from '../../rulebook/model';
import type { MeritRow, Reading } from '../reading';

/** Points claimed for an event that the rules give other points for. */
export function claimedPoints(reading: Reading): Finding[] {
  return reading.meritRows.flatMap((row): Finding[] => {
    const { item, fact, claimed, times, unit, what } = row;
    if (!claimed || times < 0) return [];
    const points = Math.abs(claimed.points);
    const given = pointsOf(item, fact.id, times);
    const right = given[given.length - 1];
    if (right === undefined || given.includes(points)) return [];
    // Of several events of one kind a part may be claimed with nothing or less: what they give together is limited.
    if (points < right && hasSeveral(reading.meritRows, row)) return [];
    const verb = item === reading.rulebook.deductions ? '扣' : '加';
    const difference = tidy(Math.abs(points - right));
    return [
      {
        code: 'claimed-points-differ',
        severity: 'warning',
        source: claimed.source,
        message: `“${what}”申报${verb}${points}分，按评分标准“${fact.name}”${times}${fact.unit}为${right}分，相差${difference}分。`,
        remedy: `请把申报分值改为${right}分，或者写明级别、形式和次数。`,
        item: item.id,
        fact: fact.id,
        unit,
      },
    ];
  });
}

function hasSeveral(rows: MeritRow[], { unit, fact }: MeritRow): boolean {
  return rows.filter((row) => row.unit === unit && row.fact === fact).length > 1;
}

/** What the item's rules give for so many events of a kind, by each reading of them; that for each event comes last. */
export function pointsOf(item: Item, fact: string, times: number): number[] {
  const points: number[] = [];
  const walk = (rule: unknown): void => {
    if (typeof rule !== 'object' || rule === null) return;
    const { award, awardEach } = rule as { award?: Award; awardEach?: AwardEach };
    if (award?.when?.fact === fact) points.push(times > 0 ? award.points : 0);
    else if (awardEach?.of?.fact === fact)
      points.push(tidy(Math.min(times * awardEach.points, awardEach.cap ?? Infinity)));
    else Object.values(rule).forEach(walk);
  };
  item.criteria.forEach(({ rule }) => walk(rule));
  return points;
}

interface Award {
  points: number;
  when?: { fact?: string };
}

interface AwardEach {
  points: number;
  cap?: number;
  of?: { fact?: string };
}

function tidy(points: number): number {
  return Math.round(points * 100) / 100;
}
