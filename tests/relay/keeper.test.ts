/** A vault kept in step with a real relay: when a round comes, what is told of it, and how it goes on after trouble. */
import { expect, test } from 'vitest';

import { adoptSeed } from '#core/vault/adopt.ts';

import { keep, setupRelay } from '../support/kept.ts';
import { accessOf, peerOf } from '../support/relay-world.ts';
import { testVault } from '../support/vault.ts';

const tea = { id: 'a', kind: 'entry', text: 'tea in the rain' };

test('a device without a relay asks nobody, whatever is written', async () => {
  const { vault, keeper, timers } = await keep(await testVault());
  await vault.write(tea);
  expect(timers.waiting()).toEqual([]);
  expect(keeper.state).toEqual({
    ...{ origin: null, working: false, lastOk: null, trouble: null },
    ...{ from: null, elsewhere: null },
  });
  expect(await keeper.unsynced()).toBe(0);
});

test('what is written travels two seconds later, and until then counts as not synced', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper, timers } = await keep(await testVault());
  await keeper.use({ origin });
  await keeper.sync();
  await vault.write(tea);
  expect(await keeper.unsynced()).toBe(1);
  expect(timers.waiting()).toContain(2_000);
  timers.advance(2_000);
  await expect.poll(() => keeper.unsynced()).toBe(0);
  await expect.poll(() => keeper.state).toMatchObject({ lastOk: 5_000, trouble: null });
});

test('a second device of the same journal hears that something has arrived', async () => {
  const { origin } = await setupRelay();
  const [desk, phone] = [await keep(await testVault()), await keep(await testVault())];
  await adoptSeed(phone.vault, desk.vault.seed);
  for (const { keeper } of [desk, phone]) await keeper.use({ origin });
  await desk.vault.write(tea);
  await desk.keeper.sync();
  let heard = 0;
  phone.keeper.onMerged(() => heard++);
  await phone.keeper.sync();
  expect(heard).toBe(1);
  expect((await phone.vault.read('a'))?.text).toBe(tea.text);
});

test('while the relay is away the words wait, the reason is told, and the return is tried by itself', async () => {
  const relay = await setupRelay();
  const { vault, keeper, timers } = await keep(await testVault());
  await keeper.use({ origin: relay.origin });
  await keeper.sync();
  await relay.close();
  await vault.write(tea);
  expect(await keeper.sync()).toBe(false);
  expect(keeper.state).toMatchObject({ trouble: 'Unreachable', working: false, lastOk: 5_000 });
  expect(await keeper.unsynced()).toBe(1);

  await relay.reopen();
  timers.advance(300_000);
  await expect.poll(() => keeper.state.trouble).toBeNull();
  expect(await keeper.unsynced()).toBe(0);
});

test('the relay of the last time is taken up again, and forgotten when the person says so', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin });
  const again = await keep(vault);
  expect(again.keeper.state.origin).toBe(origin);
  expect(again.timers.waiting()).toContain(0);
  await again.keeper.use(null);
  expect((await keep(vault)).keeper.state.origin).toBeNull();
});

test('a new key takes the journal along, deletes the former vault, and leaves out whoever is not given it', async () => {
  const { origin } = await setupRelay();
  const [desk, lost] = [await keep(await testVault()), await keep(await testVault())];
  await adoptSeed(lost.vault, desk.vault.seed);
  for (const { keeper } of [desk, lost]) await keeper.use({ origin });
  await lost.vault.write({ ...tea, id: 'b', text: 'from the one that is lost' });
  await lost.keeper.sync();
  await desk.vault.write(tea);
  expect(await desk.keeper.renew()).toBe(true);
  expect(await desk.keeper.unsynced()).toBe(0);
  expect((await desk.vault.read('b'))?.text).toBe('from the one that is lost');

  expect(await lost.keeper.sync()).toBe(false);
  expect(lost.keeper.state.trouble).toBe('deleted');
  expect(await lost.vault.read('a')).toBeNull();

  const phone = await keep(await testVault());
  await adoptSeed(phone.vault, desk.vault.seed);
  await phone.keeper.use({ origin });
  expect(await phone.keeper.sync()).toBe(true);
  expect((await phone.vault.read('a'))?.text).toBe(tea.text);
});

test('a change of key that the relay did not hear the end of is ended by a later round', async () => {
  const relay = await setupRelay();
  const desk = await keep(await testVault());
  await desk.keeper.use({ origin: relay.origin });
  await desk.vault.write(tea);
  const { seed } = desk.vault;
  let asked = 0;
  const cut = await keep(desk.vault, (address, request) =>
    ++asked > 2 ? Promise.reject(new TypeError('no network')) : fetch(address, request),
  );
  expect(await cut.keeper.renew()).toBe(false);
  expect(desk.vault.seed).not.toEqual(seed);
  expect(await desk.keeper.sync()).toBe(true);
  const former = peerOf(await accessOf(seed, relay.origin));
  await expect(former.pull({ seq: 0, wit: null })).rejects.toMatchObject({ refusal: 'deleted' });
});

test('deleting everything at the relay leaves the journal whole on every device', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin });
  await vault.write(tea);
  await keeper.sync();
  expect(await keeper.remove()).toBe(true);
  expect(keeper.state.origin).toBeNull();
  expect((await vault.read('a'))?.text).toBe(tea.text);
  await keeper.use({ origin });
  expect(await keeper.sync()).toBe(false);
  expect(keeper.state.trouble).toBe('deleted');
  // Whoever wants to use this relay again does so under a new key.
  expect(await keeper.renew()).toBe(true);
  expect(keeper.state.trouble).toBeNull();
});
