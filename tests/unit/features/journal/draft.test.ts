import { expect, test, vi } from 'vitest';

import { DraftState } from '#core/features/journal/draft.svelte.ts';
import { JournalState } from '#core/features/journal/journal.svelte.ts';
import { parseWritten, type Written } from '#core/features/journal/written.ts';
import * as draftBox from '#core/vault/draft-box.ts';
import type { Vault } from '#core/vault/vault.ts';
import { testVault } from '../../../support/vault.ts';

const kept = async (vault: Vault): Promise<string> =>
  parseWritten(await draftBox.readDraft(vault, 'note')).text;

/** The time of day stands still but for `advance`; promises and the database go on. */
function setupTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

const keeping =
  (vault: Vault, journal = new JournalState(vault, { shell: 'pwa', dayStart: () => 4 })) =>
  async ({ text }: Written): Promise<boolean> =>
    (await journal.add(text, { at: 5, zone: 'UTC' }, 'note', 'note')).ok;

test('typing without a pause loses at most the last second in a crash', async () => {
  const vault = await testVault();
  setupTimers();
  const draft = new DraftState(vault, 'note');
  // A letter every 100 ms for five seconds: never 800 ms of quiet.
  for (let at = 0; at < 50; at++) {
    draft.edit({ text: 'x'.repeat(at + 1) });
    await vi.advanceTimersByTimeAsync(100);
  }
  vi.useRealTimers();
  await vi.waitFor(async () => {
    expect((await kept(vault)).length).toBeGreaterThanOrEqual(40);
  });
});

test('a pause of 800 ms keeps what was typed', async () => {
  const vault = await testVault();
  setupTimers();
  const draft = new DraftState(vault, 'note');
  draft.edit({ text: 'half a thought', feelings: ['tense'] });
  await vi.advanceTimersByTimeAsync(799);
  expect(await vault.db.draft.count()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  vi.useRealTimers();
  await draft.flush();
  const next = new DraftState(vault, 'note');
  await next.follow();
  expect(next.value).toMatchObject({ text: 'half a thought', feelings: ['tense'] });
});

test('what is kept is an entry and no longer a draft, even if a save was on its way', async () => {
  const vault = await testVault();
  const draft = new DraftState(vault, 'note');
  draft.edit({ text: 'tea' });
  void draft.flush();
  draft.edit({ text: 'tea and rain' });
  expect(await draft.handOver(keeping(vault))).toBe(true);
  await draft.flush();
  expect(draft.value.text).toBe('');
  expect(await vault.db.draft.count()).toBe(0);
  const rows = await vault.db.rec
    .where('[kind+day]')
    .between(['entry', ''], ['entry', '~'])
    .toArray();
  expect((await vault.openRows(rows)).map(({ text }) => text)).toEqual(['tea and rain']);
});

test('words that could not be kept stay, on the screen and as a draft', async () => {
  const vault = await testVault();
  const draft = new DraftState(vault, 'note');
  draft.edit({ text: 'tea' });
  expect(await draft.handOver(() => Promise.resolve(false))).toBe(false);
  expect(draft.value.text).toBe('tea');
  expect(await kept(vault)).toBe('tea');
});

test('what is typed on while the rest is being kept is the next draft', async () => {
  const vault = await testVault();
  const draft = new DraftState(vault, 'note');
  draft.edit({ text: 'tea', feelings: ['calm'] });
  const keep = keeping(vault);
  await draft.handOver((written) => {
    draft.edit({ text: 'tea and' });
    return keep(written);
  });
  await draft.flush();
  expect(draft.value).toMatchObject({ text: ' and', feelings: [] });
  expect(await kept(vault)).toBe(' and');
});

test('another window shows the draft as it is, but never over words typed in it', async () => {
  const vault = await testVault();
  const [here, there] = [new DraftState(vault, 'note'), new DraftState(vault, 'note')];
  here.edit({ text: 'from here' });
  await here.flush();
  await there.follow();
  expect(there.value.text).toBe('from here');

  there.edit({ text: 'from here and there' });
  here.edit({ text: 'from here again' });
  await here.flush();
  await there.follow();
  expect(there.value.text).toBe('from here and there');
});

test('words typed in two windows in the same second are both kept, in both windows', async () => {
  const vault = await testVault();
  const [here, there] = [new DraftState(vault, 'note'), new DraftState(vault, 'note')];
  here.edit({ text: 'tea', feelings: ['calm'] });
  there.edit({ text: 'rain', feelings: ['sad'] });
  await Promise.all([here.flush(), there.flush()]);
  await Promise.all([here.follow(), there.follow()]);
  expect((await kept(vault)).split('\n').toSorted()).toEqual(['rain', 'tea']);
  expect(here.value).toEqual(there.value);
  expect(here.value.feelings.toSorted()).toEqual(['calm', 'sad']);

  // Typing goes on in one of them, where the person was.
  here.edit({ text: `${here.value.text} with milk` });
  await here.flush();
  await there.follow();
  expect(there.value.text).toBe(here.value.text);
});

test('what is typed while the words of another window arrive stays where it is', async () => {
  const vault = await testVault();
  const [here, there] = [new DraftState(vault, 'note'), new DraftState(vault, 'note')];
  there.edit({ text: 'rain' });
  await there.flush();
  here.edit({ text: 'tea' });
  const saving = here.flush();
  here.edit({ text: 'tea and milk' });
  await saving;
  await here.flush();
  expect(await kept(vault)).toBe('rain\ntea and milk');
  expect(here.value.text).toBe('rain\ntea and milk');
});

test('a note kept in one window takes along what another has put there', async () => {
  const vault = await testVault();
  const [here, there] = [new DraftState(vault, 'note'), new DraftState(vault, 'note')];
  here.edit({ text: 'tea' });
  there.edit({ text: 'rain' });
  await there.flush();
  const words: string[] = [];
  const keep = keeping(vault);
  await here.handOver((written) => {
    words.push(written.text);
    return keep(written);
  });
  expect(words).toEqual(['rain\ntea']);
  expect(await vault.db.draft.count()).toBe(0);
});

test('words not saved yet survive a note that another window keeps, and only they', async () => {
  const vault = await testVault();
  const [here, there] = [new DraftState(vault, 'note'), new DraftState(vault, 'note')];
  here.edit({ text: 'tea' });
  await here.flush();
  await there.follow();
  there.edit({ text: 'tea and rain' });
  await here.handOver(keeping(vault));
  await there.flush();
  expect(await kept(vault)).toBe(' and rain');
});

test('a full storage is told, and the next try saves what it could not', async () => {
  const vault = await testVault();
  const heard: boolean[] = [];
  const draft = new DraftState(vault, 'note', ({ ok }) => heard.push(ok));
  const full = vi
    .spyOn(vault.db.draft, 'put')
    .mockRejectedValueOnce(Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
  vi.spyOn(vault.db, 'draft', 'get').mockReturnValue(vault.db.draft);
  draft.edit({ text: 'tea' });
  await draft.flush();
  expect(full).toHaveBeenCalledOnce();
  expect(await kept(vault)).toBe('');
  await draft.flush();
  expect(heard).toEqual([false, true]);
  expect(await kept(vault)).toBe('tea');
});
