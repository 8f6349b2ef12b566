import rulebook from '../../src/rulebook/default';
import { shortUnit } from '../../src/rulebook/short-units';

describe('shortUnit', () => {
  it.each([
    ['公安', '县公安局'],
    ['人 社', '县人社局'],
    ['住建', '县住建局'],
    ['市场监管', '县市场监管局'],
    ['卫生健康', '县卫健局'],
    ['公积金', '县公积金中心'],
  ])('%s', (written, name) => {
    expect(shortUnit(rulebook, written)?.name).toBe(name);
  });

  it.each(['', '县', '网办', '合计', '__proto__', 'constructor'])('does not guess at %p', (written) => {
    expect(shortUnit(rulebook, written)).toBeUndefined();
  });
});
