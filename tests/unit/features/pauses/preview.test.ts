import { expect, test } from 'vitest';

import { freshState, type EngineState, type Moment } from '#core/features/pauses/engine-state.ts';
import {
  nearClockChange,
  previewDay,
  type PreviewMoment,
  type WhatIf,
} from '#core/features/pauses/preview.ts';
import { defaultRules, type PauseRules } from '#core/features/pauses/rules.ts';
import { simulate } from '#core/features/pauses/simulate.ts';
import { step } from '#core/features/pauses/step.ts';
import { berlin, hour, instant, minute, prompt } from './support/world.ts';

const momentOf = (local: string, zone = berlin): Moment => ({
  wall: instant(local, zone),
  mono: 5 * minute,
  boot: 'a',
  zone,
});

const monday = '2026-11-23T09:00';
const noon = prompt('noon', { type: 'clock', times: [12 * 60], days: [1, 2, 3, 4, 5, 6, 7] });

/** `09:50 shown main`, … by the clock of a zone. */
const told = (moments: readonly PreviewMoment[], zone = berlin): string[] =>
  moments.map(({ at, prompt: id, verdict, cause }) => {
    const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
    const clock = time.toString({ smallestUnit: 'minute' });
    return [clock, verdict, id, cause].filter(Boolean).join(' ');
  });

function previewOf(
  rules: Partial<PauseRules>,
  whatIf: WhatIf = {},
  at = momentOf(monday),
  state: EngineState = freshState(at),
): PreviewMoment[] {
  return previewDay(state, { ...defaultRules, ...rules }, at, whatIf);
}

const span = (from: string, until: string): { from: number; until: number } => ({
  from: instant(`2026-11-23T${from}`),
  until: instant(`2026-11-23T${until}`),
});

test('a day in the hours has a pause after every 50 minutes of work, and none at night', () => {
  expect(told(previewOf({}))).toEqual([
    '09:50 shown main',
    '10:41 shown main',
    '11:32 shown main',
    '12:23 shown main',
    '13:14 shown main',
    '14:05 shown main',
    '14:56 shown main',
    '15:47 shown main',
    '16:38 shown main',
    '17:29 shown main',
  ]);
});

test('a call holds what is due and lets one come a minute after its end', () => {
  const moments = previewOf({}, { meetings: [span('09:30', '11:00')] });
  expect(told(moments).slice(0, 3)).toEqual([
    '09:50 held main meeting',
    '11:01 shown main',
    '11:52 shown main',
  ]);
});

test('a lunch away is the pause', () => {
  expect(told(previewOf({}, { away: [span('12:00', '13:00')] })).slice(3, 5)).toEqual([
    '13:00 rest credited main idle',
    '13:50 shown main',
  ]);
});

test('a prompt by the clock comes outside the hours of work, unless the person is away', () => {
  const evening = prompt('evening', { type: 'clock', times: [21 * 60], days: [1] });
  const rules = { prompts: [evening] };
  expect(told(previewOf(rules))).toEqual(['21:00 shown evening']);
  expect(told(previewOf(rules, { away: [span('20:00', '23:00')] }))).toEqual([
    '21:30 passed over evening away',
  ]);
});

test('T20: a flight moves a floating prompt to the clock of the place', () => {
  const zoneChange = { at: instant('2026-11-23T11:00'), zone: 'America/New_York' };
  expect(told(previewOf({ prompts: [noon] }, { zoneChange }))).toEqual(['18:00 shown noon']);
  expect(told(previewOf({ prompts: [{ ...noon, zone: berlin }] }, { zoneChange }))).toEqual([
    '12:00 shown noon',
  ]);
});

test('T18: in the night of summer time a prompt at 02:30 comes at 03:00', () => {
  const night = prompt('night', { type: 'clock', times: [150], days: [1, 2, 3, 4, 5, 6, 7] });
  const at = momentOf('2027-03-27T20:00');
  expect(told(previewOf({ prompts: [night] }, {}, at))).toEqual(['03:00 shown night']);
});

