import fc from 'fast-check';
import { composeNotices, type Notice } from '../../src/bulletin';
import { isFigure, textOf } from '../../src/bulletin/figure';
import type { Assessment, FactUsed } from '../../src/assessment';
import { lossFinder } from '../../src/bulletin/losses';
import { tableSizeOf } from '../../src/bulletin/notice-page';
import { renderNotices } from '../../src/bulletin/word/notices';
import { isoToDay } from '../../src/rulebook/day';
import shipped from '../../src/rulebook/default';
import { itemsOf } from '../../src/rulebook/rules';
import { compileRulebook } from '../../src/scoring/compile';
import { extremes } from '../../src/scoring/extremes';
import { compare, toPoints } from '../../src/scoring/fraction';
import type { Given } from '../../src/scoring/parse-fact';
import { scoreUnit } from '../../src/scoring/scorecard';
import { toFactValue } from '../../src/scoring/words';
import { givenFacts } from '../scoring/arbitraries';
import { assessmentOf, faultless, type SampleUnit } from './sample-assessment';
import { linesOf } from './text';
import { all, openWord, textsInOrder } from './word-xml';

const OPTIONS = { quarter: '2023Q3', issuer: '某县政务局', date: '2023-10-16' };
const noticesOf = (units: SampleUnit[], asOf = '2023-09-30') =>
  composeNotices(assessmentOf(units, { asOf }), OPTIONS).notices;

describe('what a unit is told', () => {
  const [first, second, third] = noticesOf([
    faultless('县甲局', { '1.1': { errors: 3, lists: 1 }, '2.1': { campaigns: 3 }, '10': { blame: 1 } }),
    {
      name: '县乙局',
      facts: { '1.1': { errors: 0, lists: 0 }, '1.3': { mark: 2 }, '10': { blame: 0 }, '9': { praise: 2 } },
    },
    faultless('丁镇', {}, { kind: '乡镇(街道)' }),
  ]);

  it('is where it stands, what it lost and by which sentence', () => {
    const lines = linesOf(first.blocks);
    expect(lines.slice(0, 6)).toEqual([
      '根据《某县打造“便捷环境”（试点）2023年工作考评细则》，截至2023年9月30日，你单位考评得分（已确定得分～最高可能得分）为4～8分，在2个县级部门中按已确定得分列第2名。',
      '一、失分情况',
      '各项任务共失0.5分，原因如下。',
      '1|一、1.（1）深化“办事指南”管理|指南问题次数3次，每1次扣0.1分|办事指南有错的，每次扣0.1分|0.3',
      '2|一、1.（1）深化“办事指南”管理|清单问题次数1次，每1次扣0.2分|清单有错的，每次扣0.2分|0.2',
      '另外，扣1分：专项组通报批评1次。',
    ]);
  });

  it('is the smallest change that still gains, and its deadline', () => {
    const lines = linesOf(first.blocks);
    expect(lines.slice(6, 9)).toEqual([
      '二、尚可取得的分值',
      '时限未到，按要求完成后最多再得4分：',
      '1|二、1.宣传推广|宣传次数由3次达到4次，加4分（2023年10月31日前）|0|4',
    ]);
  });

  it('is what to report and what to complete where something is not known', () => {
    expect(linesOf(second.blocks).slice(1)).toEqual([
      '一、失分情况',
      '已能定分的任务没有失分。',
      '二、尚可取得的分值',
      '时限未到，按要求完成后最多再得4分：',
      '1|二、1.宣传推广|完成任务并填报宣传次数（2023年10月31日前）|0|4',
      '另有1项因数据不全暂不能定分，补报后最多再得1.5分：一、1.（2）（补报即办件比例）。',
    ]);
  });

  it('is a mark that others have to give', () => {
    const [waiting] = noticesOf([faultless('县甲局', { '1.3': {} })], '2023-12-31');
    expect(linesOf(waiting.blocks).at(-1)).toContain('最多再得2分：一、2（待评定热线评分）。');
  });

  it('is that nothing is open when nothing is', () => {
    const [sure] = noticesOf([faultless('县甲局')], '2023-12-31');
    expect(linesOf(sure.blocks)).toEqual([
      expect.stringMatching(/你单位考评得分为9\.5分。$/),
      '一、失分情况',
      '各项任务没有失分。',
      '二、尚可取得的分值',
      '各项任务得分均已确定。',
    ]);
    expect(linesOf(third.blocks)[0]).not.toContain('第');
  });

  it('names equal ranks as equal', () => {
    const [a, b] = noticesOf([faultless('县甲局'), faultless('县乙局')], '2023-12-31');
    for (const notice of [a, b]) expect(linesOf(notice.blocks)[0]).toMatch(/在2个县级部门中并列第1名。$/);
  });
});

