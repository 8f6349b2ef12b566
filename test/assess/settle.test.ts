import type { Claim } from '../../src/assessment';
import { settle } from '../../src/assess/settle';
import rulebook from '../../src/rulebook/default';
import { itemsOf } from '../../src/rulebook/rules';

const item = itemsOf(rulebook).find(({ id }) => id === '2.3')!;
const fact = item.facts[1];

function claim(rest: Partial<Claim>): Claim {
  return {
    unit: '县民政局',
    item: '2.3',
    fact: 'coverage',
    state: 'value',
    value: 90,
    raw: '90%',
    source: { file: 'a.xlsx', sheet: '表', cell: 'B2' },
    voice: 'department',
    confidence: 1,
    linkable: true,
    ...rest,
  };
}

const run = (...claims: Claim[]) => settle('县民政局', item, fact, claims, 2023);

it('takes a single value', () => {
  expect(run(claim({}))).toMatchObject({
    given: { is: 'value', value: 90 },
    used: { value: 90, voice: 'department' },
    findings: [],
  });
});

it('lets equal values agree', () => {
  const { given, findings, used } = run(claim({}), claim({ source: { file: 'b.xlsx', sheet: '表', cell: 'C3' } }));
  expect(given).toEqual({ is: 'value', value: 90 });
  expect(used.claims).toHaveLength(2);
  expect(findings).toEqual([]);
});

it('takes none of two different values, and says where both stand', () => {
  const { given, findings } = run(
    claim({}),
    claim({ value: 70, raw: '70%', source: { file: 'b.xlsx', sheet: '表', cell: 'C3' } }),
  );
  expect(given).toEqual({ is: 'missing' });
  expect(findings).toEqual([expect.objectContaining({ code: 'conflicting-values', severity: 'error' })]);
  expect(findings[0].message).toMatch(/a\.xlsx“表”B2为90%.*b\.xlsx“表”C3为70%/);
});

it("puts the office's figure over the department's own, and shows both", () => {
  const { given, findings, used } = run(
    claim({}),
    claim({ value: 70, voice: 'platform', source: { file: 'p.xlsx', sheet: '汇总', cell: 'D7' } }),
  );
  expect(given).toEqual({ is: 'value', value: 70 });
  expect(used).toMatchObject({ value: 70, voice: 'platform', source: { file: 'p.xlsx', cell: 'D7' } });
  expect(findings).toEqual([
    expect.objectContaining({ code: 'claim-differs', source: expect.objectContaining({ file: 'a.xlsx' }) }),
  ]);
});

it('does not use what was read without certainty, and says so', () => {
  const { given, findings } = run(claim({ confidence: 0.4 }));
  expect(given).toEqual({ is: 'missing' });
  expect(findings).toEqual([expect.objectContaining({ code: 'uncertain-value' })]);
});

it('keeps a rejected value rejected unless another place has a good one', () => {
  const bad = claim({ state: 'rejected', value: undefined, problem: '“监管行为数据覆盖率”超过100%' });
  expect(run(bad).given).toEqual({ is: 'rejected', problem: '“监管行为数据覆盖率”超过100%' });
  expect(run(bad, claim({})).given).toEqual({ is: 'value', value: 90 });
});

it('passes 不涉及 on', () => {
  expect(run(claim({ state: 'notApplicable', value: undefined })).given).toEqual({ is: 'notApplicable' });
});
