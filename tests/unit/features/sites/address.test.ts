import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  addressOf,
  covers,
  readAddress,
  siteAt,
  type SiteAddress,
} from '#core/features/sites/address.ts';

const read = (typed: string): SiteAddress | string => {
  const answer = readAddress(typed);
  return answer.ok ? answer.address : answer.trouble;
};
const at = (host: string, port = ''): SiteAddress => ({ host, port });

test.each([
  ['youtube.com', at('youtube.com')],
  ['  YouTube.com/ ', at('youtube.com')],
  ['www.youtube.com', at('youtube.com')],
  ['https://www.youtube.com/watch?v=1#t=2', at('youtube.com')],
  ['//m.youtube.com/feed', at('m.youtube.com')],
  ['youtube.com.', at('youtube.com')],
  ['<https://news.ycombinator.com/>,', at('news.ycombinator.com')],
  ['bücher.example', at('xn--bcher-kva.example')],
  ['пример.рф', at('xn--e1afmkfd.xn--p1ai')],
  ['localhost', at('localhost')],
  ['localhost:3000', at('localhost', '3000')],
  ['http://127.0.0.1:8080/x', at('127.0.0.1', '8080')],
  ['https://example.org:443/', at('example.org')],
  ['www.com', at('www.com')],
  ['amazon.co.uk', at('amazon.co.uk')],
  ['a_b.example', at('a_b.example')],
])('%j is the site %j', (typed, site) => {
  expect(read(typed)).toEqual(site);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['youtube', 'none'],
  ['you tube.com', 'none'],
  ['me@example.org', 'none'],
  ['https://', 'none'],
  ['https://exa mple.org', 'none'],
  ['12', 'none'],
  ['-a.example', 'none'],
  ['example.org:99999', 'none'],
  ['chrome://settings', 'notWeb'],
  ['about:blank', 'notWeb'],
  ['mailto:me@example.org', 'notWeb'],
  ['file:///home', 'notWeb'],
  ['co.uk', 'wide'],
  ['www.com.au', 'wide'],
])('%j is no site, and it says which kind of none: %s', (typed, trouble) => {
  expect(read(typed)).toBe(trouble);
});

test('whatever is typed is answered, never thrown at the person', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const answer = read(typed);
      if (typeof answer === 'string') expect(['empty', 'none', 'notWeb', 'wide']).toContain(answer);
      else expect(siteAt(addressOf(answer), [answer])).toBe(answer);
    }),
  );
});

const label = fc.stringMatching(/^[a-z][a-z\d]{1,8}$/);
const host = fc
  .array(label, { minLength: 2, maxLength: 4 })
  .map((labels) => labels.join('.'))
  .filter((name) => !name.startsWith('www.') && typeof read(name) !== 'string');
const path = fc.webPath();
const scheme = fc.constantFrom('http', 'https');

test('a site that was read is met again at every page of it, with www, in capitals and under it', () => {
  fc.assert(
    fc.property(host, scheme, path, label, (name, by, where, sub) => {
      const site = read(name) as SiteAddress;
      for (const there of [name, `www.${name}`, `${sub}.${name}`, name.toUpperCase(), `${name}.`])
        expect(siteAt(`${by}://${there}${where}`, [site])).toBe(site);
    }),
  );
});

test('no other site is taken for it, however alike the names are', () => {
  fc.assert(
    fc.property(host, label, path, (name, more, where) => {
      const site = read(name) as SiteAddress;
      for (const there of [`${more}${name}`, `${name}.${more}`, `${more}-${name}`])
        expect(siteAt(`https://${there}${where}`, [site])).toBeUndefined();
      expect(siteAt(`https://${more}.example/?next=https://${name}/`, [site])).toBeUndefined();
      expect(siteAt(`https://${name}@${more}.example/`, [site])).toBeUndefined();
    }),
  );
});

test('reading what was read changes nothing', () => {
  fc.assert(
    fc.property(host, fc.option(fc.integer({ min: 1, max: 65_535 })), (name, port) => {
      const first = read(port === null ? name : `${name}:${port}`) as SiteAddress;
      expect(read(addressOf(first))).toEqual(first);
    }),
  );
});

test('a port that was given is the only one meant, and none means all', () => {
  expect(siteAt('http://localhost:3000/', [at('localhost', '3000')])).toBeDefined();
  expect(siteAt('http://localhost:4000/', [at('localhost', '3000')])).toBeUndefined();
  expect(siteAt('http://localhost:4000/', [at('localhost')])).toBeDefined();
});

test('the narrowest of several sites is the one that is asked for', () => {
  const sites = [at('example.org'), at('music.example.org'), at('music.example.org', '81')];
  expect(siteAt('https://music.example.org/', sites)).toEqual(at('music.example.org'));
  expect(siteAt('https://a.music.example.org:81/', sites)).toEqual(at('music.example.org', '81'));
  expect(siteAt('https://example.org/', sites)).toEqual(at('example.org'));
});

test('an address of numbers has nothing under it', () => {
  expect(covers(at('127.0.0.1'), at('1.127.0.0.1'))).toBe(false);
});

test.each(['chrome://newtab/', 'about:blank', 'file:///a', 'ftp://example.org/', 'nonsense', ''])(
  '%j belongs to no site',
  (address) => {
    expect(siteAt(address, [at('example.org')])).toBeUndefined();
  },
);
