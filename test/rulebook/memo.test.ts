import { Memo } from '../../src/rulebook/memo';

test('makes a thing once a text, and forgets all when it holds too many', () => {
  const made: string[] = [];
  const memo = new Memo<string>(2);
  const of = (text: string) =>
    memo.of(text, () => {
      made.push(text);
      return text.toUpperCase();
    });
  expect(['a', 'b', 'a', 'b'].map(of)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  expect(['c', 'a'].map(of)).toEqual(['C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('keeps what it holds while nothing but new texts go by, and begins anew after a while', () => {
  let times = 0;
  const memo = new Memo<number>(2);
  const of = (text: string) => memo.of(text, () => (times += 1));
  of('a');
  of('b');
  for (let i = 0; i < 16; i++) of(`once ${i}`);
  const before = times;
  of('a');
  expect(times).toBe(before);
  of('last');
  of('a');
  expect(times).toBe(before + 2);
});
