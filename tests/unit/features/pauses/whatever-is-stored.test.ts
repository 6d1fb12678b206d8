/** T49: whatever lies in the store, Comma neither crashes nor falls silent, and says what it repaired. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type EngineState } from '#core/features/pauses/engine-state.ts';
import { parseState } from '#core/features/pauses/parse-state.ts';
import { promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { parseRules, rulesPrefix } from '#core/features/pauses/rules-fields.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { promptFields, serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { type Json } from '#core/kernel/json.ts';
import { clock } from './support/several.ts';
import { hour, instant, minute, prompt, World } from './support/world.ts';

const extremes = [0, -1, -0, 0.5, 59.999, 1e9, 1e15, 8.64e15, 1e300, -1e300, 2 ** 53, 1440, 3];
const texts = [
  ...['', ' ', '26:00', '09:60', '-1:00', '09:00', '09:00-09:00', '23:00-01:00 1-2', 'mon mon mon'],
  ...[
    'Mars/Olympus',
    'Europe/Berlin',
    '9999-12-31',
    '2026-02-30',
    '2026-11-21',
    'keep keep',
    'NaN',
  ],
  ...['rest offer', '__proto__', 'here', 'x'.repeat(5_000), '00:00-24:00', '24:00-00:00', '\u0000'],
];
/** What makes no sense in one way or another, as JSON can hold it. */
const nonsense: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...extremes, ...texts, null, true, false, [], {}),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);

/** A state with every part in use. */
function busyState(): EngineState {
  const world = new World({
    hours: always,
    prompts: [prompt('main', { type: 'active', everyMinutes: 50 }), prompt('tea', clock(615))],
  });
  world.pass(20 * minute);
  world.walkAway(5 * minute);
  world.send({ type: 'anchor', anchor: 'ate', at: world.wall });
  world.send({ type: 'notToday', prompt: 'tea' });
  world.pass(50 * minute);
  world.take();
  world.pass(50 * minute);
  world.send({ type: 'snoozed' });
  world.see({ meeting: true });
  world.see({ meeting: false });
  return world.state;
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner: [string, unknown][] = Object.entries(value);
  return [
    ...(path.length > 0 ? [path] : []),
    ...inner.flatMap(([name, each]) => pathsOf(each, [...path, name])),
  ];
}

function replaced(value: unknown, [name, ...rest]: Path, by: Json): unknown {
  if (name === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  fields[name] = replaced(fields[name], rest, by);
  return copy;
}

test('any part of a state made into nonsense is taken or replaced, and pauses go on coming', () => {
  const state = busyState();
  const stored: unknown = JSON.parse(JSON.stringify(state));
  const paths = pathsOf(stored);
  fc.assert(
    fc.property(fc.constantFrom(...paths), nonsense, (path, broken) => {
      const world = new World({ hours: always }, state.seen.wall + minute);
      const parsed = parseState(replaced(stored, path, broken), world.at);
      world.state = parsed.state;
      world.stored = parsed.state;
      world.offers = [];
      world.send({ type: 'started', alone: true, repaired: parsed.repaired });
      expect(world.verdicts.includes('state repaired')).toBe(parsed.repaired);
      world.input();
      world.onOffer = 'take';
      world.pass(3 * hour);
      const reason = world.next.type;
      // A quiet or a call may be as long as it says: then that is what a person is told.
      if (reason !== 'quiet' && reason !== 'held') expect(world.offers.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

const ruleNames = [
  ...Object.keys(serialiseRules(defaultRules)),
  ...['off.2026-12-24', 'off.2026-13-45', 'off.', 'off.__proto__'].map(
    (name) => rulesPrefix + name,
  ),
];
const promptNames = [
  ...Object.keys(promptFields(prompt('odd', { type: 'active', everyMinutes: 50 }), 1)),
  ...['times', 'days', 'window', 'gap', 'count', 'anchor', 'offset', 'hours.mon', 'hours.sun'],
];
const cadences = fc.constantFrom<Json>('active', 'clock', 'random', 'anchor', 'often', 7);

test('whatever the settings and prompts say, each repair has a name, and a day can be lived by them', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...ruleNames), nonsense),
      fc.array(fc.tuple(cadences, fc.dictionary(fc.constantFrom(...promptNames), nonsense)), {
        maxLength: 4,
      }),
      (fields, prompts) => {
        const records = prompts.map(([cadence, odd], index) => ({
          id: promptRecordId(`odd${index}`),
          fields: { ...odd, cadence },
          alive: true,
        }));
        const { rules, repairs } = parseRules(fields, records);
        for (const { field, used } of repairs) {
          expect(field).not.toBe('');
          expect(used).not.toBeUndefined();
        }
        // What was repaired is then what it is: nothing is reported a second time.
        const again = parseRules(
          serialiseRules(rules),
          rules.prompts.map((each, order) => ({
            id: promptRecordId(each.id),
            fields: promptFields(each, order),
            alive: true,
          })),
        );
        expect(again.repairs).toEqual([]);

        const world = new World({ ...rules }, instant('2026-11-23T08:30'));
        world.send({ type: 'rulesChanged', repairs });
        expect(world.verdicts.includes('settings repaired')).toBe(repairs.length > 0);
        world.lag = 2 * minute;
        world.onOffer = 'take';
        world.pass(12 * hour);
        expect(world.next.type).toMatch(/\w/);
        expect(world.wake === null || world.wake + world.lag > world.wall).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test('a stretch of times by the clock is at most one an hour, and what is left out is told', () => {
  const times = Array.from(
    { length: 1440 },
    (_, at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`,
  );
  const { rules, repairs } = parseRules({}, [
    { id: 'prompt:main', fields: { cadence: 'clock', times: times.join(' ') }, alive: true },
  ]);
  expect(rules.prompts[0]?.cadence).toMatchObject({ times: { length: 24 } });
  expect(repairs.map(({ field }) => field)).toEqual(['prompt:main.times']);
});
