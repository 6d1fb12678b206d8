import fc from 'fast-check';
import { expect, test } from 'vitest';

import { kitOf, seedOfKit } from '#core/vault/kit.ts';

const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => bytes.slice());

test('a kit is seven groups of four, and gives its seed back however it was written', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const kit = await kitOf(seed);
      expect(kit).toMatch(/^([\dA-HJKMNP-TV-Z]{4}-){6}[\dA-HJKMNP-TV-Z]{4}$/);
      expect(await seedOfKit(kit)).toEqual(seed);
      const byHand = kit.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(await seedOfKit(` ${byHand.toLowerCase()}\n`)).toEqual(seed);
    }),
  );
});

test('a known seed has a known kit, so that what was printed stays good', async () => {
  const seed = Uint8Array.from({ length: 16 }, (_, at) => at);
  expect(await kitOf(seed)).toBe('000G-40R4-0M30-E209-185G-R38E-1X5X');
});

test('next to every slip of one letter is noticed', async () => {
  const kit = await kitOf(Uint8Array.from({ length: 16 }, (_, at) => at * 7));
  let passed = 0;
  let tried = 0;
  for (let at = 0; at < kit.length; at++)
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (kit[at] === '-' || kit[at] === letter) continue;
      tried++;
      if (await seedOfKit(kit.slice(0, at) + letter + kit.slice(at + 1))) passed++;
    }
  expect(tried).toBe(28 * 31);
  expect(passed).toBeLessThanOrEqual(2);
});

test.each([
  '',
  'comma1.AAAAAAAAAAAAAAAAAAAAAA.https://relay.example/',
  'UUUU-UUUU',
  '0'.repeat(29),
])('“%s” is no kit', async (text) => {
  expect(await seedOfKit(text)).toBeNull();
});
