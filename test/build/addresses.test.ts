import { contentSecurityPolicy, hostAddress, officeJsAddress } from '../../tools/webpack/addresses.cjs';

test('the add-in is served from the address given, without a closing slash', () => {
  expect(hostAddress()).toBe('https://localhost:3000');
  expect(hostAddress('https://kaoping.example.cn/yl/')).toBe('https://kaoping.example.cn/yl');
});

test.each(['http://kaoping.example.cn', 'kaoping.example.cn', '', 'https://a.cn/?x=1', 'https://a.cn/#x'])(
  'refuses %p as an address, with an example of a good one',
  (address) => {
    expect(() => hostAddress(address)).toThrow(/无效：请写以 https:\/\/ 开头的网址/);
  },
);

test('Office.js is our own copy unless another is chosen', () => {
  expect(officeJsAddress()).toBe('office-js/');
  expect(officeJsAddress('cdn')).toMatch(/^https:\/\/appsforoffice\.microsoft\.com\//);
  expect(officeJsAddress('21vianet')).toMatch(/^https:\/\/appsforoffice\.cdn\.partner\.office365\.cn\//);
  expect(() => officeJsAddress('constructor')).toThrow('可选：local、cdn、21vianet');
});

test('a page runs its own scripts, and the chosen Office.js, and no others', () => {
  const scripts = (choice?: string) =>
    contentSecurityPolicy(officeJsAddress(choice))
      .split('; ')
      .find((part) => part.startsWith('script-src'));
  expect(scripts()).toBe("script-src 'self'");
  expect(scripts('cdn')).toBe("script-src 'self' https://appsforoffice.microsoft.com");
});
