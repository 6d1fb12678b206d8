// @vitest-environment happy-dom
/** Decks with a title of their own, from the file to the line that is drawn. */
import { expect, test, vi } from 'vitest';

import { allDecks } from '#core/app/packs.ts';
import { copyOf } from '#core/app/save-copy.ts';
import { englishLibrary } from '#core/content/en/library.ts';
import { areas } from '#core/content/practice.ts';
import { packsIn } from '#core/content/packs.ts';
import { emptyDraft, fileOf, withoutDeck } from '#core/features/packs/draft.ts';
import { deckStanding, goneFrom, lineStanding } from '#core/features/packs/standing.ts';
import { takenOfPack, type Taken } from '#core/features/packs/taken.ts';

import { testVault } from '../../../support/vault.ts';
import { check, opened, setupPacks } from './opened.svelte.ts';
import { idsOf } from './samples.ts';

const mum = {
  ...{ id: 'deck-mum', title: 'Before a talk with Mum', about: 'For the minute at the door.' },
  area: 'kindness',
};
const door = { id: 'door', deck: 'deck-mum', text: 'I can leave whenever I like.' };
const tea = { id: 'tea', deck: 'deck-mum', text: 'Tea first, then words.' };
const pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam', decks: [mum], lines: [door, tea] },
};
const drawing = {
  ...{ id: 'a-line', kind: 'guided', title: 'One line', about: 'A line to go with.' },
  ...{ area: 'kindness', minutes: 1, steps: [{ k: 'line', deck: 'deck-mum' }] },
};

const deckIn = (taken: Taken): Taken['decks'][number] => {
  const [deck] = taken.decks;
  if (!deck) throw new Error('no deck was taken');
  return deck;
};

/** The pack, taken whole. */
async function setupTaken(given: object = pack) {
  let now = 1_000_000;
  const vault = await testVault(undefined, () => (now += 1000));
  const setup = setupPacks(vault);
  const checked = await opened(given);
  await setup.packs.take(checked, idsOf(checked));
  await vi.waitFor(() => {
    expect(setup.taken().decks).toHaveLength(1);
  });
  const { id } = deckIn(setup.taken());
  const texts = (): string[] => setup.decks.deck(id).map(({ text }) => text);
  return { ...setup, vault, checked, id, texts };
}

test('a deck stands among the others under its own title and its pack’s name, and its lines are drawn', async () => {
  const { decks, taken, id, texts } = await setupTaken();
  const { deckFrom } = packsIn(['en']).taken;
  expect(allDecks(englishLibrary, taken(), areas, deckFrom).at(-1)).toEqual({
    ...{ id, title: mum.title, about: mum.about, isPrivate: false },
    from: 'From “Small things” by Sam.',
  });
  expect(id).toMatch(/^deck-[\w-]{12}$/);
  expect(texts()).toEqual([door.text, tea.text]);
  const drawn = [await decks.next(id), await decks.next(id)].map((line) => line?.text);
  expect(drawn.toSorted()).toEqual([door.text, tea.text]);
  for (const own of ['worth', 'warmth'] as const)
    expect(decks.deck(own).some((line) => line.own)).toBe(false);
});

