// @vitest-environment happy-dom
/** Nobody touches a screen while they breathe, so it is kept from going dark; and no longer than that. */
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import PauseScreen from '#core/app/PauseScreen.svelte';
import { pausing } from '#core/content/en/pausing.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import type { Ports } from '#core/ports.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';

import { testVault } from '../../support/vault.ts';

test('a pause keeps the screen awake while it breathes, and lets it sleep when it asks', async () => {
  let held = 0;
  const request = (): Promise<object> => {
    held++;
    return Promise.resolve({ release: () => Promise.resolve(held--) });
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  vi.stubGlobal('reportError', (failure: unknown) => {
    throw failure;
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const vault = await testVault();
  const ahead = new Ahead(vault);
  const comma = {
    ...{ vault, early: vault, ahead },
    settings: new SettingsState(ahead),
    ports: {
      languages: ['en'],
      clock: { wall: () => 1_000_000, mono: () => 0, zone: () => 'UTC' },
      random: (count: number) => new Uint8Array(count),
    } as unknown as Ports,
    pauses: {
      ...{ rules: defaultRules, next: null, tell: () => Promise.resolve() },
      endingOf: () => undefined,
    },
    bringLater: (load: () => Promise<unknown>) => load(),
    kept: () => true,
  } as unknown as Comma;
  const shown = mount(PauseScreen, {
    target: document.body,
    context: contextOf(comma),
    props: { onend: () => undefined },
  });
  onTestFinished(() => unmount(shown));
  await expect.poll(() => held).toBe(1);
  const here = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes(pausing.breathe.hereLabel),
  );
  here?.click();
  flushSync();
  await expect.poll(() => held).toBe(0);
});
