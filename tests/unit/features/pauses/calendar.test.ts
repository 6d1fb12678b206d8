/** A calendar's own reader says when it would ring. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';

import { calendarFile } from '#core/features/pauses/calendar-file.ts';
import { calendarPlan } from '#core/features/pauses/calendar.ts';
import type { HoursRange } from '#core/features/pauses/hours.ts';
import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { wakeMoments } from '#core/features/pauses/wakes.ts';
import { berlin, hour, instant, prompt, World, type WorldRules } from './support/world.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const clock = (id: string, times: readonly number[], more: Partial<Prompt> = {}): Prompt =>
  prompt(id, { type: 'clock', times, days: everyDay }, { level: 'card', ...more });
const random = (id: string, more: Partial<Prompt> = {}): Prompt =>
  prompt(
    id,
    { type: 'random', count: 3, from: 540, until: 1020, gapMinutes: 45, days: everyDay },
    more,
  );
const ten = 10 * 60;
const monday = instant('2026-11-23T09:30');
const fourWeeks = 28 * 24 * hour;
const words = { title: 'Comma', language: 'en' };

const fileOf = ({ state, rules, at }: World, wall = at.wall): string =>
  calendarFile(calendarPlan(state, rules, at), words, (name) => `id of ${name}`, wall);

const eventsIn = (file: string): ICAL.Component[] =>
  new ICAL.Component(
    ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0],
  ).getAllSubcomponents('vevent');

/** When the events ring up to an instant, in order, for a phone in this zone. */
function ringsIn(file: string, until: number, zone = berlin): number[] {
  return eventsIn(file)
    .flatMap((component) => {
      const found: number[] = [];
      const moments = new ICAL.Event(component).iterator();
      for (let next: ICAL.Time | null; (next = moments.next() as ICAL.Time | null);) {
        const isFloating = next.zone === ICAL.Timezone.localTimezone;
        const at = isFloating ? instant(next.toString(), zone) : next.toUnixTime() * 1000;
        if (at > until) break;
        found.push(at);
      }
      return found;
    })
    .toSorted((a, b) => a - b);
}

const wakesOf = ({ state, rules, at }: World, ms = fourWeeks): number[] =>
  wakeMoments(state, rules, at, { ms, most: 10_000 }).map(({ at: wake }) => wake);

const leastGap = (rings: readonly number[]): number =>
  Math.min(...rings.slice(1).map((at, before) => at - (rings[before] ?? 0)));

