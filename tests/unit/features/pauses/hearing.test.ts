/**
 * The law of hearing: what the other shell did is the same news in any order, in any pieces and twice.
 * What was heard too soon and taken back meanwhile may have moved a surface; it moves no knowledge.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { slotOf } from '#core/features/pauses/engine-state.ts';
import { type PauseFact } from '#core/features/pauses/events.ts';
import { anyNews } from './support/news.ts';
import { minute, second, World } from './support/world.ts';

function heard(world: World, ...pieces: readonly (readonly PauseFact[])[]): World {
  const twin = world.twin();
  for (const facts of pieces) twin.send({ type: 'elsewhere', facts });
  return twin;
}

/** What a shell goes on from, and what the person sees of it. */
function outcome(world: World, facts: readonly PauseFact[]): unknown {
  const { spans, quiet, call, there, anchors, prompts, settled } = world.state;
  const { pending } = world;
  const answered = facts.flatMap((fact) =>
    'slot' in fact && fact.type !== 'snoozed' ? [fact.slot] : [],
  );
  return {
    ...{ spans, quiet, call, there, anchors, prompts },
    pending: pending && { slot: pending.slot, phase: pending.phase },
    visible: [...world.visible],
    settled: settled.filter(([slot]) => answered.includes(slot)).toSorted(),
  };
}

function shown(): World {
  const world = new World({ everyMinutes: 45, withdrawMinutes: 60 });
  world.pass(61 * minute);
  expect(world.visible.size).toBe(1);
  return world;
}

const situations: Readonly<Record<string, () => World>> = {
  'while an interval runs': () => {
    const world = new World();
    world.pass(30 * minute);
    return world;
  },
  'while a pause is offered': shown,
  'while the other shell speaks': () => {
    const world = new World();
    world.send({ type: 'speaker', who: 'other' });
    world.pass(60 * minute);
    return world;
  },
  'while a pause is open': () => {
    const world = new World();
    world.pass(50 * minute);
    world.send({ type: 'opened', slot: world.shownSlot });
    return world;
  },
  'while a pause has been open for a while': () => {
    const world = new World();
    world.pass(50 * minute);
    world.send({ type: 'opened', slot: world.shownSlot });
    world.pass(20 * minute);
    return world;
  },
  'while a pause is asked for': () => {
    const world = new World();
    world.pass(20 * minute);
    world.send({ type: 'pauseNow' });
    world.advance(10 * second);
    return world;
  },
  'while one waits for later': () => {
    const world = new World();
    world.pass(50 * minute);
    world.send({ type: 'snoozed', minutes: 20 });
    world.pass(5 * minute);
    return world;
  },
  'while Comma keeps quiet': () => {
    const world = new World();
    world.pass(40 * minute);
    world.send({ type: 'quiet', until: world.wall + 40 * minute });
    world.pass(15 * minute);
    return world;
  },
  'while nobody is here': () => {
    const world = new World();
    world.pass(40 * minute);
    world.lock();
    world.pass(10 * minute);
    return world;
  },
};

test('a later replaced by a shorter one ends with the same offer, whichever is heard first', () => {
  const world = shown();
  const { wall, shownSlot: slot } = world;
  const long = { type: 'snoozed', slot, at: wall - 9 * minute, until: wall + 9 * minute } as const;
  const short = { type: 'snoozed', slot, at: wall - 8 * minute, until: wall - minute } as const;

  const [straight, turned] = [heard(world, [long], [short]), heard(world, [short], [long])];
  expect([...straight.visible]).toEqual([slot]);
  expect(outcome(turned, [])).toEqual(outcome(straight, []));
});

test('a call heard of neither closes the pause that is open here nor takes another course when heard in turn', () => {
  const world = new World();
  world.pass(50 * minute);
  world.send({ type: 'opened', slot: world.shownSlot });
  world.pass(10 * minute);
  const { wall } = world;
  const long: PauseFact = { type: 'call', at: wall - 15 * minute, until: wall + 40 * minute };
  const late: PauseFact = { type: 'call', at: wall - minute, until: wall + 20 * minute };
  for (const pieces of [[[long], [late]], [[late], [long]], [[long, late]]]) {
    const after = heard(world, ...pieces);
    after.pass(minute);
    expect(after.pending?.phase).toBe('open');
    expect(after.endings).toEqual([]);
  }
});

