import fc from 'fast-check';
import { expect, test } from 'vitest';

import { figuresOf } from '#core/features/anchors/sleep/figures.ts';
import {
  blankNight,
  nightFields,
  nightId,
  parseNight,
  readClock,
  type Night,
} from '#core/features/anchors/sleep/night.ts';
import type { Json } from '#core/kernel/json.ts';

import { seeded } from '../../../../support/seeded.ts';
import { randomNight } from './support/random-night.ts';

const stored = (fields: Record<string, Json>, id = 'sleep:2026-11-27', text = '') => ({
  ...{ id, fields, text },
});

const whole: Night = {
  ...blankNight('2026-11-27', 'Europe/Berlin'),
  ...{ intoBed: '23:00', trySleep: '23:20', finalWake: '06:50', outOfBed: '07:05' },
  ...{ sol: 20, awakenings: 2, waso: 15, tasafa: 5, wokeEarly: true, wokeEarlyBy: 30 },
  ...{ selfTst: 400, quality: 4, rested: 3, noSleep: false, dayType: 'set', guess: true },
  ...{ alcoholDrinks: 1.5, alcoholLast: '21:00', caffeineDrinks: 2, caffeineLast: '14:30' },
  bedZone: 'America/New_York',
  fold: { trySleep: 1 },
  naps: { a: { start: '13:10', min: 20 }, b: { start: null, min: 60 } },
  aids: { c: { name: 'Chamomile', dose: 'a cup', time: '22:00' } },
  enteredAt: 1_764_200_000_000,
};

test('every answer comes back from its record as it was given', () => {
  expect(parseNight(stored(nightFields(null, whole)))).toEqual(whole);
  expect(parseNight(stored(nightFields(null, whole), whole.id, ' Storm. \n'))?.comment).toBe(
    'Storm.',
  );
});

test('what another version or a stranger wrote spoils only its own answer', () => {
  const fields: Record<string, Json> = {
    ...nightFields(null, whole),
    ...{
      intoBed: '24:00',
      sol: -1,
      quality: 6,
      awakenings: 2.5,
      dayType: 'work',
      wokeEarly: 'yes',
    },
    ...{ alcoholDrinks: 0.3, bedZone: 'Mars/Base', 'fold.trySleep': 2, 'nap.a': { min: 0 } },
    ...{ 'aid.c': 'tea', 'nap.z': null, later: [1] },
  };
  expect(parseNight(stored(fields))).toEqual({
    ...whole,
    ...{
      intoBed: null,
      sol: null,
      quality: null,
      awakenings: null,
      dayType: null,
      wokeEarly: null,
    },
    ...{ alcoholDrinks: null, bedZone: null, fold: {}, naps: { b: whole.naps['b'] }, aids: {} },
  });
  expect(parseNight(stored({ ...fields, zone: 'Nowhere' }))).toBeNull();
  expect(parseNight(stored({ ...fields, day: '2026-02-30' }))).toBeNull();
});

test.each([
  ['7:05', '07:05'],
  ['00:00', '00:00'],
  ['24:00', undefined],
  ['23:60', undefined],
  ['soon', undefined],
  [705, undefined],
])('the clock time %j is read as %j', (told, clock) => {
  expect(readClock(told)).toBe(clock);
});

test('an edit writes only what it changes, and takes away what went', () => {
  const after = { ...whole, sol: 25, naps: { b: { start: '15:00', min: 60 } }, fold: {} };
  expect(nightFields(whole, after)).toEqual({
    sol: 25,
    'nap.a': null,
    'nap.b': { start: '15:00', min: 60 },
    'fold.trySleep': null,
  });
  expect(nightFields(whole, whole)).toEqual({});
});

test('two devices that log one night write one record, and a second sleep has its own', () => {
  expect(nightId(whole.date)).toBe(blankNight(whole.date, 'Asia/Tokyo').id);
  expect(nightId(whole.date, 'b')).not.toBe(nightId(whole.date));
});

test('neither the order of the answers nor the place they are given in changes a figure', () => {
  const zoneOfNow = process.env['TZ'];
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Pacific/Chatham'),
      (seed, elsewhere) => {
        const chance = seeded(seed);
        const night = randomNight(chance);
        const expected = figuresOf(night);
        const blank = { ...blankNight(night.date, night.zone), id: night.id };
        // One answer after the other, in any order, each saved on its own.
        let record = nightFields(null, blank);
        const answers = Object.entries(nightFields(blank, night)).sort(() => chance.next() - 0.5);
        for (const [name, value] of answers) record = { ...record, [name]: value };
        process.env['TZ'] = elsewhere;
        const read = parseNight(stored(record, night.id));
        expect(read && figuresOf(read)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
  process.env['TZ'] = zoneOfNow;
});
