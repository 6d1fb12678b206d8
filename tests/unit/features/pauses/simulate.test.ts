import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { isEnding, type LedgerRow } from '#core/features/pauses/ledger.ts';
import { simulate } from '#core/features/pauses/simulate.ts';
import { type Stepped } from '#core/features/pauses/simulation/computer.ts';
import { readScenario } from '#core/features/pauses/simulation/read-scenario.ts';
import { type Scenario } from '#core/features/pauses/simulation/scenario.ts';
import { minuteOfDay, minutesToClock } from '#core/kernel/civil-time.ts';

const day = { zone: 'Europe/Berlin', start: '2026-11-23T09:00', length: '8h' };

function scenarioOf(more: object = {}): Scenario {
  const read = readScenario(JSON.stringify({ ...day, answerAfter: '0s', ...more }));
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value.scenario;
}

/** `09:50 shown`, … */
const told = (rows: readonly LedgerRow[]): string[] =>
  rows.map(({ at, verdict, detail }) =>
    [minutesToClock(minuteOfDay(at, day.zone)), verdict, detail.cause].filter(Boolean).join(' '),
  );

const ledgerOf = (more: object): string[] => told(simulate(scenarioOf(more)));

test('a person at work takes a pause every 50 minutes and one of its length', () => {
  expect(ledgerOf({ length: '2h' })).toEqual([
    '09:50 shown',
    '09:51 taken',
    '10:41 shown',
    '10:42 taken',
  ]);
});

test('the same scenario has the same ledger', () => {
  const scenario = scenarioOf({ events: [{ at: '10:00', type: 'idle', for: '7m' }] });
  expect(simulate(scenario)).toEqual(simulate(scenario));
});

test('a call holds what is due, and one offer follows a minute after its end', () => {
  const events = [{ at: '09:40', type: 'meeting on', for: '1h' }];
  expect(ledgerOf({ length: '2h', events })).toEqual([
    '09:50 held meeting',
    '10:41 shown',
    '10:42 taken',
  ]);
});

test.each([
  ['share on', 'held sharing'],
  ['fullscreen on', 'held media'],
  ['quiet on', 'held quiet'],
  ['call on', 'held meeting'],
])('%s holds a pause until it ends', (type, held) => {
  const rows = ledgerOf({ length: '70m', events: [{ at: '09:45', type, for: '10m' }] });
  expect(rows.filter((row) => !/\d (quiet|call)/.test(row))).toEqual([
    `09:50 ${held}`,
    expect.stringMatching(/^09:5[56] shown$/),
    expect.stringMatching(/^09:5[67] taken$/),
  ]);
});

test('typing holds a pause for two minutes at most', () => {
  const events = [{ at: '09:49', type: 'typing on' }];
  expect(ledgerOf({ length: '55m', events })).toEqual([
    '09:50 held typing',
    '09:52 shown',
    '09:53 taken',
  ]);
});

test('each answer is kept as what it was, and an event answers the next offer', () => {
  const prompts = [{ every: 20 }];
  const events = [
    { at: '09:00', type: 'answer', answer: 'not now' },
    { at: '09:01', type: 'answer', answer: 'snooze', minutes: 3 },
    { at: '10:10', type: 'skip' },
    { at: '10:31', type: 'not today' },
  ];
  expect(ledgerOf({ length: '3h', prompts, events })).toEqual([
    '09:20 shown',
    '09:20 not now',
    '09:40 shown',
    '09:40 snoozed',
    '09:43 shown',
    '09:44 taken',
    '10:04 shown',
    '10:05 taken',
    '10:10 skipped',
    '10:30 shown',
    '10:31 taken',
    '10:31 not today',
  ]);
});

test('an offer nobody answers goes away by itself', () => {
  expect(ledgerOf({ length: '1h', answer: 'ignore' })).toEqual(['09:50 shown', '09:55 withdrawn']);
});

test('T08: a lid closed for four minutes is the pause', () => {
  const events = [{ at: '09:48', type: 'sleep', for: '4m' }];
  expect(ledgerOf({ length: '1h', events })).toEqual(['09:52 rest credited asleep']);
});

test('a locked screen and an absence are rest when as long as the pause', () => {
  const events = [
    { at: '09:30', type: 'lock', for: '2m' },
    { at: '10:00', type: 'idle', for: '10m' },
    { at: '10:30', type: 'lock', for: '20s' },
  ];
  expect(ledgerOf({ length: '115m', events })).toEqual([
    '09:32 rest credited locked',
    '10:10 rest credited idle',
  ]);
});

test('T01: a background that dies every five minutes loses no pause and doubles none', () => {
  const events = [{ at: '09:05', type: 'worker death', every: '5m' }];
  expect(ledgerOf({ events })).toEqual(ledgerOf({}));
});

test('T04: after a short restart of the browser the pause comes later by what it was closed', () => {
  const events = [{ at: '09:30', type: 'browser restart', for: '4m' }];
  expect(ledgerOf({ length: '1h', events })).toEqual(['09:54 shown', '09:55 taken']);
});

