import { toPoints } from '../../src/scoring/fraction';
import type { ItemScore } from '../../src/scoring/item-score';
import { pointsOf } from '../../src/scoring/score-item';
import { compiledItem, fullMarks, inOrder, items, range, score } from './support';

/** Effect of each line in points; undefined while a fact is missing. */
const effects = ({ lines }: ItemScore) => lines.map(({ effect }) => effect && toPoints(effect));

describe('scored', () => {
  test('points, and a line per criterion with effect, values, clause and facts', () => {
    const result = score('3.5', { compress: 88, instant: 80, trips: 0.06 });
    expect(result).toMatchObject({ item: '3.5', state: 'scored', missing: [], rejected: [] });
    expect(toPoints(result.points!)).toBe(1.7);
    expect(effects(result)).toEqual([0.7, 1, 0]);
    expect(result.lines.map(({ criterion, facts }) => [criterion, facts])).toEqual([
      ['3.5#1', ['compress']],
      ['3.5#2', ['instant']],
      ['3.5#3', ['trips']],
    ]);
    expect(result.lines[0].because).toBe('承诺时限压缩比88%，在80%（含）至91%（不含）之间，得0.7分');
    expect(result.lines[2].because).toBe('平均跑动次数0.06次，在0.05次（不含）以上，不得分');
    expect(result.lines[1].clause).toBe('即办件比例达75%及以上得1分,60%—75%(不含)得0.5分,60%以下不得分。');
  });

  test.each(items.map((item) => [item.id, item] as const))('%s: its lines add up to its points', (id, item) => {
    for (const { facts } of item.examples) {
      const result = score(id, facts);
      const { combination, criteria } = compiledItem(id);
      const start = combination.start === 'full' ? item.points : 0;
      const sum = effects(result).reduce<number>((total, effect) => total + effect!, start);
      // What the item as a whole does (此项不得分, floor, cap) is not in the lines.
      const isVoid = criteria.some(({ parts }) => parts.some(({ kind }) => kind === 'void'));
      const wanted = Math.max(0, item.penalty ? sum : Math.min(item.points, sum));
      if (!isVoid) expect([facts, toPoints(result.points!)]).toEqual([facts, Number(wanted.toFixed(2))]);
    }
  });

  test.each(items.map((item) => [item.id, item] as const))('%s: the quick way gives the same points', (id, item) => {
    const compiled = compiledItem(id);
    for (const { facts } of item.examples) {
      const given = inOrder(item, facts);
      expect(pointsOf(compiled, given)).toEqual(score(id, facts).points);
      const without = given.map((entry, position) =>
        position === compiled.used[0] ? ({ is: 'missing' } as const) : entry,
      );
      if (item.facts[compiled.used[0]].absent === undefined) expect(pointsOf(compiled, without)).toBeUndefined();
    }
  });

  test('a void item says so', () => {
    const { lines } = score('1.2.1', { rounds_with_inconsistency: 2 });
    expect(lines[1].because).toBe('发现不一致的抽查轮次2轮，达到2轮，此项不得分');
    expect(score('2.9', { findings: 1, complaints: 0 }).lines[0].because).toBe('抽查发现差别办理次数1次，此项不得分');
  });

  test('what the parts of a criterion have alike is said once', () => {
    const facts = { ...fullMarks('2.1'), list_against_city: false, limit_stated: false };
    expect(score('2.1', facts, { A27: 3 }).lines[1].because).toBe(
      '涉及勘验评审听证：是，已对照市级编制程序清单：否，已明确办结时限：否，扣3分',
    );
    expect(score('2.11', { completion: 100, overdue: 1 }, { A38: 3 }).lines[1].because).toBe(
      '超时整改件数1件，每1件扣0.5分，失0.5分',
    );
  });

  test('a fact that is not asked for is not missed', () => {
    const result = score('2.1', { matters: 1, has_procedures: false });
    expect(result).toMatchObject({ state: 'scored', missing: [] });
    expect(toPoints(result.points!)).toBe(2.5);
    expect(toPoints(score('3.6.2', { reported: false, yunling_new: 4 }).points!)).toBe(0.4);
  });

  test('facts of other readings are not asked for', () => {
    expect(score('1.2.1', { rounds_with_inconsistency: 1 }).state).toBe('scored');
    expect(score('1.2.1', { rounds_with_inconsistency: 1 }, { A24: 2 })).toMatchObject({
      state: 'pending',
      missing: ['inconsistent_items'],
    });
  });

  test('the readings that the rules pass are named', () => {
    expect(score('3.5', fullMarks('3.5')).readings).toEqual(['A47', 'A48', 'A49']);
    expect(score('2.2', fullMarks('2.2')).readings).toEqual([]);
  });

  test('what the whole item did is noted', () => {
    expect(score('1.1.2', { guide_findings: 21, list_findings: 0 }).notes).toEqual([
      '从满分2分起扣',
      '扣分超过本项分值，按0分计',
    ]);
    expect(score('3.2', { full_online: 93, zero_trip: 96 }).notes).toEqual(['合计超过本项分值，按1分计']);
    expect(score('3.4', fullMarks('3.4'), { A45: 3 }).notes).toEqual([
      '扣分各条自带的5分计入，从中扣减',
      '各条得分之和按4：6折算',
    ]);
    expect(score('2.5', fullMarks('2.5'), { A31a: 3 }).notes[0]).toMatch(/^得分各条以外的[\d.]+分计入，先从中扣减$/);
    expect(score('2.9', { findings: 1, complaints: 0 }).notes).toEqual(['有一条此项不得分，其余各条不计']);
  });

  test('deductions are positive points to take off', () => {
    const result = score('10', { D1: 1, D4: 2 });
    expect(toPoints(result.points!)).toBe(7);
    expect(result.lines[0].because).toContain('扣5分');
  });
});

