import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type EngineState } from '#core/features/pauses/engine-state.ts';
import { type PauseEvent, type PauseFact } from '#core/features/pauses/events.ts';
import { step } from '#core/features/pauses/step.ts';
import { hour, minute, World } from './support/world.ts';

/** The same person at the same computer: both shells count the same minutes. */
function setupPair(): { speaks: World; holds: World } {
  const pair = { speaks: new World(), holds: new World() };
  pair.holds.send({ type: 'speaker', who: 'other' });
  return pair;
}

test('a pause taken in one shell is not offered in the other', () => {
  const { speaks, holds } = setupPair();
  for (const world of [speaks, holds]) world.pass(50 * minute);
  expect(holds.offers).toEqual([]);
  expect(holds.verdicts).toEqual(['held']);

  speaks.take();
  holds.pass(minute);
  holds.send({ type: 'elsewhere', facts: speaks.facts });
  holds.send({ type: 'speaker', who: 'here' });

  expect(holds.offers).toEqual([]);
  expect(holds.endings).toMatchObject([{ verdict: 'elsewhere' }]);
  expect(holds.next).toEqual(speaks.next);
});

test('an answer from the other shell takes the prompt here away', () => {
  for (const type of ['took', 'letGo'] as const) {
    const world = new World();
    world.pass(50 * minute);
    const slot = world.shownSlot;
    const { wall } = world;
    world.send({
      type: 'elsewhere',
      facts: [
        type === 'took'
          ? { type, slot, from: wall - minute, until: wall }
          : { type, slot, at: wall },
      ],
    });
    expect(world.visible.size).toBe(0);
    expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
  }
});

test('a pause that is open here goes on when the other shell took one too', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'opened', slot });
  const { wall } = world;
  world.send({
    type: 'elsewhere',
    facts: [{ type: 'took', slot, from: wall - minute, until: wall }],
  });
  expect(world.state.pending?.phase).toBe('open');
  world.take(slot);
  expect(world.endings).toMatchObject([{ slot, verdict: 'taken' }]);
});

test('quiet and later travel: the other shell keeps still just as long', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  const { wall } = world;
  world.send({
    type: 'elsewhere',
    facts: [{ type: 'snoozed', slot, at: wall, until: wall + 10 * minute }],
  });
  expect(world.visible.size).toBe(0);
  world.pass(10 * minute);
  expect(world.shownSlot).toBe(slot);

  const at = world.wall;
  world.send({
    type: 'elsewhere',
    facts: [{ type: 'quiet', at, until: at + 10 * minute, by: 'length' }],
  });
  expect(world.next.type).toBe('quiet');
  world.pass(10 * minute);
  expect(world.visible.size).toBe(1);
});

test('what this shell told comes back as news to no one, even after the clock was set back', () => {
  const world = new World();
  world.onOffer = 'take';
  world.pass(2 * hour);
  const { facts } = world;
  const { anchor, settled } = world.state;
  world.send({ type: 'elsewhere', facts });
  expect(world.state).toMatchObject({ anchor, settled });

  world.wall -= 10 * minute;
  world.send({ type: 'heartbeat' });
  const next = world.next;
  world.send({ type: 'elsewhere', facts });
  expect(world.next).toEqual(next);
});

test('when the other shell stops speaking, a held slot is offered here within its grace', () => {
  const { holds } = setupPair();
  holds.pass(60 * minute);
  holds.send({ type: 'speaker', who: 'here' });
  expect(holds.visible.size).toBe(1);
});

test('a fact from a clock that runs ahead cannot push the next pause beyond an interval', () => {
  const world = new World();
  world.pass(10 * minute);
  const until = world.wall + 5 * hour;
  world.send({
    type: 'elsewhere',
    facts: [
      { type: 'took', slot: 'slot:main:ahead', from: world.wall, until },
      { type: 'quiet', at: until, until: until + hour, by: 'length' },
      { type: 'snoozed', slot: 'slot:main:ahead', at: until, until: until + hour },
    ],
  });
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
  world.pass(50 * minute);
  expect(world.visible.size).toBe(1);
});

const anyFact = fc
  .record({
    type: fc.constantFrom('took', 'rested', 'letGo', 'snoozed', 'quiet'),
    slot: fc.constantFrom('slot:main:a', 'slot:main:b', 'slot:main:c'),
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ type, slot, from, length }): ((start: number) => PauseFact) => (start) => {
    const at = start + from * minute;
    const until = at + length * minute;
    if (type === 'took' || type === 'rested') return { type, slot, from: at - minute, until: at };
    if (type === 'letGo') return { type, slot, at };
    if (type === 'snoozed') return { type, slot, at, until };
    return { type, at, until, by: 'length' };
  });

const essence = ({ anchor, quiet, snooze, pending }: EngineState): unknown => ({
  anchor,
  quiet,
  snooze,
  pending: pending && { slot: pending.slot, phase: pending.phase },
});

test('facts may arrive in any order and twice: what is remembered is the same', () => {
  const world = new World({ everyMinutes: 45, withdrawMinutes: 60 });
  const start = world.wall;
  world.pass(61 * minute);
  const { state: counted, at, rules } = world;
  expect(world.visible.size).toBe(1);
  fc.assert(
    fc.property(
      fc.array(anyFact, { maxLength: 6 }).chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts, ...facts], {
            minLength: facts.length * 2,
            maxLength: facts.length * 2,
          }),
        ),
      ),
      (orders) => {
        const [straight, shuffled] = orders.map((facts) =>
          facts
            .map((fact): PauseEvent => ({ type: 'elsewhere', facts: [fact(start)] }))
            .reduce((state, event) => step(state, event, at, rules).state, counted),
        );
        expect(essence(shuffled ?? counted)).toEqual(essence(straight ?? counted));
      },
    ),
    { numRuns: 200 },
  );
});