test('a call that is over keeps its moment of quiet in whatever order it is heard of', () => {
  const world = shown();
  const { wall } = world;
  const longer: PauseFact = { type: 'call', at: wall - 21 * minute, until: wall + minute };
  const over: PauseFact = { type: 'call', at: wall - 20 * minute, until: wall - 10 * second };
  for (const pieces of [[[longer], [over]], [[over], [longer]], [[longer, over]]]) {
    const after = heard(world, ...pieces);
    expect(after.visible.size).toBe(0);
    after.pass(minute);
    expect(after.visible.size).toBe(1);
  }
});

test('a slot that was let go stays so, even when a later ending is heard before', () => {
  const world = new World();
  world.pass(40 * minute);
  const { wall } = world;
  const facts: PauseFact[] = [
    { type: 'letGo', slot: 'slot:main:early', at: wall - 20 * minute },
    { type: 'took', slot: 'slot:main:late', from: wall - 6 * minute, until: wall - 5 * minute },
  ];
  for (const order of [facts, facts.toReversed()]) {
    const after = heard(world, ...order.map((fact) => [fact]));
    after.send({ type: 'opened', slot: 'slot:main:early' });
    after.send({ type: 'opened', slot: 'slot:main:late' });
    expect(after.pending).toBeNull();
  }
});

test('an interval whose own name is answered already begins when it began, under another name', () => {
  const world = new World();
  world.pass(40 * minute);
  const { wall } = world;
  const facts: PauseFact[] = [
    { type: 'letGo', slot: slotOf(wall, 'main'), at: wall },
    { type: 'rested', slot: 'slot:main:before', from: wall - minute, until: wall },
  ];
  for (const order of [facts, facts.toReversed()]) {
    const after = heard(world, ...order.map((fact) => [fact]));
    expect(after.anchor).toBe(wall);
    after.pass(50 * minute);
    expect(after.shownSlot).toBe(slotOf(wall + 1, 'main'));
  }
});

test('of two quiets that differ only in kind, the same one stands in any order', () => {
  const world = new World();
  const { wall } = world;
  const [length, clock] = (['length', 'clock'] as const).map((by): PauseFact[] => [
    { type: 'quiet', at: wall, until: wall + minute, by },
  ]);
  expect(heard(world, length ?? [], clock ?? []).state.quiet?.by).toBe('length');
  expect(heard(world, clock ?? [], length ?? []).state.quiet?.by).toBe('length');
});

test('an interval is worth a row for what it held when it ended, not for how late the news came', () => {
  const world = new World();
  world.pass(40 * minute);
  const { wall } = world;
  const first = wall - 30 * minute;
  const took = (slot: string, until: number): PauseFact => ({
    type: 'took',
    slot,
    from: first,
    until,
  });
  const facts = [took('slot:main:a', first), took('slot:main:b', first + 10 * second)];
  expect(heard(world, facts).endings).toMatchObject([{ slot: slotOf(world.anchor, 'main') }]);
  expect(heard(world, facts.toReversed()).endings).toHaveLength(1);
});

for (const [situation, setup] of Object.entries(situations)) {
  test(`heard at once ${situation}, facts in any order and twice leave the same state and rows`, () => {
    const world = setup();
    fc.assert(
      fc.property(anyNews(world), ([facts, shuffled]) => {
        const [straight, turned] = [heard(world, facts), heard(world, shuffled)];
        expect(turned.state).toEqual(straight.state);
        expect(turned.ledger).toEqual(straight.ledger);
        expect(turned.visible).toEqual(straight.visible);
        expect(heard(straight, shuffled).state).toEqual(straight.state);
      }),
      { numRuns: 60 },
    );
  });

  test(`heard in pieces ${situation}, facts in any order and twice come to the same`, () => {
    const world = setup();
    fc.assert(
      fc.property(anyNews(world), fc.array(fc.boolean()), ([facts, shuffled], cuts) => {
        const pieces: PauseFact[][] = [[]];
        for (const [index, fact] of shuffled.entries())
          if (cuts[index] === true) pieces.at(-1)?.push(fact);
          else pieces.push([fact]);
        expect(outcome(heard(world, ...pieces), facts)).toEqual(
          outcome(heard(world, facts), facts),
        );
      }),
      { numRuns: 60 },
    );
  });
}
