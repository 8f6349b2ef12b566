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
