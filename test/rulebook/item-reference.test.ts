import rulebook from '../../src/rulebook/default';
import { findItem } from '../../src/rulebook/item-reference';
import { itemsOf } from '../../src/rulebook/rules';

const idOf = (reference: unknown): string | undefined => {
  const found = findItem(rulebook, reference);
  return 'item' in found ? found.item.id : undefined;
};
const problemOf = (reference: unknown): string | undefined => {
  const found = findItem(rulebook, reference);
  return 'problem' in found ? found.problem : undefined;
};

describe('a reference to an item', () => {
  it.each(itemsOf(rulebook).map(({ id, number }) => [id, number]))('%s is found by its id and as %s', (id, number) => {
    expect(idOf(id)).toBe(id);
    expect(idOf(number)).toBe(id);
  });

  it.each([
    ['三、5', '3.5'],
    ['三、5.', '3.5'],
    ['三.5', '3.5'],
    [' 3 . 5 ', '3.5'],
    ['３．５', '3.5'],
    ['一、1.(2)', '1.1.2'],
    ['一、１.（２）', '1.1.2'],
    ['二、十一', '2.11'],
    ['二、十', '2.10'],
    ['九', '9'],
    ['十', '10'],
    ['2.10', '2.10'],
    ['2.1', '2.1'],
  ])('%j names %s', (reference, id) => expect(idOf(reference)).toBe(id));

  it.each([
    [3.5, '3.5'],
    [9, '9'],
    [2.11, '2.11'],
  ])('the number %d names %s', (reference, id) => expect(idOf(reference)).toBe(id));

  it('that is a number is refused where its last zero may be lost', () =>
    expect(problemOf(2.1)).toBe('条目2.1以数字填写时不能区分"2.1"或"2.10"，请用文本填写。'));

  it('to several items is told which they are', () => {
    expect(problemOf('3.6')).toBe('“3.6”下有2个条目：3.6.1、3.6.2，请写明是哪一个。');
    expect(problemOf('三、6')).toBe('“三、6”下有2个条目：3.6.1、3.6.2，请写明是哪一个。');
  });

  it.each(['3.99', '二十', '十三', '好差评', '..', '3.5.1'])('%j names none', (reference) =>
    expect(problemOf(reference)).toBe(`考评细则中没有条目“${reference}”，请填写"3.5"或"三、5"这样的编号。`),
  );

  it('that is long is shown by its first 30 characters', () => {
    expect(problemOf('评'.repeat(30))).toContain(`“${'评'.repeat(30)}”`);
    expect(problemOf('评'.repeat(31))).toContain(`“${'评'.repeat(30)}…”`);
  });

  it.each([undefined, null, true, {}, ''])('%p is none', (reference) =>
    expect(problemOf(reference)).toMatch(/^(?:请填写条目编号，例如"3.5"。|考评细则中没有条目“”，)/),
  );
});
