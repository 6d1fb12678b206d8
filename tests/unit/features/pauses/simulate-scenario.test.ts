import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { readScenario } from '#core/features/pauses/simulation/read-scenario.ts';
import { lengthOf, momentOf } from '#core/features/pauses/simulation/read-times.ts';

const day = { zone: 'Europe/Berlin', start: '2026-11-23T09:00', length: '8h' };
const read = (more: object): ReturnType<typeof readScenario> =>
  readScenario(JSON.stringify({ ...day, ...more }));

function problemsOf(more: object): readonly string[] {
  const result = read(more);
  return result.ok ? [] : result.error;
}

function repairedIn(more: object): readonly string[] {
  const result = read(more);
  if (!result.ok) throw new Error(result.error.join('\n'));
  return result.value.repaired;
}

test.each([
  ['50m', 3_000_000],
  ['1h 30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
  ['-1h', -3_600_000],
  ['', undefined],
  ['50', undefined],
  ['1h 30', undefined],
  ['99999999999999999999d', undefined],
])('the length %j is %s ms', (text, ms) => {
  expect(lengthOf(text)).toBe(ms);
});

test('a bare clock time is the first one not before the event above it', () => {
  const at = (text: string): string | undefined => {
    const start = Date.UTC(2026, 10, 23, 8);
    const found = momentOf(text, day.zone, start, start + 3_600_000);
    return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16);
  };
  expect(at('10:00')).toBe('2026-11-23T09:00');
  expect(at('09:59')).toBe('2026-11-24T08:59');
  expect(at('+30m')).toBe('2026-11-23T08:30');
  expect(at('2026-11-23T12:00')).toBe('2026-11-23T11:00');
  expect(at('2026-11-23T12:00-05:00')).toBe('2026-11-23T17:00');
  expect(at('24:00')).toBeUndefined();
  expect(at('2026-02-30T12:00')).toBeUndefined();
});

test.each([
  [{ zone: 'Mars/Phobos' }, 'zone: "Mars/Phobos" is no time zone'],
  [{ zone: 7 }, 'zone: 7 is no time zone'],
  [{ start: '09:00' }, 'start: "09:00" is no date and time'],
  [{ length: '-2h' }, 'length: "-2h" is no length'],
  [{ length: '900d' }, 'length: it is longer than 800 days'],
  [{ end: '2026-11-23T10:00' }, 'length: either a length or an end is needed, and not both'],
  [{ length: undefined, end: '2026-11-23T08:00' }, 'end: the scenario ends before it begins'],
  [{ promts: [] }, 'promts: no such field'],
  [{ prompts: {} }, 'prompts: {} stands where a list is expected'],
  [{ prompts: [{ evry: 20 }] }, 'prompts[0].evry: no such field'],
  [{ prompts: [{ id: 'a:b' }] }, 'prompts[0].id: "a:b" is no id'],
  [{ prompts: [{ id: 'a' }, { id: 'a' }] }, 'prompts: two of them have the id "a"'],
  [{ hours: { monday: '09:00-10:00' } }, 'hours.monday: no such field'],
  [{ policies: { lunch: 'keep offer' } }, 'policies.lunch: no such field'],
  [{ daysOff: ['tomorrow'] }, 'daysOff[0]: "tomorrow" is no date'],
  [{ daysOff: ['2026-02-30'] }, 'daysOff[0]: "2026-02-30" is no date'],
  [{ answer: 'maybe' }, 'answer: "maybe" is none of take,'],
  [{ answerAfter: 'soon' }, 'answerAfter: "soon" is no length'],
  [{ events: [{ at: '10:00' }] }, 'events[0].type: this is missing'],
  [{ events: [{ at: '9.60', type: 'idle' }] }, 'events[0].at: "9.60" is no moment'],
  [{ events: [{ at: '+9h', type: 'idle' }] }, 'events[0].at: "+9h" is not within the scenario'],
  [{ events: [{ at: '10:00', type: 'nap' }] }, 'events[0].type: "nap" is none of'],
  [{ events: [{ at: '10:00', type: 'lock', for: 5 }] }, 'events[0].for: 5 is no length'],
  [{ events: [{ at: '10:00', type: 'touch', every: '0s' }] }, 'events[0].every: "0s" is no length'],
  [{ events: [{ at: '10:00', type: 'quiet on' }] }, 'events[0].for: how long it lasts is missing'],
  [{ events: [{ at: '10:00', type: 'clock' }] }, 'events[0].by: nothing is no length'],
  [{ events: [{ at: '10:00', type: 'zone', zone: 'x' }] }, 'events[0].zone: "x" is no time zone'],
  [
    { events: [{ at: '10:00', type: 'skip', prompt: 'x' }] },
    'events[0].prompt: "x" is none of main',
  ],
  [{ events: [5] }, 'events[0].type: this is missing'],
])('%j is refused with its path and a reason', (more, sentence) => {
  expect(problemsOf(more).join('\n')).toContain(sentence);
  expect(problemsOf(more)).toHaveLength(1);
});