describe('pending', () => {
  test('a missing fact leaves its criterion open and names it', () => {
    const result = score('3.5', { compress: 88, instant: 80 });
    expect(result).toMatchObject({ state: 'pending', missing: ['trips'] });
    expect(result.points).toBeUndefined();
    expect(effects(result)).toEqual([0.7, 1, undefined]);
    expect(result.lines[2].because).toBe('缺少：平均跑动次数');
    expect([toPoints(result.low), toPoints(result.high)]).toEqual([1.7, 2.7]);
  });

  test('an unknown answer counts as asking for what hangs on it', () => {
    expect(score('2.1', { matters: 0 }).missing).toEqual(['has_procedures', 'list_against_city', 'limit_stated']);
    expect(score('3.6.2', { yunling_new: 10 }).missing).toEqual(['reported', 'judged']);
  });

  test('a size that decides whether the item applies is missed, even where the points do not depend on it', () => {
    expect(score('5.1', { systems_shared: 3 })).toMatchObject({ state: 'pending', missing: ['systems'] });
    expect(range('5.1', { systems_shared: 3 })).toEqual([2, 2]);
  });

  test('missing even where the rest has lost everything', () => {
    const result = score('1.1.2', { guide_findings: 20 });
    expect(result).toMatchObject({ state: 'pending', missing: ['list_findings'] });
    expect(range('1.1.2', { guide_findings: 20 })).toEqual([0, 0]);
  });
});

describe('not applicable', () => {
  test('a size of 0: nothing to do', () => {
    for (const [id, facts] of [
      ['1.1.3', { total: 0 }],
      ['3.1', { venues: 0, venues_with_window: 0 }],
      ['5.1', { systems: 0, systems_shared: 0 }],
      ['6.1', { promises: 3, firms: 0 }],
    ] as const) {
      expect(score(id, facts)).toMatchObject({ item: id, state: 'notApplicable', lines: [], missing: [] });
    }
  });

  test('which size counts is up to the reading: licences, or all six kinds (A25)', () => {
    const noLicences = { licence_linked: 0, licence_total: 0, findings: 0, six_linked: 12, six_total: 12 };
    expect(score('1.2.2', noLicences).state).toBe('notApplicable');
    expect(score('1.2.2', { ...noLicences, six_linked: 11 }, { A25: 2 })).toMatchObject({ state: 'scored' });
    expect(range('1.2.2', noLicences, undefined, { A25: 2 })).toEqual([1, 1]);
    expect(score('1.2.2', { findings: 0, six_linked: 0, six_total: 0 }, { A25: 2 }).state).toBe('notApplicable');
    expect(range('1.2.2', { findings: 0, six_linked: 12, six_total: 12 }, undefined, { A25: 2 })).toEqual([1, 1]);
  });

  test('不涉及 throughout', () => {
    expect(score('3.1', { venues: '不涉及', venues_with_window: '不涉及' }).state).toBe('notApplicable');
    expect(score('1.1.4', { inconsistencies: '不适用' }).state).toBe('notApplicable');
  });

  test.each(items.slice(0, -2).map((item) => [item.id, item] as const))(
    '%s: every fact marked 不涉及',
    (id, { facts }) => {
      const inapplicable = Object.fromEntries(facts.map((fact) => [fact.id, '不涉及']));
      expect(score(id, inapplicable).state).toBe('notApplicable');
    },
  );

  test('不涉及 for one fact and values for others do not go together', () => {
    const result = score('3.5', { compress: 95, instant: '不涉及', trips: 0.01 });
    expect(result).toMatchObject({ state: 'pending', missing: ['instant'] });
    expect(result.notes).toEqual(['即办件比例填“不涉及”，但本项其他指标有值，请核实']);
    expect([toPoints(result.low), toPoints(result.high)]).toEqual([2, 3]);
  });

  test('unless the rulebook says what it means: no such procedures, no app of one’s own', () => {
    expect(toPoints(score('2.1', { matters: 0, has_procedures: '不涉及' }).points!)).toBe(3);
    expect(toPoints(score('3.3', { ...fullMarks('3.3'), apps_not_connected: '不涉及' }).points!)).toBe(3);
    // Not called to the meetings (A66), no station assigned (A50).
    expect(toPoints(score('8', { absences: '不涉及', late_reports: 1 }).points!)).toBe(2);
    const township = { townships: 1, townships_on_net: 1, village_stations: '不涉及' };
    expect(toPoints(score('3.6.1', township).points!)).toBe(4);
  });

  test('0/0 corrected is full (A38); any other 0/0 is not applicable', () => {
    expect(toPoints(score('2.11', { completion: '0/0', overdue: 0 }).points!)).toBe(2);
    expect(score('2.10', { coverage: '0/0' }).state).toBe('notApplicable');
  });
});

describe('rejected', () => {
  test('a value that cannot be: no points, and the sentence that says why', () => {
    const result = score('3.5', { compress: 101, instant: 80, trips: 0.01 });
    expect(result.state).toBe('rejected');
    expect(result.points).toBeUndefined();
    expect(result.rejected).toEqual([{ fact: 'compress', problem: '“承诺时限压缩比”的值“101%”超过100%，请核对。' }]);
    expect([toPoints(result.low), toPoints(result.high)]).toEqual([2, 3]);
  });

  test('it comes before everything else', () => {
    expect(score('1.3', { score: 3.5 })).toMatchObject({ state: 'rejected' });
    expect(score('9', { N1: -1 })).toMatchObject({ state: 'rejected' });
    expect(score('3.3', { campaigns: 1.5 })).toMatchObject({ state: 'rejected', rejected: [{ fact: 'campaigns' }] });
  });
});
