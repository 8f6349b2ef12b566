import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, type FileInput } from '../../src/assess/assess';
import type { AssessOptions } from '../../src/assess/assess-intakes';
import type { Assessment, Claim, Intake } from '../../src/assessment';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import rulebook from '../../src/rulebook/default';
import type { Fact } from '../../src/rulebook/model';
import { itemsOf } from '../../src/rulebook/rules';
import type { FactValue } from '../../src/scoring/item-score';
import { planScoreWorkbook } from '../../src/score-workbook/plan';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Random } from '../fuzz/random';
import { Evaluator } from './evaluate';

jest.setTimeout(120_000);

const SAMPLES = join(__dirname, '../../assets/samples');
const snapshots = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.xlsx'))
  .map((file) => readWorkbook(readFileSync(join(SAMPLES, file)), file));
const samples: FileInput[] = snapshots.map((snapshot) => ({ file: snapshot.file, sha256: '', snapshot }));

/** Items whose points are no whole hundredths, by readings that divide: their cells are rounded, the sums are not. */
function divided({ scorecards }: Assessment): number {
  const scores = scorecards.flatMap((card) => [...card.items, card.bonus, card.deductions]);
  return scores.filter(({ low, high }) => [low, high].some(({ n, d }) => (n * 100) % d !== 0)).length;
}

/** Cells whose formula gives another figure than the assessment has, on all sheets. */
function differences(assessment: Assessment, open?: Snapshot): string[] {
  const { sheets } = planScoreWorkbook(assessment, open);
  const evaluator = new Evaluator(sheets, open);
  // Sums of hundredths carry binary noise that no cell shows.
  const tolerance = 1e-9 + divided(assessment) * 0.02;
  let formulas = 0;
  const found = sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, formula, cached }) => {
      if (formula === undefined) return [];
      formulas++;
      const result = evaluator.at(name, row, column);
      const same =
        typeof result === 'number' && typeof cached === 'number'
          ? Math.abs(result - cached) < tolerance
          : JSON.stringify(result) === JSON.stringify(cached);
      return same
        ? []
        : [`${name} row ${row + 1}: ${formula} is ${JSON.stringify(result)}, not ${JSON.stringify(cached)}`];
    }),
  );
  expect(formulas).toBeGreaterThan(100);
  return found;
}

const DAYS = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'];

describe('every figure of the score workbook, computed as Excel would, is that of the assessment', () => {
  test.each(DAYS)('on all samples together, as of %s', (asOf) => {
    expect(differences(assess(rulebook, samples, { asOf }))).toEqual([]);
  });

  test.each(snapshots.map((snapshot) => [snapshot.file, snapshot] as const))(
    'on %s alone, written into it',
    (file, snapshot) => {
      const assessment = assess(rulebook, [{ file, sha256: '', snapshot }], { asOf: '2023-06-30' });
      expect(differences(assessment, snapshot)).toEqual([]);
    },
  );

  test.each([1, 2, 3, 4])('with every reading switched to option %i', (option) => {
    const readings = Object.fromEntries(
      rulebook.readings.flatMap(({ id, options }) => (options && option in options ? [[id, option]] : [])),
    );
    expect(differences(assess(rulebook, samples, { asOf: '2023-09-30', readings }))).toEqual([]);
  });
});

/** Values as departments report them. */
function anyValue(random: Random, { type, max = 10 }: Fact): FactValue {
  const day = () => new Date(Date.UTC(2022, 11, 1 + random.below(420))).toISOString().slice(0, 10);
  if (type === 'percent') return random.below(10_001) / 100;
  if (type === 'bool') return random.below(2) === 1;
  if (type === 'date') return day();
  if (type === 'dateOrNever') return random.below(5) ? day() : 'never';
  if (type === 'count') return random.below(random.pick([3, 300]));
  return random.below(max * 10) / 10;
}

const UNITS = ['县民政局', '匡远街道', '县发改局'];

const intakeOf = (claims: Claim[], units: string[]): Intake => ({
  ...{ claims, units, selfScores: [], receipts: [], questions: [], findings: [] },
});

