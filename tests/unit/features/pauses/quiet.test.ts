import { expect, test } from 'vitest';

import { quietKind, quietUntil } from '#core/features/pauses/quiet.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { hour, instant } from './support/world.ts';

const berlin = (local: string): { wall: number; zone: string } => ({
  wall: instant(local),
  zone: 'Europe/Berlin',
});

test('a length ends after so much time, also over a clock change', () => {
  const at = berlin('2026-03-29T01:30');
  expect(quietUntil('1h', at, defaultRules)).toBe(at.wall + hour);
  expect(quietUntil('2h', at, defaultRules)).toBe(at.wall + 2 * hour);
  expect([quietKind('1h'), quietKind('2h')]).toEqual(['length', 'length']);
});

test.each([
  ['a weekday evening', '2026-11-23T20:00', '2026-11-24T09:00'],
  ['after midnight, which is still the same day', '2026-11-24T01:00', '2026-11-24T09:00'],
  ['an early morning after the day has begun', '2026-11-24T05:00', '2026-11-25T09:00'],
  ['a Friday: nothing opens on Saturday', '2026-11-27T20:00', '2026-11-28T04:00'],
])('tomorrow, chosen on %s, is when the next day opens', (_when, now, morning) => {
  expect(quietUntil('tomorrow', berlin(now), defaultRules)).toBe(instant(morning));
});

test.each([
  ['14:30', '2026-11-23T10:00', '2026-11-23T14:30'],
  ['14:30', '2026-11-23T14:30', '2026-11-24T14:30'],
  ['08:00', '2026-11-23T10:00', '2026-11-24T08:00'],
  ['24:00', '2026-11-23T10:00', '2026-11-24T00:00'],
  ['02:30', '2026-03-28T22:00', '2026-03-29T03:00'],
])('until %s, chosen at %s, is the next time the clock shows it', (clock, now, until) => {
  expect(quietUntil({ clock }, berlin(now), defaultRules)).toBe(instant(until));
  expect(quietKind({ clock })).toBe('clock');
});

test('a time that cannot be read is an hour of quiet, not none', () => {
  const at = berlin('2026-11-23T10:00');
  expect(quietUntil({ clock: 'noon' }, at, defaultRules)).toBe(at.wall + hour);
});