test('each problem has a sentence of its own', () => {
  expect(problemsOf({ answer: 'x', alarms: 'y', events: [{}, {}] })).toHaveLength(4);
});

test('nobody presses a key on a sleeping computer or answers in a closed browser', () => {
  const events = [
    { at: '10:00', type: 'sleep', for: '1h' },
    { at: '10:30', type: 'input' },
    { at: '12:00', type: 'browser closed', for: '1h' },
    { at: '12:30', type: 'answer', answer: 'take' },
  ];
  expect(problemsOf({ events })).toEqual([
    'events: at 10:30:00 there is input, but the computer sleeps then.',
    'events: at 12:30:00 there is answer, but the browser is closed then.',
  ]);
});

test.each(['', '[', 'null', '[]', '"x"', '{"a":'.repeat(2_000)])('%j is no scenario', (text) => {
  const result = readScenario(text);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.error[0]).toMatch(/^scenario: .+\.$/);
});

test('settings that make no sense are repaired, each with a sentence', () => {
  const repaired = repairedIn({
    hours: { mon: '26:00-27:00', tue: '09:00-09:00' },
    settings: { snoozeMinutes: 'x', idleMinutes: 0 },
    policies: { meeting: 'sometimes' },
    prompts: [
      { every: 0, length: null },
      { id: 'r', cadence: 'random', window: '09:00-09:00' },
      { id: 'c', cadence: 'clock', times: '25:00' },
    ],
  });
  expect(repaired).toEqual([
    'settings.snoozeMinutes: "x" makes no sense here, so 5 is used.',
    'settings.idleMinutes: 0 makes no sense here, so 1 is used.',
    'hours.mon: "26:00-27:00" makes no sense here, so "09:00-17:30" is used.',
    'hours.tue: "09:00-09:00" makes no sense here, so "09:00-17:30" is used.',
    'policies.meeting: "sometimes" makes no sense here, so "keep offer" is used.',
    'prompts[0].every: 0 makes no sense here, so 5 is used.',
    'prompts[0].length: null makes no sense here, so 60 is used.',
    'prompts[1].window: "09:00-09:00" makes no sense here, so "09:00-20:00" is used.',
    'prompts[2].times: "25:00" makes no sense here, so "13:00" is used.',
  ]);
});

test('a scenario has the prompts it names and no other', () => {
  const result = read({ prompts: [{ id: 'eyes' }] });
  if (!result.ok) throw new Error(result.error.join('\n'));
  expect(result.value.scenario.rules.prompts.map(({ id }) => id)).toEqual(['eyes']);
});

test('whatever stands in a file, it is a scenario or there are sentences', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata'),
          start: fc.constant('2026-11-23T09:00'),
          length: fc.oneof(fc.constant('1h'), fc.jsonValue()),
          prompts: fc.jsonValue(),
          hours: fc.jsonValue(),
          daysOff: fc.jsonValue(),
          policies: fc.jsonValue(),
          settings: fc.jsonValue(),
          events: fc.oneof(
            fc.jsonValue(),
            fc.array(fc.record({ at: fc.string(), type: fc.string(), for: fc.jsonValue() })),
          ),
        },
        { requiredKeys: ['zone', 'start', 'length'] },
      ),
      (value) => {
        const result = readScenario(JSON.stringify(value));
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          for (const sentence of result.error) expect(sentence).toMatch(/^[\s\S]+: [\s\S]+\.$/);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a day off that is no day is a repair, and one that was taken back is none', () => {
  const fields = {
    'pauses.off.2026-12-24': '2026-12-26',
    'pauses.off.2026-12-31': null,
    'pauses.off.2027-01-05': '2027-01-01',
    'pauses.off.soon': 'later',
  };
  const { rules, repairs } = parseRules(fields, []);
  expect(rules.daysOff).toEqual([{ from: '2026-12-24', until: '2026-12-26' }]);
  expect(repairs.map(({ field }) => field)).toEqual(['pauses.off.2027-01-05', 'pauses.off.soon']);
});