it('tells of every point that is open, and of no other', () => {
  const known = (value: fc.Arbitrary<number>) => fc.option(value, { nil: undefined });
  const unit = fc.record({
    errors: known(fc.integer({ min: 0, max: 25 })),
    rate: known(fc.integer({ min: 50, max: 100 })),
    mark: known(fc.integer({ min: 0, max: 2 })),
    campaigns: known(fc.integer({ min: 0, max: 5 })),
  });
  const given = (facts: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Record<string, number>;
  const sumOf = (notice: Notice, measure: string) =>
    notice.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.runs.filter(isFigure) : []))
      .filter((figure) => figure.measure === measure)
      .reduce((sum, { value }) => sum + value, 0);
  fc.assert(
    fc.property(unit, fc.constantFrom('2023-09-05', '2023-09-30', '2023-12-31'), (facts, asOf) => {
      const { errors, rate, mark, campaigns } = facts;
      const assessment = assessmentOf(
        [
          faultless('县甲局', {
            '1.1': given({ errors }),
            '1.2': given({ rate }),
            '1.3': given({ mark }),
            '2.1': given({ campaigns }),
          }),
        ],
        { asOf },
      );
      const [card] = assessment.scorecards;
      const [notice] = composeNotices(assessment, OPTIONS).notices;
      const open = card.items.reduce((sum, { low, high }) => sum + toPoints(high) - toPoints(low), 0);
      const bonus = toPoints(card.bonus.high) - toPoints(card.bonus.low);
      expect(sumOf(notice, 'reachable')).toBeCloseTo(open + bonus, 6);
      expect(linesOf(notice.blocks).join('\n')).not.toMatch(/undefined|NaN|Infinity|（）|：。/);
    }),
    { numRuns: 60 },
  );
});

describe('whatever a unit reports by the rules of 2023', () => {
  const compiled = compileRulebook(shipped, {});
  const items = itemsOf(shipped);
  const unit = shipped.units[0];

  /** One unit's assessment, the facts item by item in the rulebook's order. */
  function assessed(facts: Given[][], asOf: string): Assessment {
    const given = new Map(items.map((item, index) => [item.id, facts[index]]));
    const score = scoreUnit(compiled, unit, ({ id }) => given.get(id)!, isoToDay(asOf));
    const used = <T extends { item: string }>(scored: T) => ({
      ...scored,
      facts: items
        .find(({ id }) => id === scored.item)!
        .facts.map((fact, index): FactUsed => {
          const one = given.get(scored.item)![index];
          return { fact: fact.id, claims: [], ...(one.is === 'value' && { value: toFactValue(fact, one.value) }) };
        }),
    });
    const { bonus, deductions, sections, total } = score;
    const [files, findings, questions] = [[], [], []];
    const card = { unit: unit.name, items: score.items.map(used), bonus: used(bonus), deductions: used(deductions) };
    const rest = { sections, total, rank: 1, provisional: compare(total.low, total.high) !== 0, reports: [] };
    return {
      rulebook: shipped,
      readings: {},
      asOf,
      quarter: '',
      files,
      findings,
      questions,
      scorecards: [{ ...card, ...rest }],
    };
  }

  it('its notice keeps to a page, and says where the rest is', () => {
    fc.assert(
      fc.property(
        fc.tuple(...items.map((item) => givenFacts(item))),
        fc.constantFrom('2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'),
        (facts, asOf) => {
          const [notice] = composeNotices(assessed(facts, asOf), OPTIONS).notices;
          expect(tableSizeOf(notice)).toBeGreaterThanOrEqual(7.5);
          expect(linesOf(notice.blocks).join('\n')).not.toMatch(/undefined|NaN|Infinity|（）|：。/);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the worst losses stay when not all find room', () => {
    const worst = items.map(({ facts }) =>
      facts.map((fact): Given => {
        const { best, worst: bad } = extremes(fact);
        return { is: 'value', value: fact.nature === 'given' ? best : Math.min(bad, 99) };
      }),
    );
    const assessment = assessed(worst, '2023-12-31');
    const [notice] = composeNotices(assessment, OPTIONS).notices;
    const text = linesOf(notice.blocks).join('\n');
    expect(tableSizeOf(notice)).toBeDefined();
    expect(text).toMatch(/评分标准见通报附件3。/);
    const [, told, rest] = /失分较多的(\d+)条原因如下，其余(\d+)条共失[\d.]+分，见通报附件2。/.exec(text)!.map(Number);
    const rows = notice.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows).toHaveLength(told);
    expect(told + rest).toBe(lossFinder(compiled).lossesOf(assessment.scorecards[0]).length);
    const least = Math.min(...rows.map((cells) => Number(textOf(cells.at(-1)!))));
    expect(least).toBeGreaterThanOrEqual(1);
  });

  it('what is to be done is told as a deed', () => {
    const best = items.map(({ id, facts }) =>
      facts.map((fact): Given => ({ is: 'value', value: id === '2.6' ? 0 : Math.min(extremes(fact).best, 99) })),
    );
    const [notice] = composeNotices(assessed(best, '2023-06-30'), OPTIONS).notices;
    expect(linesOf(notice.blocks).join('\n')).toContain('做到“已下发管理制度”，加0.5分（2023年9月30日前）');
  });
});

describe('as a Word file', () => {
  it('has a page for each unit, with issuer and date', async () => {
    const units = ['县甲局', '县乙局', '县丙局'].map((name) => faultless(name, { '1.1': { errors: 3 } }));
    const notices = composeNotices(assessmentOf(units), OPTIONS);
    const { document, xml } = openWord(await renderNotices(notices));
    const texts = textsInOrder(xml('word/document.xml'));
    expect(texts.filter((text) => text === '扣分告知单')).toHaveLength(3);
    expect(all(document, 'w:pageBreakBefore')).toHaveLength(2);
    for (const { name } of units) expect(texts).toContain(`${name}：`);
    expect(texts.filter((text) => text === '某县政务局　2023年10月16日')).toHaveLength(3);
  });

  it('refuses what cannot be issued', () => {
    expect(() => composeNotices(assessmentOf([]), { ...OPTIONS, issuer: '' })).toThrow('没有填写发文机关');
    expect(() => composeNotices(assessmentOf([]), { ...OPTIONS, quarter: '2023Q2' })).toThrow('不一致');
  });
});
