// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';

import { copyOf } from '#core/app/save-copy.ts';
import { emptyDraft, fileOf } from '#core/features/packs/draft.ts';
import {
  DraftsState,
  newItemId,
  nextEdition,
  signedFile,
} from '#core/features/packs/drafts.svelte.ts';
import type { Signer } from '#core/vault/signer.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../support/vault.ts';
import { check } from './opened.svelte.ts';

async function setupDrafts(): Promise<{ vault: Vault; drafts: DraftsState }> {
  const vault = await testVault();
  const drafts = new DraftsState(vault);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(drafts.all).toBeDefined();
      });
    }),
  );
  return { vault, drafts };
}

async function begun(drafts: DraftsState): Promise<string> {
  const id = await drafts.begin();
  if (!id.ok) throw new Error('not begun');
  return id.value;
}

const written = {
  ...emptyDraft('a-pack-of-mine'),
  ...{ name: 'Small things', by: 'Sam' },
  lines: [{ id: 'line-1', deck: 'warmth', text: 'Two things can be true at once.' }] as const,
};

test('a draft is found again as it was left, and comes back after it was removed', async () => {
  const { drafts } = await setupDrafts();
  const id = await begun(drafts);
  await drafts.write({ ...written, id });
  expect(await drafts.read(id)).toEqual({ ...written, id });
  await vi.waitFor(() => {
    expect(drafts.all?.map(({ name }) => name)).toEqual(['Small things']);
  });
  const removed = await drafts.remove(id);
  expect(await drafts.read(id)).toBeNull();
  if (removed.ok) await removed.value();
  expect(await drafts.read(id)).toEqual({ ...written, id });
});

test('the key is made once, signs so that others can tell, and is in no readable copy', async () => {
  const { vault, drafts } = await setupDrafts();
  expect(await drafts.signer()).toBeNull();
  const made = await drafts.newSigner();
  const signer = await drafts.signer();
  expect(made).toEqual({ ok: true, value: signer });
  const file = await signedFile(fileOf(written), signer as Signer);
  expect(await check(file ?? {})).toMatchObject({
    ok: true,
    value: { signer: { key: signer?.key } },
  });
  const { copy } = await copyOf(vault, 0, true);
  expect(copy).not.toContain(signer?.pkcs8);
  expect(JSON.parse(copy)).toMatchObject({ records: [], sealed: [{}] });
});

test('where the browser has no Ed25519 there is no key, and nothing is kept of one', async () => {
  const { vault, drafts } = await setupDrafts();
  vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(
    new DOMException('Ed25519', 'NotSupportedError'),
  );
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  expect(await drafts.newSigner()).toEqual({ ok: true, value: null });
  expect(await vault.db.rec.count()).toBe(0);
});

test('an edition is one more each time the pack says something else, and only then', async () => {
  const first = await nextEdition(written);
  expect(first.edition).toBe(1);
  expect(await nextEdition(first)).toBe(first);
  const second = await nextEdition({ ...first, about: 'For the evening.' });
  expect(second.edition).toBe(2);
  expect((await nextEdition(second)).edition).toBe(2);
});

test('ids of a pack’s parts are ids that a pack may have', () => {
  const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(171);
  expect(newItemId(random, 'practice')).toBe('practice-ababababab');
  expect(newItemId(random, 'line')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