/** What workbooks may say about some units: facts that are known, missing, not applicable, rejected. */
function anyIntake(random: Random): Intake {
  const source = { file: 'a.xlsx', sheet: '表', cell: 'A1' };
  const about = (unit: string, item: string, fact: Fact): Claim[] => {
    const value = anyValue(random, fact);
    const claim = { unit, item, fact: fact.id, raw: String(value), source, confidence: 1 };
    const base = { ...claim, voice: 'office' as const, linkable: false };
    const roll = random.below(100);
    if (roll < 12) return [];
    if (roll < 15) return [{ ...base, state: 'notApplicable' }];
    if (roll < 17) return [{ ...base, state: 'rejected', problem: '不能使用。' }];
    if (roll < 19) return [{ ...base, state: 'missing' }];
    return [{ ...base, state: 'value', value }];
  };
  const items = itemsOf(rulebook);
  const claims = UNITS.flatMap((unit) =>
    items.flatMap((item) => item.facts.flatMap((fact) => about(unit, item.id, fact))),
  );
  return intakeOf(claims, UNITS);
}

test('every figure is that of the assessment whatever is reported, at any cut-off, by any readings', () => {
  for (let seed = 1; seed <= 16; seed++) {
    const random = new Random(seed);
    const readings = Object.fromEntries(
      rulebook.readings.flatMap(({ id, options }) =>
        options ? [[id, Number(random.pick(Object.keys(options)))]] : [],
      ),
    );
    const options = { asOf: random.pick(DAYS), readings: seed % 2 ? {} : readings };
    const assessment = assess(rulebook, [{ file: 'a.xlsx', sha256: '', intake: anyIntake(random) }], options);
    expect([seed, differences(assessment)]).toEqual([seed, []]);
  }
});

describe('figures at the edges', () => {
  const claim = (unit: string, item: string, fact: string, value: FactValue): Claim => ({
    ...{ unit, item, fact, state: 'value', value, raw: String(value), voice: 'office', confidence: 1, linkable: false },
    source: { file: 'a.xlsx', sheet: '表', cell: 'A1' },
  });
  const of = (claims: Claim[], options: Partial<AssessOptions> = {}, units = UNITS) =>
    assess(rulebook, [{ file: 'a.xlsx', sha256: '', intake: intakeOf(claims, units) }], {
      asOf: '2023-12-31',
      ...options,
    });
  const losses = (unit: string) =>
    rulebook.deductions.facts.filter(({ type }) => type === 'count').map(({ id }) => claim(unit, '10', id, 200));

  test('a total below nothing stays so, or is nothing, by the reading on floors', () => {
    const totals = [1, 2, 3].map((option) => {
      const assessment = of(losses('县民政局'), { readings: { A04: option } });
      expect(differences(assessment)).toEqual([]);
      return assessment.scorecards.find(({ unit }) => unit === '县民政局')!.total.low.n;
    });
    expect(totals[0]).toBeLessThan(0);
    expect(totals[2]).toBe(0);
  });

  test('units that nothing is known of share a rank', () => {
    const assessment = of([], {}, ['匡远街道', '北古城镇']);
    expect(new Set(assessment.scorecards.map(({ rank }) => rank))).toEqual(new Set([1]));
    expect(differences(assessment)).toEqual([]);
  });

  test('no unit at all gives sheets all the same', () => {
    expect(planScoreWorkbook(of([], {}, [])).sheets.map(({ name }) => name)).toContain('得分表');
  });

  test('a correction on the data sheet moves the score beside it', () => {
    const assessment = of([claim('县民政局', '2.3', 'list_rate', 100), claim('县民政局', '2.3', 'coverage', 70)]);
    const { sheets } = planScoreWorkbook(assessment);
    const evaluator = new Evaluator(sheets);
    const scores = sheets.find(({ name }) => name === '得分表')!;
    const row = scores.cells.find(({ value, row: at }) => {
      const unit = scores.cells.find((cell) => cell.row === at && cell.column === 0)?.value;
      return value === '2.3' && unit === '县民政局';
    })!.row;
    const data = sheets.find(({ name }) => name === '考评数据')!;
    const fact = data.cells.find(({ column, value, row: at }) => {
      const cells = data.cells.filter((cell) => cell.row === at);
      return column === 3 && value === 'coverage' && cells[0].value === '县民政局' && cells[1].value === '2.3';
    })!.row;
    const before = evaluator.at('得分表', row, 4);
    evaluator.type('考评数据', fact, 4, 1);
    expect(Number(evaluator.at('得分表', row, 4))).toBeGreaterThan(Number(before));
  });
});
