// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

import { copyOf } from '#core/app/save-copy.ts';
import { englishLibrary } from '#core/content/en/library.ts';
import { parsePlan, planKind, type Plan } from '#core/features/help/plan.ts';
import { PacksState } from '#core/features/packs/packs.svelte.ts';
import { lineStanding, practiceStanding } from '#core/features/packs/standing.ts';
import { takenOfPack } from '#core/features/packs/taken.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../support/vault.ts';
import { opened, setupPacks } from './opened.svelte.ts';
import { idsOf, samples } from './samples.ts';

const rowsIn = async (vault: Vault): Promise<string[]> =>
  (await vault.db.rec.toArray()).map(({ id, lv }) => `${id} ${lv}`).sort();

test('what was chosen is taken and played under a name that tells nothing; what was not is not there', async () => {
  const vault = await testVault();
  const { packs, decks, taken } = setupPacks(vault);
  const talk = await opened(samples.talk);
  expect(await packs.take(talk, new Set(['feet-first', 'both']))).toMatchObject({ ok: true });
  await vi.waitFor(() => {
    expect(taken().packs).toMatchObject([{ title: 'Before a hard talk', by: 'Dr Ines Sample' }]);
    expect(taken().practices.map(({ practice }) => practice.title)).toEqual(['Feet first']);
  });
  const [item] = taken().practices;
  expect(item?.practice).toMatchObject({ level: 1, next: [], rows: [] });
  expect(item?.practice.id).toMatch(/^pack-[\w-]{12}$/);
  expect(decks.deck('warmth').filter(({ own }) => own)).toMatchObject([
    {
      text: 'Two things can be true at once, and I can hold both.',
      ...{ level: 1, by: 'Dr Ines Sample' },
    },
  ]);
  expect(decks.deck('boundary').filter(({ own }) => own)).toEqual([]);
});

test('practices of one pack lead to each other by the names that they have here', async () => {
  const { packs, taken } = setupPacks(await testVault());
  const talk = await opened(samples.talk);
  await packs.take(talk, idsOf(talk));
  await vi.waitFor(() => {
    expect(taken().practices).toHaveLength(2);
  });
  const [walk, card] = taken().practices.map(({ practice }) => practice);
  expect(walk?.next).toEqual([card?.id]);
  expect(card?.next).toEqual([walk?.id]);
});