test('what is shown when the browser closes is shown again, and a pause being taken counts', () => {
  const shownAgain = [{ at: '09:51', type: 'browser restart' }];
  expect(ledgerOf({ length: '1h', answerAfter: '2m', events: shownAgain }).slice(0, 3)).toEqual(
    ['09:50 shown', '09:51 shown', '09:53 shown'].slice(0, 2).concat('09:54 taken'),
  );
  const inMidPause = [{ at: '09:50:30', type: 'browser restart' }];
  expect(ledgerOf({ length: '1h', events: inMidPause })).toEqual([
    '09:50 shown',
    '09:50 interrupted',
  ]);
});

test('T12: a clock set back an hour delays no interval', () => {
  const events = [{ at: '09:20', type: 'clock', by: '-1h' }];
  expect(ledgerOf({ length: '1h', hours: '00:00-24:00', events })).toEqual([
    '08:20 clock changed back',
    '08:50 shown',
    '08:51 taken',
  ]);
});

test('T13: where alarms stand still after that, the first sign of the person is noticed, and pauses come again', () => {
  const events = [
    { at: '09:20', type: 'clock', by: '-1h' },
    { at: '09:30', type: 'idle', for: '3m 30s' },
    { at: '10:24', type: 'idle', for: '3m 30s' },
  ];
  const stalled = { alarms: 'wall', hours: '00:00-24:00', policies: { idle: 'keep offer' } };
  const rows = ledgerOf({ length: '3h', events, ...stalled });
  expect(rows[0]).toBe('08:33 clock changed back');
  // Alarms ring again once the clock shows what it has not shown before, at 09:20.
  expect(rows.find((row) => row.endsWith('shown'))).toMatch(/^10:1\d shown$/);
});

test('T15: a clock set forward brings no pause before its time', () => {
  const events = [{ at: '09:20', type: 'clock', by: '1h' }];
  // A clock that stops in sleep cannot tell a jump from a nap: what it claims has passed counts as rest.
  expect(ledgerOf({ length: '72m', events })).toEqual([
    '10:20 rest credited asleep',
    '11:10 shown',
    '11:11 taken',
  ]);
});

test('T20: after a flight a floating prompt keeps the clock of the place, a fixed one that of home', () => {
  const prompts = [
    { id: 'floating', cadence: 'clock', times: '12:00' },
    { id: 'fixed', cadence: 'clock', times: '12:30', zone: 'Europe/Berlin' },
  ];
  const events = [{ at: '10:00', type: 'zone', zone: 'Europe/London' }];
  const shown = simulate(scenarioOf({ prompts, events })).filter(
    ({ verdict }) => verdict === 'shown',
  );
  expect(
    shown.map(
      ({ at, slot }) =>
        `${told([{ at, id: '', verdict: 'shown', detail: {} }])[0] ?? ''} ${slot ?? ''}`,
    ),
  ).toEqual([
    '12:30 shown slot:fixed:2026-11-23T12:30[Europe/Berlin]',
    '13:00 shown slot:floating:2026-11-23T12:00',
  ]);
});

test.each(['meetings', 'night-shift', 'date-line', 'lord-howe'])(
  'the example %s is a good scenario',
  async (name) => {
    const path = new URL(`../../../../docs/scenarios/${name}.json`, import.meta.url);
    const read = readScenario(await readFile(path, 'utf8'));
    if (!read.ok) throw new Error(read.error.join('\n'));
    expect(read.value.repaired).toEqual([]);
    expect(simulate(read.value.scenario).length).toBeGreaterThan(10);
  },
);

const during = fc.record({
  at: fc.integer({ min: 0, max: 28_000 }).map((second) => `+${second}s`),
  type: fc.constantFrom(
    'idle',
    'lock',
    'meeting on',
    'share on',
    'media on',
    'quiet on',
    'call on',
  ),
  for: fc.integer({ min: 1, max: 5_000 }).map((second) => `${second}s`),
});
const moments = fc.oneof(
  fc.record({
    at: fc.integer({ min: 0, max: 28_000 }).map((second) => `+${second}s`),
    type: fc.constantFrom('worker death', 'pause now', 'skip', 'not today', 'input', 'touch'),
  }),
  fc.record({
    at: fc.integer({ min: 0, max: 28_000 }).map((second) => `+${second}s`),
    type: fc.constant('clock'),
    by: fc.constantFrom('-1h', '-2m', '4m', '1h'),
  }),
);

test('whatever happens in a day, a slot has one ending at most and one offer is on the screen', () => {
  const answer = fc.constantFrom('take', 'snooze', 'not now', 'ignore');
  fc.assert(
    fc.property(fc.array(fc.oneof(during, moments), { maxLength: 12 }), answer, (events, usual) => {
      const prompts = [
        { every: 25 },
        { id: 'eyes', every: 15, length: 20 },
        { id: 'noon', cadence: 'clock', times: '12:00 12:01' },
      ];
      const visible = new Set<string>();
      const scenario = scenarioOf({ events, prompts, answer: usual });
      const watch = ({ effects }: Stepped): void => {
        for (const effect of effects) if (effect.type === 'withdraw') visible.delete(effect.slot);
        for (const effect of effects) if (effect.type === 'offer') visible.add(effect.slot);
        if (visible.size > 1) throw new Error('two offers are on the screen');
      };
      const rows = simulate(scenario, { watch });
      const ended = rows.filter(({ slot, verdict }) => slot !== undefined && isEnding(verdict));
      expect(new Set(ended.map(({ slot }) => slot)).size).toBe(ended.length);
    }),
    { numRuns: 40 },
  );
});
