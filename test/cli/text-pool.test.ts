import { TextPool } from '../../src/cli/text-pool';

describe('TextPool', () => {
  it('gives plain data back as it was', () => {
    const data = () => ({
      unit: '县民政局',
      claims: [{ raw: '93.5%', value: 93.5, linkable: true, note: undefined }, null],
    });
    expect(new TextPool().share(data())).toEqual(data());
  });

  it('lets keys that name parts of all objects be keys like others', () => {
    const data = JSON.parse('{"constructor":"甲","toString":"甲","__proto__":"乙"}');
    const shared = new TextPool().share(data);
    expect(JSON.stringify(shared)).toBe('{"constructor":"甲","toString":"甲","__proto__":"乙"}');
  });
});
