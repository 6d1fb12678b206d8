import fc from 'fast-check';
import { expect, test } from 'vitest';

import { newEntryFields, parseEntry, wholeEntryFields } from '#core/features/journal/entry.ts';
import { isClosed, openingIn, opensAtOf } from '#core/features/journal/letters.ts';
import { dayOf } from '#core/kernel/civil-time.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const now = at('2026-11-27T22:30:00+01:00');
const here = { now, zone, dayStart: 4 };
const words = {
  on: (day: string): string => `on ${day}`,
  at: (time: string): string => `at ${time}`,
};

test.each([
  ['quarter', '2026-11-27T22:45:00+01:00'],
  ['tomorrow', '2026-11-28T04:00:00+01:00'],
  ['week', '2026-12-04T04:00:00+01:00'],
  ['2027-03-29', '2027-03-29T04:00:00+02:00'],
])('a letter closed until "%s" opens at %s', (choice, opens) => {
  expect(opensAtOf(choice, here)).toBe(at(opens));
});

test.each(['day', '2026-11-27', '1999-01-01', '2026-02-30', '', 'soon'])(
  'a letter closed until "%s" stays open: that is no day to come',
  (choice) => {
    expect(opensAtOf(choice, here)).toBeNull();
  },
);

test('after midnight, before the day begins, tomorrow is the morning that comes', () => {
  const late = { ...here, now: at('2026-11-28T01:00:00+01:00') };
  expect(opensAtOf('tomorrow', late)).toBe(at('2026-11-28T04:00:00+01:00'));
});

test('it opens as the meant day of the person begins, whatever the zone, the hour and the clock changes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Africa/Cairo', 'Pacific/Apia'),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(['tomorrow', 1] as const, ['week', 7] as const),
      (from, where, dayStart, [choice, days]) => {
        const opens = opensAtOf(choice, { now: from, zone: where, dayStart }) ?? 0;
        const meant = Temporal.PlainDate.from(dayOf(from, where, dayStart)).add({ days });
        expect(dayOf(opens, where, dayStart)).toBe(meant.toString());
        expect(dayOf(opens - 1, where, dayStart) < meant.toString()).toBe(true);
        expect([
          isClosed({ opensAt: opens }, opens - 1),
          isClosed({ opensAt: opens }, opens),
        ]).toEqual([true, false]);
      },
    ),
  );
});

test('it is told by the time on the day itself, and by the date before', () => {
  expect(openingIn(words, now + 60_000, here, 'en-GB')).toBe('at 22:31');
  // Whether a comma stands behind the weekday is up to the browser's locale data.
  const on = (day: string): string => openingIn(words, at(day), here, 'en-GB');
  expect(on('2026-12-04T04:00:00+01:00')).toMatch(/^on Friday,? 4 December$/);
  expect(on('2027-01-01T04:00:00+01:00')).toMatch(/^on Friday,? 1 January 2027$/);
});

test('the moment goes with its entry; what is no moment leaves it open', () => {
  const origin = { source: 'practice', shell: 'pwa', created: now } as const;
  const parsed = (fields: ReturnType<typeof newEntryFields>): ReturnType<typeof parseEntry> =>
    parseEntry({ id: 'entry:1', fields, text: 'Dear you' });
  const letter = parsed(newEntryFields({ at: now, zone, opensAt: now + 5 }, origin, 4));
  expect(letter.opensAt).toBe(now + 5);
  expect(parsed(wholeEntryFields(letter)).opensAt).toBe(now + 5);
  for (const opensAt of [null, 'soon', 1e300])
    expect(parsed({ ...newEntryFields({ at: now, zone }, origin, 4), opensAt }).opensAt).toBeNull();
});
