import fc from 'fast-check';
import { expect, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { createYjsBodies, yjsBodies } from '#core/vault/body-text.ts';
import { editDraft, readDraft } from '#core/vault/draft-box.ts';
import type { Vault } from '#core/vault/vault.ts';
import { Vault as OpenVault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';
import { testVault } from '../../support/vault.ts';

const entry = { id: 'e1', kind: 'entry' };

async function baseOf(vault: Vault): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await vault.db.rec.get('e1');
  return row && (await vault.openRec(row))?.body;
}

/** As another window or shell: its own author of bodies. */
const otherWindow = (vault: Vault): Promise<Vault> => {
  const bodies = createYjsBodies();
  return OpenVault.open({
    name: vault.db.name,
    random: systemRandom,
    wall: () => 2_000_000,
    writing: () => Promise.resolve(writing),
    bodies: () => Promise.resolve(bodies),
  });
};

test('words written on an older state take nothing away from those written since', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'tea and rain' });
  const base = await baseOf(vault);
  await (await otherWindow(vault)).write({ ...entry, text: 'green tea and rain' });
  await vault.write({ ...entry, body: yjsBodies.write(base, 'tea and rain again').body });
  expect((await vault.read('e1'))?.text).toBe('green tea and rain again');
});

test('of two windows writing on one state, no word is lost, whatever they insert and drop', async () => {
  const edit = fc.array(fc.tuple(fc.boolean(), fc.nat(9)), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(7),
      fc.array(edit, { maxLength: 3 }),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      async (length, theirs, mine) => {
        const vault = await testVault();
        const other = await otherWindow(vault);
        const start = Array.from({ length }, (_, at) => `w${at}`);
        await vault.write({ ...entry, text: start.join(' ') });
        const base = await baseOf(vault);
        const bodies = createYjsBodies();

        const typed = (saves: typeof mine, name: string): string[][] => {
          let [words, count] = [start, 0];
          return saves.map((steps) => {
            for (const [add, at] of steps)
              words = add ? words.toSpliced(at, 0, `${name}${count++}`) : words.toSpliced(at, 1);
            return words;
          });
        };
        const [here, there] = [typed(mine, 'm'), typed(theirs, 't')];
        for (const words of there) await other.write({ ...entry, text: words.join(' ') });
        let body = base;
        for (const words of here) {
          body = bodies.write(body, words.join(' ')).body;
          await vault.write({ ...entry, body });
        }

        const last = (saves: string[][]): string[] => saves.at(-1) ?? start;
        const expected = new Set([...last(here), ...last(there)]);
        for (const word of start)
          if (!last(here).includes(word) || !last(there).includes(word)) expected.delete(word);
        const words = (await vault.read('e1'))?.text.split(/\s+/).filter(Boolean) ?? [];
        expect(words.toSorted()).toEqual([...expected].toSorted());
        vault.close();
        other.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('the same words joined twice stand there once', async () => {
  const vault = await testVault();
  const { body } = yjsBodies.write(undefined, 'only once');
  await vault.write({ ...entry, body });
  await vault.write({ ...entry, body });
  expect((await vault.read('e1'))?.text).toBe('only once');
});

test('words for an entry that was erased meanwhile bring it back, fields and all', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, fields: { day: '2026-11-22' }, text: 'one' });
  const base = await baseOf(vault);
  await vault.write({ ...entry, fate: 'erase' });
  await vault.write({
    ...entry,
    body: yjsBodies.write(base, 'one two').body,
    fields: { day: '2026-11-22' },
  });
  expect(await vault.read('e1')).toMatchObject({
    alive: true,
    text: 'one two',
    fields: { day: '2026-11-22' },
  });
});

test('a draft is cleared with the write that keeps it, and stands when that write does not go through', async () => {
  const vault = await testVault();
  await editDraft(vault, 'note', () => 'half a thought');
  const refuse = (): never => {
    throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
  };
  vault.db.rec.hook('creating', refuse);
  await vault.write({ ...entry, text: 'half a thought', draft: 'note' });
  expect(await readDraft(vault, 'note')).toBe('half a thought');

  vault.db.rec.hook('creating').unsubscribe(refuse);
  await vault.write({ ...entry, text: 'half a thought', draft: 'note' });
  expect(await readDraft(vault, 'note')).toBe('');
  expect((await vault.read('e1'))?.text).toBe('half a thought');
});
