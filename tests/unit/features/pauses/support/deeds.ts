/** Whole lists of prompts and of things that happen at a desk, for laws that hold for any of them. */
import fc from 'fast-check';

import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { hour, minute, prompt, second, type World } from './world.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Intervals, clock times, random times and anchors in turn. */
export const manyPrompts = (count: number): Prompt[] =>
  Array.from({ length: count }, (_, index): Prompt => {
    const cadences: readonly Prompt['cadence'][] = [
      { type: 'active', everyMinutes: 50 + (index % 190) },
      { type: 'clock', times: [(index * 37) % 480], days: everyDay },
      { type: 'random', count: 3, from: 720, until: 1200, gapMinutes: 60, days: everyDay },
      { type: 'anchor', anchor: 'ate', offsetMinutes: index },
    ];
    return prompt(`p${index}`, cadences[index % 4] ?? defaultPrompt.cadence);
  });

/** Something small that happens at a desk. */
const deeds: readonly ((world: World, chance: number) => void)[] = [
  (world, chance) => {
    world.pass(chance * 20 * minute);
  },
  (world, chance) => {
    world.pass(chance * 70 * minute);
  },
  (world, chance) => {
    world.advance(chance * 20 * second);
    world.input();
  },
  (world) => {
    if (world.visible.size > 0) world.take();
  },
  (world) => {
    world.send({ type: 'snoozed' });
  },
  (world) => {
    world.send({ type: 'notNow' });
  },
  (world, chance) => {
    world.walkAway(chance * 20 * minute);
  },
  (world) => {
    world.lock();
  },
  (world) => {
    world.input();
  },
  (world, chance) => {
    world.see(
      [{ meeting: true }, { fullscreen: true }, { typedAt: world.wall }, null][(chance * 4) | 0] ??
        null,
    );
  },
  (world, chance) => {
    world.send({ type: 'quiet', until: world.wall + chance * hour });
  },
  (world, chance) => {
    world.send({ type: 'call', until: world.wall + chance * hour });
  },
  (world) => {
    world.send({ type: 'pauseNow' });
  },
];

/** Up to 25 of them, each with a chance of its own. */
export const someDeeds: fc.Arbitrary<((world: World) => void)[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...deeds), fc.double({ min: 0, max: 0.999, noNaN: true }))
    .map(([deed, chance]) => (world: World) => {
      deed(world, chance);
    }),
  { maxLength: 25 },
);
