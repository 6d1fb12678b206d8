/** Worlds with several prompts, and what came when in them. */
import { World } from './world.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
export const clock = (...times: number[]): { type: 'clock'; times: number[]; days: number[] } => ({
  type: 'clock',
  times,
  days: everyDay,
});
export const localTimes = (world: World): string[] =>
  world.offers.map(({ at }) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(world.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
  );
export const slotsOf = (world: World): string[] => world.offers.map(({ slot }) => slot);

/** Every offer is taken at once. */
export function taking(...made: ConstructorParameters<typeof World>): World {
  const world = new World(...made);
  world.onOffer = 'take';
  return world;
}
