import fc from 'fast-check';
import { expect, test } from 'vitest';

import { clockMinute, figuresOf } from '#core/features/anchors/sleep/figures.ts';
import { checksOf } from '#core/features/anchors/sleep/checks.ts';
import { blankNight, type Night } from '#core/features/anchors/sleep/night.ts';
import { resolveNight } from '#core/features/anchors/sleep/resolve.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';

import { seeded } from '../../../../support/seeded.ts';
import vectors from './nights.json' with { type: 'json' };
import { offsetsOf, plainFigures, plainInstants } from './support/plain.ts';
import { momentIn, randomNight, told, trueNight, zones } from './support/random-night.ts';

/** All of them by `npm run test:nights`. */
const randomNights = Number(process.env['NIGHTS'] ?? 1_500);

type Vector = (typeof vectors)[number];

function nightOf({ in: told }: Vector): Night {
  const { naps = [], ...answers } = told as Partial<Night> & { naps?: Night['naps'][string][] };
  return {
    ...blankNight(told.date, told.zone),
    ...answers,
    naps: Object.fromEntries(naps.map((nap, at) => [String(at), nap])),
  };
}

test.each(vectors)('$name gives the figures of the reference', (vector) => {
  const figures = figuresOf(nightOf(vector));
  const { at, odd } = figures.times;
  const utc = Object.fromEntries(
    Object.entries(at).map(([name, instant]) => [
      name,
      new Date(instant).toISOString().replace(':00.000Z', 'Z'),
    ]),
  );
  expect(utc).toEqual(vector.utc);
  expect(odd).toEqual(vector.flags);
  const { TIB, preSleep, lingering, sleepWindow } = vector.out;
  expect(figures).toMatchObject({ tib: TIB, preSleep, lingering, sleepWindow });
  if ('error' in vector) {
    const unknown = { spt: null, tst: null, efficiency: null, dse: null, maintenance: null };
    expect(figures).toMatchObject(unknown);
    expect(figures.conflict).toEqual({ waking: 300, window: 260 });
    return;
  }
  const out = vector.out as Partial<
    Record<'SPT' | 'TST' | 'SE' | 'SME' | 'DSE' | 'SE_DSE', number>
  >;
  const { napTotal, TST24 } = vector.out as Record<string, number>;
  expect(figures).toMatchObject({
    ...{ spt: out.SPT, tst: out.TST, efficiency: out.SE, maintenance: out.SME ?? null },
    ...{ dse: out.DSE ?? null, dseEfficiency: out.SE_DSE ?? null, napTotal, tst24: TST24 },
    conflict: null,
  });
});

test.each([
  ['V1 ordinary, crosses midnight', 3 * 60 + 5],
  ['V3 spring-forward night', 3 * 60 + 45],
  ['V4 fall-back night', 2 * 60 + 30],
  ['V5b ambiguous 01:30 second (fold 1)', 4 * 60 + 50],
  ['V7 day sleeper', 11 * 60 + 45],
  ['V8 night plus nap and doze', 3 * 60 + 7.5],
  ['V11 overnight flight (two zones)', 7 * 60 + 12.5],
  ['V13 half-hour DST (Lord Howe, clocks forward 30 min)', 2 * 60 + 50],
])('the middle of the sleep of %s is read where they woke', (name, minute) => {
  const vector = vectors.find((each) => each.name === name);
  if (!vector) throw new Error(`no vector ${name}`);
  const { midSleep } = figuresOf(nightOf(vector));
  expect(clockMinute(midSleep ?? 0, vector.in.zone)).toBe(minute);
});

test('a quick night has its time in bed, and no other figure is taken for zero', () => {
  const night = {
    ...blankNight('2026-11-27', 'Europe/Berlin'),
    intoBed: '23:10',
    outOfBed: '07:00',
  };
  const { times, napTotal, tib, ...rest } = figuresOf({ ...night, quality: 4 });
  expect([Object.keys(times.at).length, napTotal, tib]).toEqual([2, 0, 470]);
  expect(Object.values(rest).every((value) => value === null)).toBe(true);
});

test('an evening without its morning stands on no date yet', () => {
  const night = {
    ...blankNight('2026-11-27', 'Europe/Berlin'),
    intoBed: '23:10',
    trySleep: '23:30',
  };
  expect(resolveNight(night).at).toEqual({});
});

test('a repeated hour that was not asked about is the first, unless the night would fall apart', () => {
  const zone = 'America/New_York';
  const night = { ...blankNight('2026-11-01', zone), intoBed: '22:30', outOfBed: '01:30' };
  expect(figuresOf(night).tib).toBe(180);
  // Awake at 01:45 and up at 01:30 is only possible the second time.
  expect(figuresOf({ ...night, finalWake: '01:45' })).toMatchObject({ tib: 240, lingering: 45 });
});

