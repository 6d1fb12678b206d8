import { expect, test } from 'vitest';

import { hour, instant, minute, prompt, World } from './support/world.ts';

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
  expect(world.pending?.phase).toBe('open');
  world.take(slot);
  expect(world.endings).toMatchObject([{ slot, verdict: 'taken' }]);
});

test('late news of how a pause of an earlier hour ended leaves the one of this hour where it is', () => {
  const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
  const tea = prompt('tea', { type: 'clock', times: [600, 660], days: [1] });
  const rules = { hours: always, prompts: [tea] };
  for (const type of ['took', 'letGo'] as const) {
    const world = new World(rules, instant('2026-11-23T09:00:30'));
    world.pass(50 * minute);
    world.pass(11 * minute);
    const slot = world.shownSlot;
    const ten = slot.replace('T10:00', 'T09:00');
    const at = world.wall - 20 * minute;
    const fact =
      type === 'took' ? { type, slot: ten, from: at, until: at } : { type, slot: ten, at };
    world.send({ type: 'elsewhere', facts: [fact] });
    expect([...world.visible]).toEqual([slot]);
    // Of this hour it is one pause, whatever name it had there.
    const asked = { type: 'took', slot: 'slot:tea:asked', from: at, until: world.wall } as const;
    world.send({ type: 'elsewhere', facts: [asked] });
    expect([...world.visible]).toEqual([]);
  }
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
  const { prompts, settled } = world.state;
  world.send({ type: 'elsewhere', facts });
  expect(world.state).toMatchObject({ prompts, settled });

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
