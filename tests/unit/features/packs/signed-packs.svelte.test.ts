// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';

import { takenOfPack } from '#core/features/packs/taken.ts';

import { testVault } from '../../../support/vault.ts';
import { check, newSigner, opened, setupPacks, signed } from './opened.svelte.ts';
import { idsOf, samples } from './samples.ts';

test('a signature holds whatever the order and spacing of the file, and for nothing that was changed', async () => {
  const signer = await newSigner();
  const pack = await signed(samples.talk, signer);
  const shuffled = Object.fromEntries(Object.entries(pack).reverse());
  const { signer: by, name } = await opened(shuffled);
  expect(by).toMatchObject({
    key: signer.key,
    fingerprint: expect.stringMatching(/^\d{5}( \d{5}){3}$/) as string,
  });
  expect((await opened(samples.talk)).name).not.toBe(name);
  for (const changed of [
    { ...pack, by: 'Somebody else' },
    { ...pack, unknown: 'a field that no Comma shows' },
    { ...pack, signature: { alg: 'Ed25519', key: (await newSigner()).key, sig: 'A'.repeat(86) } },
    { ...pack, signature: { alg: 'Ed25519', key: '_'.repeat(43), sig: 'A'.repeat(86) } },
  ])
    expect(await check(changed)).toMatchObject({ ok: false, error: { why: 'changed' } });
});

test('the same id signed with another key is another pack, and replaces nothing', async () => {
  const { packs, taken } = setupPacks(await testVault());
  const later = { ...samples.talk, edition: 2, by: 'Somebody else' };
  const mine = await opened(await signed(samples.talk, await newSigner()));
  const theirs = await opened(await signed(later, await newSigner()));
  const unsigned = await opened(later);
  await packs.take(mine, idsOf(mine));
  await packs.take(theirs, idsOf(theirs));
  await packs.take(unsigned, idsOf(unsigned));
  await vi.waitFor(() => {
    expect(taken().packs).toHaveLength(3);
  });
  expect(takenOfPack(taken(), mine.name)).toMatchObject({
    pack: { edition: 1, by: 'Dr Ines Sample' },
    practices: [{ by: 'Dr Ines Sample' }, { by: 'Dr Ines Sample' }],
  });
});

test('where the browser has no Ed25519 a signed pack counts as one that is not signed', async () => {
  const pack = await signed(samples.talk, await newSigner());
  const none = new DOMException('Ed25519', 'NotSupportedError');
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(none);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const unproven = await opened(pack);
  expect(unproven.signer).toBe('unknown');
  expect(unproven.name).toBe((await opened(samples.talk)).name);
});
