import { innerQuotes } from '../../src/workbook/quotes';

test.each([
  ['三、3.“深化推进“掌上通办””自评4分', '三、3.“深化推进‘掌上通办’”自评4分'],
  ['““15分钟便民服务圈””', '“‘15分钟便民服务圈’”'],
  ['“一”和“二”', '“一”和“二”'],
  ['没有引号', '没有引号'],
  ['“没有写完', '“没有写完'],
  ['写反”了“', '写反”了“'],
])('%s', (text, expected) => {
  expect(innerQuotes(text)).toBe(expected);
});
