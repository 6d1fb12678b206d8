import { expect, test } from 'vitest';

import { hour, minute, World } from './support/world.ts';

test('a pause is offered after the chosen active minutes, and again after the pause was taken', () => {
  const world = new World();
  const start = world.wall;
  world.onOffer = 'take';
  world.pass(2 * hour);

  expect(world.offers.map(({ at }) => (at - start) / minute)).toEqual([50, 101]);
  expect(world.endings.map(({ verdict }) => verdict)).toEqual(['taken', 'taken']);
});