test('taking the same pack again writes the very same records, on every device', async () => {
  const [one, other] = [await testVault(), await testVault()];
  const talk = await opened(samples.talk);
  const contents = async (vault: Vault) =>
    (await vault.openRows(await vault.db.rec.toArray()))
      .map(({ id, fields }) => ({ id, fields }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const vault of [one, other]) await new PacksState(vault).take(talk, idsOf(talk));
  const once = await contents(one);
  await new PacksState(one).take(await opened(samples.talk), idsOf(talk));
  expect(await contents(one)).toEqual(once);
  expect(await contents(other)).toEqual(once);
});

const rewritten = (): object => ({
  ...samples.talk,
  edition: 2,
  lines: samples.talk.lines.map((line) => ({
    ...line,
    text: line.text.replace(/(\W)$/, ', now$1'),
  })),
  practices: samples.talk.practices.map((practice) => ({
    ...practice,
    aftercare: 'Rest a while.',
  })),
});

test('a newer edition shows what changed, and replaces all but what the person has changed', async () => {
  const vault = await testVault();
  const { packs, decks, taken } = setupPacks(vault);
  const talk = await opened(samples.talk);
  await packs.take(talk, idsOf(talk));
  await vi.waitFor(() => {
    expect(taken().practices).toHaveLength(2);
  });
  const [walk] = taken().practices;
  if (!walk) throw new Error('nothing was taken');
  await packs.edit(walk.id, { ...walk.made, title: 'My feet first' });
  const [line] = taken().lines.filter(({ item }) => item === 'both');
  await new DecksState(vault, new Ahead(vault), englishLibrary).change(
    'warmth',
    line?.id.slice('line:'.length) ?? '',
    {
      text: 'Both are true.',
    },
  );
  await vi.waitFor(() => {
    expect(taken().practices[0]?.practice.title).toBe('My feet first');
    expect(taken().lines.find(({ item }) => item === 'both')?.text).toBe('Both are true.');
    // Reworded, it is theirs.
    expect(decks.deck('warmth').find(({ own }) => own)).not.toHaveProperty('by');
  });

  const next = await opened(rewritten());
  const before = takenOfPack(taken(), next.name);
  expect(next.pack.practices?.map((each) => practiceStanding(each, before))).toEqual([
    'mine',
    'changed',
  ]);
  expect(next.pack.lines?.map((each) => lineStanding(each, before))).toEqual([
    'changed',
    'mine',
    'changed',
  ]);
  await packs.take(next, idsOf(next));
  await vi.waitFor(() => {
    expect(taken().packs[0]?.edition).toBe(2);
  });
  expect(taken().practices.map(({ practice }) => [practice.title, practice.aftercare])).toEqual([
    ['My feet first', 'Talks can stop and go on another day.'],
    ['Why it races', 'Rest a while.'],
  ]);
  expect(
    taken()
      .lines.map(({ text }) => text)
      .sort(),
  ).toEqual([
    'Both are true.',
    'I would like to answer that tomorrow, when I have slept, now.',
    'What is the small wish under the big feeling, now?',
  ]);
});

test('removing takes away what was taken and leaves what the person changed; undoing brings it back', async () => {
  const vault = await testVault();
  const { packs, taken } = setupPacks(vault);
  const talk = await opened(samples.talk);
  await packs.take(talk, idsOf(talk));
  await vi.waitFor(() => {
    expect(taken().practices).toHaveLength(2);
  });
  const [walk] = taken().practices;
  if (!walk) throw new Error('nothing was taken');
  await packs.edit(walk.id, { ...walk.made, title: 'My feet first' });
  const removed = await packs.remove(talk.name);
  await vi.waitFor(() => {
    expect(taken().packs).toEqual([]);
  });
  expect(taken().practices.map(({ practice }) => practice.title)).toEqual(['My feet first']);
  expect(taken().lines.filter(({ gone }) => !gone)).toEqual([]);
  if (!removed.ok) throw new Error('not removed');
  await removed.value();
  await vi.waitFor(() => {
    expect(taken().practices.map(({ practice }) => practice.title)).toEqual([
      'My feet first',
      'Why it races',
    ]);
  });
  expect(taken().lines.map(({ text }) => text)).toContain(
    'Two things can be true at once, and I can hold both.',
  );
});

test('lines for the plan stand in the person’s own plan; a changed one stays when the pack goes', async () => {
  const vault = await testVault();
  const { packs, taken } = setupPacks(vault);
  const talk = await opened(samples.talk);
  await packs.take(talk, new Set(['window', 'counter']));
  const plan = async (): Promise<Plan> =>
    parsePlan(await vault.openRows(await vault.db.rec.toArray()));
  expect((await plan()).notes.map(({ part, text }) => [part, text])).toEqual([
    ['alone', 'Open the window and feel the air on your face.'],
    ['places', 'The café by the station, at the counter.'],
  ]);
  const [note] = (await plan()).notes;
  await vault.write({ id: note?.id ?? '', kind: planKind, text: 'Open a window.' });
  await packs.take(talk, new Set(['window']));
  await vi.waitFor(() => {
    expect(taken().notes.map(({ text }) => text)).toContain('Open a window.');
  });
  const removed = await packs.remove(talk.name);
  expect((await plan()).notes.map(({ text }) => text)).toEqual(['Open a window.']);
  if (removed.ok) await removed.value();
  expect((await plan()).notes).toHaveLength(2);
});

test('a pack that was removed can be taken again', async () => {
  const { packs, taken } = setupPacks(await testVault());
  const talk = await opened(samples.talk);
  await packs.take(talk, idsOf(talk));
  await packs.remove(talk.name);
  await packs.take(talk, idsOf(talk));
  await vi.waitFor(() => {
    expect(taken().practices).toHaveLength(2);
    expect(taken().lines.filter(({ gone }) => !gone)).toHaveLength(3);
  });
});

test('a practice about shame is in no usual copy of what lies on this device', async () => {
  const vault = await testVault();
  const practices = samples.evening.practices.map((each) => ({ ...each, area: 'shame' }));
  const evening = await opened({ ...samples.evening, practices });
  await new PacksState(vault).take(evening, idsOf(evening));
  const { copy, leftOut } = await copyOf(vault, 0, false);
  expect(leftOut).toBe(practices.length);
  expect(copy).not.toContain('Put it down');
});

test('a vault that cannot be written takes nothing of a pack', async () => {
  const vault = await testVault();
  const talk = await opened(samples.talk);
  Object.assign(vault, { readOnly: true });
  expect(await new PacksState(vault).take(talk, idsOf(talk))).toEqual({
    ok: false,
    error: { type: 'ReadOnly' },
  });
  expect(await rowsIn(vault)).toEqual([]);
});
