// @vitest-environment happy-dom
import { expect, test } from 'vitest';

import { givenIn } from '#core/app/given.ts';
import { takenWelcome } from '#core/app/packs.ts';
import { PacksState } from '#core/features/packs/packs.svelte.ts';
import { suggest, type Suggestion } from '#core/features/practices/suggestion.ts';
import { areaFields, parseAreas, welcomeOf } from '#core/features/practices/welcome.ts';

import { testVault } from '../../support/vault.ts';
import { opened } from '../features/packs/opened.svelte.ts';
import { idsOf } from '../features/packs/samples.ts';

const practice = (id: string, title: string, fields: object): object => ({
  ...{ id, kind: 'guided', title, about: 'A minute of looking.', area: 'body', minutes: 1 },
  ...{ steps: [{ k: 'say', text: 'Look around.' }], ...fields },
});
const pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam' },
  practices: [
    practice('a', 'A room', {}),
    practice('b', 'A street', {}),
    practice('c', 'A desk', { area: 'work' }),
    practice('d', 'A wish', { area: 'intimacy' }),
    practice('e', 'A corner', { level: 2 }),
    practice('f', 'An old coat', { area: 'shame' }),
  ],
};

test('Today suggests what was taken from a pack, with the reason, and of it nothing of level 2, of an area that is off, or of a pack that went', async () => {
  const vault = await testVault();
  expect(await givenIn(vault)).toEqual([]);
  const packs = new PacksState(vault);
  const checked = await opened(pack);
  await packs.take(checked, idsOf(checked));
  const given = await givenIn(vault);
  expect(given).toHaveLength(6);

  const welcome = parseAreas(areaFields('work', false));
  const suggestions = [0, 1].flatMap((day) => {
    const found: Suggestion[] = [];
    for (;;) {
      const next = suggest({
        ...{ practices: welcomeOf(given, welcome), runs: [], favourites: [], minute: 600 },
        ...{ given: new Set(given.map(({ id }) => id)), day, random: 0.5 },
        passed: found.map((each) => each.practice.id),
      });
      if (!next) return found;
      found.push(next);
    }
  });
  expect(suggestions.map((each) => each.practice.title).sort()).toEqual(['A room', 'A street']);
  expect(new Set(suggestions.map(({ reason }) => reason.type))).toEqual(new Set(['given']));

  await packs.remove(checked.name);
  expect(await givenIn(vault)).toEqual([]);
});

test('of an area that is off nothing that was taken is listed or can be changed, and with the area it is there again', async () => {
  const packs = new PacksState(await testVault());
  const checked = await opened(pack);
  await packs.take(checked, idsOf(checked));
  const taken = await packs.read();
  const titles = (fields: Record<string, boolean>): string[] =>
    takenWelcome(taken, parseAreas(fields)).practices.map((each) => each.practice.title);
  expect(titles({})).toEqual(['A room', 'A street', 'A desk', 'A corner', 'An old coat']);
  expect(titles({ ...areaFields('intimacy', true), ...areaFields('shame', false) })).toEqual([
    ...['A room', 'A street', 'A desk', 'A wish', 'A corner'],
  ]);
});