test('its lines are hidden, favoured and reworded as others are, and the person’s own stand among them', async () => {
  const { decks, id, texts } = await setupTaken();
  const [first, second] = decks.deck(id);
  await decks.change(id, first?.id ?? '', { hidden: true });
  await decks.change(id, second?.id ?? '', { favourite: true, text: 'Tea, then words.' });
  await decks.add(id, 'My coat stays on.');
  await vi.waitFor(() => {
    expect(texts()).toEqual([door.text, 'Tea, then words.', 'My coat stays on.']);
  });
  expect(decks.deck(id).map(({ hidden, favourite }) => [hidden, favourite])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
  for (let turn = 0; turn < 5; turn++) expect((await decks.next(id))?.text).not.toBe(door.text);
});

test('one line brings its deck along; a pack with nothing of it chosen brings none', async () => {
  const { packs, taken } = setupPacks(await testVault());
  const checked = await opened({ ...pack, practices: [drawing] });
  await packs.take(checked, new Set(['a-line']));
  await vi.waitFor(() => {
    expect(taken().practices).toHaveLength(1);
  });
  expect(taken().decks).toEqual([]);
  // There is something to read, if not of that deck.
  expect(taken().practices[0]?.practice.steps).toMatchObject([{ k: 'line', deck: 'warmth' }]);
  await packs.take(checked, new Set(['tea']));
  await vi.waitFor(() => {
    expect(taken().decks.map(({ title }) => title)).toEqual([mum.title]);
  });
  const { id } = deckIn(taken());
  expect(taken().practices[0]?.practice.steps).toMatchObject([{ k: 'line', deck: id }]);
  expect(taken().lines.map(({ text }) => text)).toEqual([tea.text]);
});

test('a later edition renames a deck and leaves the wording that the person has changed', async () => {
  const { packs, decks, taken, id, texts } = await setupTaken();
  const [first] = decks.deck(id);
  await decks.change(id, first?.id ?? '', { text: 'I can go.' });
  await vi.waitFor(() => {
    expect(taken().lines.map(({ text }) => text)).toContain('I can go.');
  });
  const lines = [door, tea].map((line) => ({ ...line, text: line.text.replace('.', ', today.') }));
  const next = await opened({
    ...{ ...pack, edition: 2, lines },
    decks: [{ ...mum, title: 'Before a call with Mum' }],
  });
  const before = takenOfPack(taken(), next.name);
  const standings = [
    ...(next.pack.decks ?? []).map((deck) => deckStanding(deck, before)),
    ...(next.pack.lines ?? []).map((line) => lineStanding(line, before)),
  ];
  expect(standings).toEqual(['changed', 'mine', 'changed']);
  await packs.take(next, idsOf(next));
  await vi.waitFor(() => {
    expect(taken().decks).toMatchObject([{ id, title: 'Before a call with Mum' }]);
    expect(texts()).toEqual(['I can go.', 'Tea first, then words, today.']);
  });
  const after = takenOfPack(taken(), next.name);
  expect((next.pack.decks ?? []).map((deck) => deckStanding(deck, after))).toEqual(['same']);
  const third = await opened({ ...pack, decks: [], lines: [{ ...tea, deck: 'warmth' }] });
  expect(goneFrom(third.pack, after)).toBe(2);
});

test('a deck that its person calls otherwise keeps that title through a later edition and its pack’s going, and a blank one brings the first back', async () => {
  const { packs, taken, checked, id } = await setupTaken();
  const called = async (title: string): Promise<void> => {
    await vi.waitFor(() => {
      expect(taken().decks.map((deck) => deck.title)).toEqual([title]);
    });
  };
  await packs.rename(deckIn(taken()), '  The door  ');
  await called('The door');
  const same = await opened(pack);
  const standingOf = (made: typeof same): unknown =>
    (made.pack.decks ?? []).map((deck) => deckStanding(deck, takenOfPack(taken(), made.name)));
  expect(standingOf(same)).toEqual(['same']);
  const next = await opened({ ...pack, edition: 2, decks: [{ ...mum, title: 'A call' }] });
  expect(standingOf(next)).toEqual(['mine']);
  await packs.take(next, idsOf(next));
  await vi.waitFor(() => {
    expect(taken().decks).toMatchObject([{ id, made: 'A call', title: 'The door' }]);
  });
  const removed = await packs.remove(checked.name);
  if (removed.ok) await removed.value();
  await called('The door');
  await packs.rename(deckIn(taken()), ' ');
  await called('A call');
});

test('it goes with its pack and comes back with it', async () => {
  const { packs, taken, checked, texts } = await setupTaken();
  const removed = await packs.remove(checked.name);
  await vi.waitFor(() => {
    expect([taken().packs, taken().decks, texts()]).toEqual([[], [], []]);
  });
  if (removed.ok) await removed.value();
  await vi.waitFor(() => {
    expect(taken().decks.map(({ title }) => title)).toEqual([mum.title]);
    expect(texts()).toEqual([door.text, tea.text]);
  });
});

test.each(['a reworded line', 'a line of their own'])(
  '%s keeps its deck when the pack goes, until it goes itself',
  async (what) => {
    const { packs, decks, taken, checked, id, texts } = await setupTaken();
    const [first] = decks.deck(id);
    const theirs = 'I can go.';
    await (what === 'a reworded line'
      ? decks.change(id, first?.id ?? '', { text: theirs })
      : decks.add(id, theirs));
    await packs.remove(checked.name);
    await vi.waitFor(() => {
      expect(taken().packs).toEqual([]);
      expect(texts()).toEqual([theirs]);
    });
    expect(taken().decks.map(({ title }) => title)).toEqual([mum.title]);
    const line = decks.deck(id).find(({ text }) => text === theirs);
    await decks.change(id, line?.id ?? '', { text: '' });
    await vi.waitFor(() => {
      expect(taken().decks).toEqual([]);
    });
  },
);

test('of a closed deck nothing is in a usual copy, what the person wrote in it and what a later edition closes included', async () => {
  const { vault, packs, decks, taken, id, texts } = await setupTaken();
  await decks.add(id, 'My coat stays on.');
  await vi.waitFor(() => {
    expect(texts()).toHaveLength(3);
  });
  expect((await copyOf(vault, 0, false)).copy).toContain('My coat stays on.');
  const closed = await opened({ ...pack, edition: 2, decks: [{ ...mum, level: 2 }] });
  await packs.take(closed, new Set(['deck-mum']));
  await vi.waitFor(() => {
    expect(taken().decks).toMatchObject([{ level: 2 }]);
  });
  await decks.add(id, 'And my shoes.', true);
  const { copy } = await copyOf(vault, 0, false);
  for (const text of [mum.title, door.text, tea.text, 'My coat stays on.', 'And my shoes.'])
    expect(copy).not.toContain(text);
});

test('a deck of an area that is off is not among the others', async () => {
  const { taken } = await setupTaken({ ...pack, decks: [{ ...mum, area: 'shame' }] });
  const titles = (welcome: typeof areas | readonly ['body']): string[] =>
    allDecks(englishLibrary, taken(), welcome, () => '').map(({ title }) => title);
  expect(titles(areas)).toContain(mum.title);
  expect(titles(['body'])).not.toContain(mum.title);
});

test('taking it again writes the same, and two devices call it the same', async () => {
  const [one, other] = [await setupTaken(), await setupTaken()];
  expect(one.id).toBe(other.id);
  const contents = async (): Promise<unknown> =>
    (await one.vault.openRows(await one.vault.db.rec.toArray())).map(({ fields }) => fields);
  const before = await contents();
  await one.packs.take(one.checked, idsOf(one.checked));
  expect(await contents()).toEqual(before);
});

test('a deck that is written here is a deck of a pack, and goes with its lines', async () => {
  const draft = {
    ...{ ...emptyDraft('a-pack-of-mine'), name: 'Small things', by: 'Sam' },
    decks: [{ id: 'deck-1', title: ' Mum ', about: ' ', area: 'kindness' }],
    lines: [
      { id: 'one', deck: 'deck-1', text: tea.text },
      { id: 'two', deck: 'warmth', text: 'Rest is allowed.' },
    ],
  } as const;
  expect(await check(fileOf(draft))).toMatchObject({
    ok: true,
    value: { leftOut: 0, pack: { decks: [{ id: 'deck-1', title: 'Mum', area: 'kindness' }] } },
  });
  expect(withoutDeck(draft, 'deck-1')).toMatchObject({ decks: [], lines: [{ id: 'two' }] });
});
