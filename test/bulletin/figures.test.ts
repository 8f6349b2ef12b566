import fc from 'fast-check';
import { figures, previousScores } from '../../src/bulletin';
import { MEASURE_NAMES } from '../../src/bulletin/names';
import { recompute } from './recompute';
import { assessmentOf, type SampleUnit } from './sample-assessment';
import { bulletinOf, chapter, everything, linesOf } from './text';

const maybe = (value: fc.Arbitrary<number>) => fc.option(value, { nil: undefined });
const facts = fc
  .record({
    errors: maybe(fc.integer({ min: 0, max: 30 })),
    lists: maybe(fc.integer({ min: 0, max: 6 })),
    rate: maybe(fc.integer({ min: 500, max: 1000 }).map((tenths) => tenths / 10)),
    mark: maybe(fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10)),
    campaigns: maybe(fc.integer({ min: 0, max: 6 })),
    praise: maybe(fc.integer({ min: 0, max: 2 })),
    blame: maybe(fc.integer({ min: 0, max: 2 })),
  })
  .map(({ errors, lists, rate, mark, campaigns, praise, blame }): SampleUnit['facts'] => {
    const known = (name: string, value?: number): { [fact: string]: number } =>
      value === undefined ? {} : { [name]: value };
    return {
      '1.1': { ...known('errors', errors), ...known('lists', lists) },
      '1.2': known('rate', rate),
      '1.3': known('mark', mark),
      '2.1': known('campaigns', campaigns),
      '9': known('praise', praise),
      '10': known('blame', blame),
    };
  });
const report = fc.constantFrom(
  undefined,
  { late: true },
  { received: '2023-09-12T09:00', late: false },
  { received: '2023-09-14T09:00', late: true },
);
const units = (maxLength: number) =>
  fc
    .array(
      fc.record({ facts, report, kind: fc.constantFrom('县级部门' as const, '乡镇(街道)' as const, '其他' as const) }),
      { maxLength },
    )
    .map((list) => list.map((unit, index): SampleUnit => ({ ...unit, name: `第${index + 1}局` })));
const asOf = fc.constantFrom('2023-09-05', '2023-09-30', '2023-12-31');

function check(now: SampleUnit[], before: SampleUnit[] | undefined, day: string): void {
  const findings = now
    .slice(0, 1)
    .map(({ name }) => ({ code: 'x', severity: 'error' as const, unit: name, message: '错误。', remedy: '请改正。' }));
  const assessment = assessmentOf(now, { asOf: day, findings });
  const previous = before && previousScores(assessmentOf(before, { asOf: '2023-06-30', quarter: '2023Q2' }));
  const bulletin = bulletinOf(assessment, { previous });
  for (const figure of figures(bulletin)) {
    const again = recompute(figure, assessment, previous);
    if (Math.abs(again - figure.value) > 0.0051)
      throw new Error(`${figure.name}（${figure.place}）：${figure.value}，重算为${again}`);
    expect(figure.display.replace(/^\+|%$/g, '')).toBe(String(figure.value));
    expect(figure.name).toBe(MEASURE_NAMES[figure.measure]);
  }
  expect(everything(bulletin)).not.toMatch(/undefined|NaN|Infinity|null|\[object|，，|。。|；。|，。|（）/);
}

describe('every figure', () => {
  it('can be computed again from the scorecards that it names', () => {
    fc.assert(fc.property(units(8), fc.option(units(8), { nil: undefined }), asOf, check), { numRuns: 40 });
  });

  it('holds for sixty units too', () => {
    const [sixty] = fc.sample(fc.array(fc.record({ facts, report }), { minLength: 60, maxLength: 60 }), {
      numRuns: 1,
      seed: 7,
    });
    check(
      sixty.map((unit, index) => ({ ...unit, name: `第${index + 1}局` })),
      undefined,
      '2023-12-31',
    );
  });

  it('is what sentences take their numbers from', () => {
    fc.assert(
      fc.property(units(6), asOf, (now, day) => {
        const bulletin = bulletinOf(assessmentOf(now, { asOf: day }));
        for (const block of bulletin.body) {
          if (block.kind !== 'paragraph') continue;
          const words = block.runs.filter((run) => typeof run === 'string').join('');
          // What is left besides figures: dates, quotations, numbers of items and annexes, names, full points, reasons.
          const rest = words
            .replace(/“[^”]*”|（[一二三四五六七八九十]+、[^。：]*?）。评分标准|第\d+局|附件\d|^\d\./g, '')
            .replace(/\d{4}年(\d+月\d+日(\d\d:\d\d)?)?|满分10分|本部分\d+分|分值\d+分|从满分2分起扣|按0分计/g, '')
            .replace(/(指南问题次数|清单问题次数|即办件比例|热线评分|宣传次数)[^；。]*/g, '');
          expect(rest).not.toMatch(/\d/);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('ranks', () => {
  it('follow the low totals and are shared by equals', () => {
    fc.assert(
      fc.property(units(10), asOf, (now, day) => {
        const bulletin = bulletinOf(assessmentOf(now, { asOf: day }));
        for (const block of bulletin.body) {
          if (block.kind !== 'table') continue;
          const rows = linesOf([block]).map((line) => line.split('|'));
          const lows = rows.map((cells) => Number(cells[2].split('～')[0]));
          rows.forEach((cells, index) => {
            expect(Number(cells[0])).toBe(1 + lows.filter((low) => low > lows[index]).length);
            expect(cells[2].includes('～')).toBe(cells[3] === '待定');
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('text from workbooks', () => {
  it('stays text, in one line, without contacts', () => {
    const name = '=cmd|<甲>&"局"\u0007\n第二行';
    const unit: SampleUnit = { name, facts: { '1.1': { errors: 1 } }, report: { late: true } };
    const finding = {
      code: 'x',
      severity: 'error' as const,
      unit: name,
      message: '填报人:张三 13812345678,电话0871-67591234有误\u0000。',
      remedy: '联系人：李四（身份证53012519800101123X）核对。',
    };
    const text = everything(bulletinOf(assessmentOf([unit], { findings: [finding] })));
    expect(text).toContain('=cmd|<甲>&"局"第二行未报送');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|张三|李四|\d{7,}/);
    expect(chapter(bulletinOf(assessmentOf([unit])), '失分情况')[0]).toContain('失分0.1分');
  });
});