test('up at ten past three after waking in the skipped hour is no day in bed', () => {
  const night = { ...blankNight('2026-03-29', 'Europe/Berlin'), finalWake: '02:30' };
  expect(figuresOf({ ...night, intoBed: '23:00', outOfBed: '03:10' })).toMatchObject({
    tib: 190,
    lingering: 40,
  });
});

test('in 40 zones and ten years of clock changes, the minutes are those that passed', () => {
  const chance = seeded(2017);
  let changes = 0;
  for (const zone of zones) {
    for (const [around] of offsetsOf(zone).slice(1)) {
      changes += 1;
      for (let each = 0; each < 3; each++) {
        const times = trueNight(chance, around);
        const { at, odd } = resolveNight(told(times, zone));
        expect({ zone, at }).toEqual({ zone, at: times });
        expect(Object.values(odd)).not.toContain('gap');
      }
    }
    const times = trueNight(chance, momentIn(chance, zone));
    expect(resolveNight(told(times, zone, chance.pick(zones))).at).toEqual(times);
  }
  expect(zones).toHaveLength(40);
  expect(changes).toBeGreaterThan(350);
}, 60_000);

test('a second, plain implementation agrees on random nights', () => {
  const chance = seeded(1127);
  for (let each = 0; each < randomNights; each++) {
    const night = randomNight(chance);
    const figures = figuresOf(night);
    const naps = Object.values(night.naps).map(({ min }) => min);
    const plain = plainFigures({ ...night, naps, noSleep: night.noSleep === true });
    const mine = Object.fromEntries(
      Object.keys(plain).map((name) => [name, figures[name as keyof typeof figures]]),
    );
    if (JSON.stringify([figures.times.at, mine]) === JSON.stringify([plainInstants(night), plain]))
      continue;
    expect({ night, at: figures.times.at, ...mine }).toEqual({
      night,
      at: plainInstants(night),
      ...plain,
    });
  }
}, 570_000);

test('sleep is never longer than its period, nor that than the time in bed', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { tst, spt, tib, efficiency, maintenance } = figuresOf(randomNight(seeded(seed)));
      if (tst !== null && spt !== null) expect(tst).toBeLessThanOrEqual(spt);
      if (spt !== null && tib !== null) expect(spt).toBeLessThanOrEqual(tib);
      for (const share of [efficiency, maintenance])
        if (share !== null) expect(share).toSatisfy((value: number) => value >= 0 && value <= 100);
    }),
    { numRuns: 500 },
  );
});

test('an ordinary night raises no question, and each odd answer its own', () => {
  const plain = { intoBed: '22:45', trySleep: '23:10', finalWake: '06:40', outOfBed: '07:00' };
  const usual = { ...blankNight('2026-01-15', 'Europe/London'), ...plain, sol: 20, waso: 25 };
  const asked = (change: Partial<Night>): string[] => {
    const night = { ...usual, awakenings: 2, ...change };
    return checksOf(night, figuresOf(night));
  };
  const nap = (start: string, min: number): Partial<Night> => ({ naps: { a: { start, min } } });
  expect(asked({})).toEqual([]);
  expect(asked({ intoBed: '18:30' })).toEqual(['longBeforeTrying']);
  expect(asked({ sol: 241 })).toEqual(['longToSleep']);
  expect(asked({ awakenings: 21 })).toEqual(['manyWakings']);
  expect(asked({ awakenings: 0 })).toEqual(['awakeWithoutWaking']);
  expect(asked({ waso: 301 })).toEqual(['longAwake']);
  expect(asked({ awakenings: 3, waso: 2 })).toEqual(['shortAwake']);
  expect(asked({ tasafa: 21 })).toEqual(['tryingAfterUp']);
  expect(asked({ outOfBed: '11:00' })).toEqual(['longAfterWaking']);
  expect(asked({ intoBed: '14:59' })).toEqual(['longBeforeTrying', 'longInBed']);
  expect(asked(nap('13:00', 30))).toEqual([]);
  expect(asked(nap('22:30', 30))).toEqual(['napAtNight']);
  expect(asked(nap('06:30', 30))).toEqual(['napAtNight']);
});

test('minutes after midnight are written as a clock and read again', () => {
  expect(minutesToClock(clockMinute(Date.UTC(2026, 0, 15, 3, 5), 'Europe/London'))).toBe('03:05');
});