describe('what a calendar rings for', () => {
  test('is what the engine would bring: by the clock, at random, before sleep, in one zone', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([from, until]) => from !== until)
      .map(([from, until]): HoursRange => ({ from, until }));
    const week = fc.array(fc.array(range, { maxLength: 2 }), { minLength: 7, maxLength: 7 });
    const days = fc.subarray(everyDay, { minLength: 1 });
    const minutes = fc.integer({ min: 0, max: 1439 });
    const cadence: fc.Arbitrary<Prompt['cadence']> = fc.oneof(
      fc.record({
        type: fc.constant('clock' as const),
        times: fc.uniqueArray(minutes, { minLength: 1, maxLength: 3 }),
        days,
      }),
      fc.record({
        type: fc.constant('random' as const),
        count: fc.integer({ min: 1, max: 4 }),
        from: minutes,
        until: minutes,
        gapMinutes: fc.constant(30),
        days,
      }),
      fc.constant({ type: 'anchor' as const, anchor: 'sleep' as const, offsetMinutes: 45 }),
    );
    const one = fc.record({
      cadence,
      hours: fc.oneof(fc.constant('usual' as const), fc.constant('any' as const), week),
      zone: fc.constantFrom(null, null, 'Asia/Kathmandu'),
    });
    const off = fc.integer({ min: 0, max: 24 }).map((ahead) => {
      const from = Temporal.PlainDate.from('2026-11-23').add({ days: ahead });
      return { from: from.toString(), until: from.add({ days: ahead % 4 }).toString() };
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 3 }),
        week,
        fc.array(off, { maxLength: 1 }),
        minutes,
        (prompts, hours, daysOff, past) => {
          const rules: WorldRules = {
            prompts: prompts.map((each, at) => ({ ...defaultPrompt, ...each, id: `p${at}` })),
            ...{ hours, daysOff, gapMinutes: 0 },
          };
          const world = new World(rules, monday + past * 60_000 + 30_000);
          expect(ringsIn(fileOf(world), world.wall + fourWeeks)).toEqual(wakesOf(world));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps the clock of the wall through summer time, and of one zone wherever the phone is', () => {
    const inTokyo = clock('tokyo', [9 * 60], { zone: 'Asia/Tokyo' });
    const world = new World({ prompts: [clock('ten', [ten])] }, instant('2026-10-23T09:30'));
    const days = ringsIn(fileOf(world), world.wall + 5 * 24 * hour);
    expect(days.slice(0, 4)).toEqual(
      ['23', '24', '25', '26'].map((day) => instant(`2026-10-${day}T10:00`)),
    );
    const zoned = new World({ prompts: [inTokyo] }, monday);
    const [first] = ringsIn(fileOf(zoned), monday + 24 * hour, 'America/Lima');
    expect(first).toBe(instant('2026-11-24T09:00', 'Asia/Tokyo'));
  });

  test('leaves out days off, nights after them, and what is over while Comma keeps quiet', () => {
    const late = [[{ from: 22 * 60, until: 120 }], [], [], [], [], [], []];
    const night = clock('night', [60], { hours: late });
    const daysOff = [{ from: '2026-11-30', until: '2026-11-30' }];
    const world = new World({ prompts: [night], daysOff }, monday);
    world.send({ type: 'quiet', until: instant('2026-11-24T07:00') });
    expect(ringsIn(fileOf(world), monday + fourWeeks)).toEqual(
      ['12-08', '12-15'].map((day) => instant(`2026-${day}T01:00`)),
    );
    const year = [{ from: '2026-01-01', until: '9999-12-31' }];
    const away = new World({ prompts: [clock('ten', [ten], { hours: 'usual' })], daysOff: year });
    expect(eventsIn(fileOf(away))).toEqual([]);
  });

  test('has nothing of what is off, only puts a dot on an icon, or counts active time', () => {
    const prompts = [
      clock('off', [ten], { on: false }),
      clock('dot', [ten], { level: 'badge' }),
      defaultPrompt,
    ];
    expect(eventsIn(fileOf(new World({ prompts }, monday)))).toEqual([]);
    const paused = new World({ on: false, prompts: [clock('ten', [ten])] }, monday);
    expect(eventsIn(fileOf(paused))).toEqual([]);
  });

  test('keeps the gap: of two close ones the first rings, and what repeats goes before what was drawn', () => {
    const close = new World({ prompts: [clock('a', [ten]), clock('b', [ten + 3])] }, monday);
    expect(ringsIn(fileOf(close), monday + 24 * hour)).toEqual([instant('2026-11-23T10:00')]);
    const twoDrawn = new World({ prompts: [random('a'), random('b')], gapMinutes: 60 }, monday);
    const apart = ringsIn(fileOf(twoDrawn), monday + fourWeeks);
    expect(leastGap(apart)).toBeGreaterThanOrEqual(hour);
    const often = Array.from({ length: 20 }, (_, at) => 540 + at * 25);
    const drawn = new World(
      { prompts: [clock('often', often), random('drawn')], gapMinutes: 8 },
      monday,
    );
    const rings = ringsIn(fileOf(drawn), monday + fourWeeks);
    expect(leastGap(rings)).toBeGreaterThanOrEqual(8 * 60_000);
    expect(rings.length).toBeGreaterThan(28 * 20);
  });
});

describe('the file', () => {
  const prompts = [
    clock('ten', [ten, 15 * 60], { name: 'Insulin, and breathe', lengthSeconds: 90 }),
    random('drawn', { name: 'Call my sister' }),
  ];

  test('says nothing of what a prompt is for, rings at its moment and keeps no time busy', () => {
    const file = fileOf(new World({ prompts }, monday));
    for (const word of ['Insulin', 'sister', 'breathe']) expect(file).not.toContain(word);
    const [first] = eventsIn(file);
    expect(first?.getFirstPropertyValue('summary')).toBe('Comma');
    expect(first?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(
      first?.getFirstPropertyValue('duration') ?? new ICAL.Event(first).duration.toString(),
    ).toBe('PT2M');
    for (const event of eventsIn(file)) {
      const [alarm] = event.getAllSubcomponents('valarm');
      expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT0S');
    }
  });

  test('is lines of at most 75 bytes with CRLF, also with long words in another script', () => {
    const world = new World({ prompts }, monday);
    const plan = calendarPlan(world.state, world.rules, world.at);
    const title = 'ひと休み, と; そして '.repeat(9).trim();
    const file = calendarFile(plan, { title, language: 'ja' }, (name) => name, monday);
    expect(/[\r\n]/.test(file.replaceAll('\r\n', ''))).toBe(false);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventsIn(file)[0]?.getFirstPropertyValue('summary')).toBe(title);
  });

  test('made again takes the place of the former one, also after a time was moved', () => {
    const ids = (file: string): unknown[] =>
      eventsIn(file).map((event) => event.getFirstPropertyValue('uid'));
    const numbers = (file: string): number[] =>
      eventsIn(file).map((event) => Number(event.getFirstPropertyValue('sequence')));
    const before = fileOf(new World({ prompts }, monday));
    const moved = [clock('ten', [11 * 60, 15 * 60]), ...prompts.slice(1)];
    const world = new World({ prompts: moved }, monday + 3 * hour);
    const after = fileOf(world);
    expect(new Set(ids(before)).size).toBe(ids(before).length);
    // The days before the last one, which only the younger file reaches.
    expect(ids(before)).toEqual(expect.arrayContaining(ids(after).slice(0, -3)));
    expect(Math.min(...numbers(after))).toBeGreaterThan(Math.max(...numbers(before)));
    expect(before).toMatch(/\r\nDTSTAMP:20261123T083000Z\r\n/);
  });
});