test('a clock set back brings no interval sooner or later', () => {
  const clockChange = { at: instant('2026-11-23T09:20'), byMinutes: -60 };
  const hours = defaultRules.hours.map(() => [{ from: 0, until: 1440 }]);
  expect(told(previewOf({ hours }, { clockChange })).slice(0, 1)).toEqual(['08:50 shown main']);
});

test('it begins where the person stands: what they have worked, put off and silenced counts', () => {
  const begin = momentOf(monday);
  let state = freshState(begin);
  const later = (minutes: number): Moment => ({
    ...begin,
    wall: begin.wall + minutes * minute,
    mono: begin.mono + minutes * minute,
  });
  for (let now = 0; now <= 30; now += 0.5)
    ({ state } = step(state, { type: 'heartbeat' }, later(now), defaultRules));
  expect(told(previewOf({}, {}, later(30), state))[0]).toBe('09:50 shown main');
  const still = step(state, { type: 'notToday', prompt: 'main' }, later(30), defaultRules).state;
  expect(told(previewOf({}, {}, later(30), still))).toEqual([]);
  const until = begin.wall + 2 * hour;
  const quiet = step(state, { type: 'quiet', until }, later(30), defaultRules).state;
  expect(told(previewOf({}, {}, later(30), quiet)).slice(0, 2)).toEqual([
    '09:50 held main quiet',
    '11:00 passed over main quiet',
  ]);
});

test('looking changes nothing, and twice is the same', () => {
  const at = momentOf(monday);
  const state = step(freshState(at), { type: 'heartbeat' }, at, defaultRules).state;
  const before = JSON.stringify(state);
  expect(previewOf({}, {}, at, state)).toEqual(previewOf({}, {}, at, state));
  expect(JSON.stringify(state)).toBe(before);
});

test('the preview says what the simulator would, knock by knock', () => {
  const at = momentOf(monday);
  const prompts = [
    ...defaultRules.prompts,
    noon,
    prompt('eyes', { type: 'active', everyMinutes: 20 }, { lengthSeconds: 20 }),
    prompt('some', { type: 'random', count: 4, from: 540, until: 1000, gapMinutes: 30, days: [1] }),
  ];
  const rules = { ...defaultRules, prompts };
  const until = instant('2026-11-23T17:30');
  const shown = simulate({
    zone: berlin,
    start: at.wall,
    lengthMs: until - at.wall,
    rules,
    repairs: [],
    answer: 'take',
    answerAfterMs: 0,
    alarms: 'elapsed',
    happenings: [],
  }).filter(({ verdict }) => verdict === 'shown');
  const previewed = previewOf({ prompts }).filter(
    (moment) => moment.verdict === 'shown' && moment.at < until,
  );
  expect(previewed.map(({ at: when }) => when)).toEqual(shown.map(({ at: when }) => when));
  expect(shown.length).toBeGreaterThan(15);
});

test('with nothing on, nothing comes', () => {
  expect(previewOf({ on: false })).toEqual([]);
  expect(previewOf({ prompts: [] })).toEqual([]);
});

test.each([
  [berlin, '2027-03-27T10:00', 60],
  [berlin, '2026-10-24T10:00', -60],
  ['Australia/Lord_Howe', '2027-04-03T10:00', -30],
  ['Africa/Cairo', '2027-04-29T10:00', 60],
])('the clock change of %s within a day of %s is %i minutes', (zone, local, byMinutes) => {
  expect(nearClockChange(zone, instant(local, zone))?.byMinutes).toBe(byMinutes);
});

test('on most days no clock change is near', () => {
  expect(nearClockChange(berlin, instant(monday))).toBeUndefined();
  expect(nearClockChange('Asia/Kolkata', instant(monday))).toBeUndefined();
});
