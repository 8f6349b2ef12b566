import { explain } from '../../src/scoring/explain';
import { scoreItem } from '../../src/scoring/score-item';
import { compiledItem, inOrder, type Facts } from './support';

function explained(id: string, facts: Facts): string[] {
  const compiled = compiledItem(id);
  return explain(compiled, scoreItem(compiled, inOrder(compiled.item, facts))).split('\n');
}

describe('explain', () => {
  it('begins with the item, its points and what it can have, and gives a line to each criterion', () => {
    const [head, ...lines] = explained('3.5', { compress: 88, instant: 76, trips: 0.03 });
    expect(head).toBe('三、5. 深化推进“马上办好”：得2.7分（满分3分）');
    expect(lines.slice(0, 3).map((line) => line.split(' ')[0])).toEqual(['3.5#1', '3.5#2', '3.5#3']);
    expect(lines[0]).toContain('承诺时限压缩比88%');
  });

  it('gives the range while something is missing', () =>
    expect(explained('3.5', { compress: 88, instant: 76 })[0]).toBe(
      '三、5. 深化推进“马上办好”：可得1.7至2.7分（满分3分）',
    ));

  it('of bonus and deductions names only what counts', () => {
    const bonus = explained('9', { C4: 1, O3: 1 });
    expect(bonus[0]).toMatch(/^九 .*：得1\.5分（满分5分）$/);
    expect(bonus.filter((line) => line.startsWith('9#'))).toHaveLength(2);
    const [none, ...lines] = explained('9', {});
    expect(none).toMatch(/：得0分（满分5分）$/);
    expect(lines.filter((line) => line.startsWith('9#'))).toEqual([]);
  });

  it('calls what a deduction takes 扣, and gives no full points', () =>
    expect(explained('10', { D4: 2 })[0]).toMatch(/^十 .*：扣2分$/));

  it('tells what the whole did to the sum, and on which readings it rests', () => {
    const lines = explained('9', { N1: 1, P1: 1 });
    expect(lines).toContainEqual(expect.stringMatching(/^合计：.*合计超过本项分值，按5分计/));
    expect(lines[lines.length - 1]).toMatch(/^口径：A\d+/);
  });
});
