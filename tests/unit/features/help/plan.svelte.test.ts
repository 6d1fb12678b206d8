import { expect, test } from 'vitest';

import { parsePlan, type Person, type PersonLine, type Plan } from '#core/features/help/plan.ts';
import { PlanChanges, planViews } from '#core/features/help/plan.svelte.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { rowsOf } from '#core/vault/rows-of.ts';
import type { Vault } from '#core/vault/vault.ts';

import { MemoryRelay } from '../../../support/memory-relay.ts';
import { testVault } from '../../../support/vault.ts';

const planIn = async (vault: Vault): Promise<Plan> =>
  parsePlan(await vault.openRows(await rowsOf(vault.db, planViews)));

/** A device with its plan and a pen. */
async function setupDevice(seed?: Vault) {
  const vault = await testVault(undefined, Date.now);
  if (seed) await adoptSeed(vault, seed.seed);
  const changes = new PlanChanges(vault, new Ahead(vault), ({ ok }) => ok);
  const type = async (id: string, before: string, words: string): Promise<void> => {
    const editing = changes.edit({ id, text: before });
    editing.edit(words);
    await editing.flush();
  };
  return {
    vault,
    changes,
    type,
    plan: () => planIn(vault),
    note: async (part: 'alone' | 'safer', text: string): Promise<string> => {
      const id = (await changes.addNote(await planIn(vault), part)) ?? '';
      await type(id, '', text);
      return id;
    },
    person: async (change: Partial<Record<PersonLine, string>>): Promise<Person> => {
      const id = await changes.addPerson(await planIn(vault), 'ask');
      const added = (await planIn(vault)).people.find((person) => person.id === id);
      if (!added) throw new Error('Nobody was added.');
      const editing = changes.editPerson(added);
      editing.edit(change);
      await editing.flush();
      return added;
    },
    change: async (person: Person, change: Partial<Record<PersonLine, string>>): Promise<void> => {
      const editing = changes.editPerson(person);
      editing.edit(change);
      await editing.flush();
    },
  };
}

type Device = Awaited<ReturnType<typeof setupDevice>>;

async function setupTwo(): Promise<{ one: Device; two: Device; meet: () => Promise<void> }> {
  const one = await setupDevice();
  const two = await setupDevice(one.vault);
  let count = 0;
  const relay = new MemoryRelay(() => `token${++count}`, 100);
  const sync = ({ vault }: Device): Promise<unknown> => {
    const store = createVaultStore(vault.db, vault.keys.vault);
    const context = { keys: vault.keys, bodies: yjsBodies, random: systemRandom, wall: Date.now };
    return syncRound(relay.peer(), store, context);
  };
  return {
    one,
    two,
    meet: async () => {
      for (const device of [one, two, one]) await sync(device);
    },
  };
}

test('two devices write on one plan apart, and every word, person, step and place of both is in it', async () => {
  const { one, two, meet } = await setupTwo();
  const tea = await one.note('alone', 'a cup of tea');
  const rain = await one.note('alone', 'rain on the window');
  const song = await one.note('alone', 'the slow song');
  const jo = await one.person({ name: 'Jo', reach: '555' });
  await meet();
  expect(await two.plan()).toEqual(await one.plan());

  // Apart.
  await one.type(tea, 'a cup of tea', 'a big cup of tea');
  await two.type(tea, 'a cup of tea', 'a cup of tea, slowly');
  await one.note('safer', 'keys with Jo');
  await two.note('safer', 'the shed is locked');
  await one.changes.move((await one.plan()).notes, song, -1);
  await two.changes.move((await two.plan()).notes, tea, 1);
  await one.change(jo, { reach: '555 2' });
  await two.change(jo, { hours: 'after six' });
  await one.changes.setStep(jo.id, 'company', true);
  await two.changes.setStep(jo.id, 'professionals', true);
  // Removed here, and gone on with there.
  await one.changes.forget(rain);
  await one.changes.eraseRemoved();
  await two.type(rain, 'rain on the window', 'rain on the window at night');

  await meet();
  const plan = await one.plan();
  expect(await two.plan()).toEqual(plan);
  const texts = new Set(plan.notes.map(({ text }) => text));
  expect(texts).toContain('a big cup of tea, slowly');
  expect(texts).toContain('keys with Jo');
  expect(texts).toContain('the shed is locked');
  expect([...texts].some((text) => text.includes('at night'))).toBe(true);
  expect(plan.people).toMatchObject([
    {
      ...{ name: 'Jo', reach: '555 2', hours: 'after six' },
      parts: ['company', 'ask', 'professionals'],
    },
  ]);
  const places = plan.notes.map(({ id }) => id);
  expect(places.indexOf(song)).toBeLessThan(places.indexOf(tea));
});

test('what was removed comes back by undo, and leaves no word once it is erased', async () => {
  const { vault, changes, note, plan } = await setupDevice();
  const id = await note('alone', 'a warm bath');
  await changes.forget(id);
  expect((await plan()).notes).toEqual([]);
  await changes.restore(id);
  expect((await plan()).notes).toMatchObject([{ text: 'a warm bath', part: 'alone' }]);
  await changes.forget(id);
  await changes.eraseRemoved();
  await changes.restore(id);
  const items = await vault.openRows(await vault.db.rec.toArray());
  expect(JSON.stringify(items)).not.toContain('bath');
});

test('the plan shows nothing outside the seal but that it is one', async () => {
  const device = await setupDevice();
  await device.note('alone', 'a warm bath');
  await device.person({ name: 'Jo' });
  const rows = await device.vault.db.rec.toArray();
  expect(rows).toHaveLength(2);
  for (const { id, day, kind } of rows) {
    expect(id).toMatch(/^help:[\w-]{16}$/);
    expect([day, kind]).toEqual(['', 'help']);
  }
});

test('what is typed before the record was read here is a change of what the screen showed', async () => {
  const device = await setupDevice();
  const id = await device.note('alone', 'tea and rain');
  const editing = device.changes.edit({ id, text: 'tea and rain' });
  editing.edit('tea and rain again');
  await editing.flush();
  expect((await device.plan()).notes[0]?.text).toBe('tea and rain again');
  expect(editing.text).toBe('tea and rain again');
});
