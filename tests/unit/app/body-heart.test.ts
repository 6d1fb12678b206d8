import { expect, test } from 'vitest';

import { heartDays, lightDays, nightLengths } from '#core/app/body-heart.ts';
import { cardModel } from '#core/app/card-picture.ts';
import { feelingsIn } from '#core/content/feelings.ts';
import { knownNight } from '#core/features/anchors/sleep/known-nights.ts';
import { blankNight } from '#core/features/anchors/sleep/night.ts';

const { feelings } = feelingsIn(['en']);
const light = feelings.find(({ pleasantness }) => pleasantness === 1)?.id ?? '';
const heavy = feelings.find(({ pleasantness }) => pleasantness === -1)?.id ?? '';
const entry = { ...cardModel, day: '2026-11-20', feelings: [] as readonly string[] };

test('a day has each feeling once, and counts what came of pauses and practices', () => {
  const days = heartDays(
    [
      { ...entry, feelings: [light, heavy], source: 'pause' },
      { ...entry, feelings: [light, 'wintry'] },
      { ...entry, day: '2026-11-21', source: 'practice' },
    ],
    feelings,
    0,
  );
  expect(days.get('2026-11-20')?.feelings.map((feeling) => feeling.light)).toEqual([
    true,
    false,
    null,
  ]);
  expect([...days.values()].map(({ kind }) => kind)).toEqual([1, 1]);
  expect([...lightDays(days)]).toEqual([['2026-11-20', true]]);
});

test('a day of words of their own alone is neither light nor heavy', () => {
  expect(lightDays(heartDays([{ ...entry, feelings: ['wintry'] }], feelings, 0)).size).toBe(0);
});

test('what is private and a letter that waits are no part of it', () => {
  const some = [
    { ...entry, feelings: [light], level: 2 as const },
    { ...entry, feelings: [light], opensAt: 10 },
  ];
  expect(heartDays(some, feelings, 5).size).toBe(0);
  expect(heartDays(some, feelings, 10).size).toBe(1);
});

test('two sleeps of a morning are one length, and an unknown one is none', () => {
  const night = blankNight('2026-11-20', 'Europe/Berlin');
  const known = { ...night, intoBed: '23:00', outOfBed: '07:00' };
  expect([
    ...nightLengths([
      knownNight(known),
      knownNight({ ...known, id: 'b', intoBed: '05:00' }),
      knownNight({ ...night, date: '2026-11-21' }),
    ]),
  ]).toEqual([['2026-11-20', 600]]);
});
