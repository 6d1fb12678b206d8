import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pickLine } from '#core/content/pick.ts';
import type { Random } from '#core/kernel/random.ts';

/** Mulberry32: the same draws for the same seed. */
function seeded(seed: number): Random {
  let state = seed;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 24;
    });
}

const at = 1_795_000_000_000;
const dayMs = 24 * 60 * 60 * 1000;
const restMs = 7 * dayMs;
const line = (id: string, more: { hidden?: boolean; favourite?: boolean } = {}) => ({
  id,
  text: id,
  level: 1 as const,
  ...more,
});
const deck = (count: number) => Array.from({ length: count }, (_, n) => line(`line-${n}`));

function drawn(lines: Parameters<typeof pickLine>[0], times: number): Map<string, number> {
  const random = seeded(7);
  const counts = new Map<string, number>();
  for (let n = 0; n < times; n++) {
    const id = pickLine(lines, new Map(), at, random)?.id ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

test('a fresh deck is drawn evenly', () => {
  const times = 14_000;
  const counts = drawn(deck(14), times);
  const expected = times / 14;
  const chiSquare = deck(14).reduce(
    (sum, { id }) => sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected,
    0,
  );
  // 13 degrees of freedom: a fair draw exceeds 34.5 once in a thousand seeds, and this seed is fixed.
  expect(chiSquare).toBeLessThan(34.5);
});

test('a favourite comes up about three times as often as another', () => {
  const counts = drawn([line('liked', { favourite: true }), ...deck(9)], 12_000);
  const share = (counts.get('liked') ?? 0) / 12_000;
  expect(share).toBeGreaterThan(3 / 12 - 0.02);
  expect(share).toBeLessThan(3 / 12 + 0.02);
});

test('a line rests exactly seven days', () => {
  const lines = [line('seen'), line('other', { hidden: true })];
  const fresh = line('fresh');
  const shown = (ago: number) => new Map([['seen', at - ago]]);
  const seen = (ago: number): boolean =>
    [1, 2, 3, 4, 5, 6, 7, 8].some(
      (seed) => pickLine([...lines, fresh], shown(ago), at, seeded(seed))?.id === 'seen',
    );
  expect(seen(restMs - 1)).toBe(false);
  expect(seen(restMs)).toBe(true);
});

test('when all were seen within the week, the one seen longest ago comes back', () => {
  const shown = new Map([
    ['line-0', at - 5000],
    ['line-1', at - 9000],
    ['line-2', at - 1000],
  ]);
  expect(pickLine(deck(3), shown, at, seeded(1))?.id).toBe('line-1');
});

test('a deck with nothing to show gives nothing', () => {
  expect(pickLine(deck(0), new Map(), at, seeded(1))).toBeUndefined();
  expect(pickLine([line('a', { hidden: true })], new Map(), at, seeded(1))).toBeUndefined();
});

test('draws that would lean towards the first lines are drawn again', () => {
  // The second is a slice of a larger buffer, as a source of randomness may hand out.
  const draws = [Uint8Array.of(255, 255, 255, 255), Uint8Array.of(9, 9, 0, 0, 0, 1).subarray(2)];
  const random: Random = () => draws.shift() ?? new Uint8Array(4);
  expect(pickLine(deck(3), new Map(), at, random)?.id).toBe('line-1');
  expect(draws).toEqual([]);
});

test('no hidden line is ever picked, and none that was just seen before one that rested', () => {
  const lines = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      text: fc.constant('text'),
      level: fc.constant(1 as const),
      hidden: fc.boolean(),
      favourite: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.option(fc.integer({ min: 0, max: 2 * restMs })), { maxLength: 12 }),
      fc.integer(),
      (deckLines, ages, seed) => {
        const shown = new Map(
          deckLines.flatMap(({ id }, n) => {
            const age = ages[n];
            return typeof age === 'number' ? [[id, at - age] as const] : [];
          }),
        );
        const picked = pickLine(deckLines, shown, at, seeded(seed));
        const welcome = deckLines.filter(({ hidden }) => !hidden);
        if (welcome.length === 0) {
          expect(picked).toBeUndefined();
          return;
        }
        const age = (id: string) => at - (shown.get(id) ?? -Infinity);
        expect(welcome).toContain(picked);
        const someRested = welcome.some(({ id }) => age(id) >= restMs);
        const oldest = Math.max(...welcome.map(({ id }) => age(id)));
        expect(age(picked?.id ?? '')).toBeGreaterThanOrEqual(someRested ? restMs : oldest);
      },
    ),
  );
});

test('a person who takes one line a day meets none twice within a week', () => {
  const shown = new Map<string, number>();
  const random = seeded(3);
  const met: string[] = [];
  for (let day = 0; day < 60; day++) {
    const now = at + day * dayMs;
    const id = pickLine(deck(12), shown, now, random)?.id ?? 'none';
    expect(met.slice(-6)).not.toContain(id);
    met.push(id);
    shown.set(id, now);
  }
});
