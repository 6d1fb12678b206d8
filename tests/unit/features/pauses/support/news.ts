/** Whatever another shell can say, for laws that hold for any of it. */
import fc from 'fast-check';

import { slotOf } from '#core/features/pauses/engine-state.ts';
import { type PauseFact } from '#core/features/pauses/events.ts';
import { dayOf } from '#core/kernel/civil-time.ts';
import { minute, type World } from './world.ts';

function anyFact(world: World): fc.Arbitrary<PauseFact> {
  const { wall } = world;
  const { anchor, pending } = world;
  const instant = fc.integer({ min: -60, max: 2 }).map((minutes) => wall + minutes * minute);
  const slot = fc.oneof(
    instant.map((at) => slotOf(at, 'main')),
    fc.constantFrom(
      'slot:main:a',
      'slot:main:b',
      slotOf(anchor, 'main'),
      pending?.slot ?? 'slot:own:a',
    ),
  );
  const length = fc.integer({ min: 0, max: 40 }).map((minutes) => minutes * minute);
  return fc
    .record({
      type: fc.constantFrom(
        ...([
          'took',
          'rested',
          'letGo',
          'notToday',
          'snoozed',
          'quiet',
          'call',
          'seen',
          'anchor',
        ] as const),
      ),
      by: fc.constantFrom('length', 'clock'),
      what: fc.constantFrom('meeting', 'sharing'),
      ...{ slot, at: instant, length },
    })
    .map(({ type, slot, at, length, by, what }): PauseFact => {
      if (type === 'took' || type === 'rested') return { type, slot, from: at - length, until: at };
      if (type === 'letGo') return { type, slot, at };
      if (type === 'notToday') return { type, slot, at, day: dayOf(at, world.zone) };
      if (type === 'call') return { type, at, until: at + length };
      if (type === 'seen') return { type, what, at, until: at + length };
      if (type === 'anchor') return { type, anchor: 'woke', at: at - length, told: at };
      if (type === 'snoozed') return { type, slot, at, until: at + length };
      return { type, at, until: at + length, by };
    });
}

/** Some facts, and the same ones twice over in another order. */
export const anyNews = (world: World): fc.Arbitrary<[PauseFact[], PauseFact[]]> =>
  fc.array(anyFact(world), { maxLength: 6 }).chain((facts) => {
    const twice = [...facts, ...facts];
    const whole = { minLength: twice.length, maxLength: twice.length };
    return fc.tuple(fc.constant(facts), fc.shuffledSubarray(twice, whole));
  });
