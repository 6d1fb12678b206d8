import fc from 'fast-check';
import { expect, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { EntryEditing } from '#core/features/journal/entry-editing.svelte.ts';
import { movedCaret } from '#core/features/journal/caret.ts';
import { createYjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';
import { testVault } from '../../../support/vault.ts';

const id = 'entry:1';
const fields = { at: 5, zone: 'UTC', day: '2026-11-22', created: 5, source: 'note', shell: 'pwa' };
const dayStart = (): number => 4;

/** An entry open in two windows, each with its own author of bodies. */
async function setupWindows(text: string): Promise<[EntryEditing, EntryEditing, Vault]> {
  const vault = await testVault();
  await vault.write({ id, kind: 'entry', fields, text });
  const bodies = createYjsBodies();
  const other = await Vault.open({
    name: vault.db.name,
    random: systemRandom,
    wall: () => 2_000_000,
    writing: () => Promise.resolve(writing),
    bodies: () => Promise.resolve(bodies),
  });
  const editors = [vault, other].map((each) => new EntryEditing(each, id, { dayStart }));
  const [here, there] = editors;
  if (!here || !there) throw new Error('no editors');
  await Promise.all([here.follow(), there.follow()]);
  return [here, there, vault];
}

const textOf = async (vault: Vault): Promise<string> => (await vault.read(id))?.text ?? '';

test('what another window added while this one was typing is kept, and then shown', async () => {
  const [here, there, vault] = await setupWindows('tea and rain');
  here.edit({ text: 'tea and rain again' });
  there.edit({ text: 'green tea and rain' });
  await there.flush();
  expect(here.value.text).toBe('tea and rain again');
  await here.flush();
  expect(await textOf(vault)).toBe('green tea and rain again');
  expect(here.value.text).toBe('green tea and rain again');
  await there.follow();
  expect(there.value.text).toBe('green tea and rain again');
});

test('an editor with nothing unsaved follows the entry', async () => {
  const [here, there] = await setupWindows('tea');
  there.edit({ text: 'tea and rain', title: 'Out', feelings: ['calm'], tags: ['home'] });
  await there.flush();
  await here.follow();
  expect(here.value).toMatchObject({
    text: 'tea and rain',
    title: 'Out',
    feelings: ['calm'],
    tags: ['home'],
  });
  expect(here.edited).toBe(false);
});

test('an edit of one field leaves another window’s edit of another alone', async () => {
  const [here, there, vault] = await setupWindows('tea');
  there.edit({ title: 'Theirs' });
  here.edit({ feelings: ['calm'] });
  await Promise.all([there.flush(), here.flush()]);
  expect((await vault.read(id))?.fields).toMatchObject({ title: 'Theirs', 'feeling.calm': true });
});

test('saving without a difference writes nothing', async () => {
  const [here, , vault] = await setupWindows('tea');
  const before = await vault.db.currentVersion();
  here.edit({ text: 'tea ' });
  await here.flush();
  expect(here.kept).toBe(true);
  expect(here.value.text).toBe('tea ');
  expect(await vault.db.currentVersion()).toBe(before);
});

test('an entry put away elsewhere says so, unless there are unsaved words: they bring it back', async () => {
  const [here, there, vault] = await setupWindows('tea');
  here.edit({ text: 'tea and more' });
  await vault.write({ id, kind: 'entry', fate: 'forget' });
  await there.follow();
  expect(there.standing).toBe('away');
  await here.follow();
  expect(here.standing).toBe('here');
  await here.flush();
  expect(await vault.read(id)).toMatchObject({ alive: true, text: 'tea and more' });
});

test('unsaved words for an entry erased elsewhere come back with its day and time', async () => {
  const [here, there, vault] = await setupWindows('tea');
  here.edit({ text: 'tea and more', feelings: ['calm'] });
  await vault.write({ id, kind: 'entry', fate: 'erase' });
  await there.follow();
  expect(there.standing).toBe('nowhere');
  await here.flush();
  expect(await vault.read(id)).toMatchObject({
    alive: true,
    text: 'tea and more',
    fields: { ...fields, 'feeling.calm': true },
  });
});

test('words that could not be saved stay, and the next try saves them', async () => {
  const vault = await testVault();
  await vault.write({ id, kind: 'entry', fields, text: 'tea' });
  const heard: boolean[] = [];
  const editing = new EntryEditing(vault, id, { dayStart, heard: ({ ok }) => heard.push(ok) });
  await editing.follow();
  const refuse = (): never => {
    throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
  };
  vault.db.rec.hook('updating', refuse);
  editing.edit({ text: 'tea and rain' });
  await editing.flush();
  expect([editing.kept, editing.value.text, await textOf(vault)]).toEqual([
    false,
    'tea and rain',
    'tea',
  ]);
  vault.db.rec.hook('updating').unsubscribe(refuse);
  await editing.flush();
  expect([editing.kept, await textOf(vault)]).toEqual([true, 'tea and rain']);
  expect(heard).toEqual([false, true]);
});

test('two windows typing in turns and at once lose no word and double none', async () => {
  const step = fc.record({
    who: fc.boolean(),
    at: fc.nat(9),
    then: fc.constantFrom('nothing', 'save', 'look'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const [here, there, vault] = await setupWindows('one two three');
      for (const [count, { who, at, then }] of steps.entries()) {
        const editor = who ? here : there;
        const words = editor.value.text.split(/\s+/);
        editor.edit({ text: words.toSpliced(at, 0, `w${count}`).join(' ') });
        if (then === 'save') await editor.flush();
        if (then === 'look') await (who ? there : here).follow();
      }
      await Promise.all([here.flush(), there.flush()]);
      await Promise.all([here.follow(), there.follow()]);
      const expected = ['one', 'two', 'three', ...steps.map((_, count) => `w${count}`)];
      expect((await textOf(vault)).split(/\s+/).toSorted()).toEqual(expected.toSorted());
      expect([here.value.text, there.value.text]).toEqual(
        Array.from({ length: 2 }, () => here.value.text),
      );
      vault.close();
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['words before it', 'tea rain', 'green tea rain', 3, 9],
  ['words after it', 'tea rain', 'tea rain today', 3, 3],
  ['everything', 'tea', 'rain', 2, 0],
])('the caret stays beside its word when %s change', (_, before, after, caret, next) => {
  expect(movedCaret(before, after, caret)).toBe(next);
});
