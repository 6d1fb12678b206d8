/** The ports of the page. */
import { contentFor } from '#core/content/index.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { PauseEvent } from '#core/features/pauses/events.ts';
import type { Ports } from '#core/ports.ts';

import { awaySense } from './away.ts';
import { clock } from './clock.ts';
import { notices } from './notices.ts';

/** `tell` goes to the engine that is started once the vault is open. */
export const createPorts = (tell: (event: PauseEvent) => Promise<void>): Ports => ({
  shell: 'pwa',
  clock,
  random: systemRandom,
  notices,
  senses: { ...(awaySense && { away: awaySense }) },
  giveBack: async () => (await import('./give-back.ts')).giveBack(),
  health: async () => ({ idle: (await awaySense?.allowed()) ?? false }),
  // The page's policy lets it speak to whoever served it, to the relays that were named there, and to nobody else.
  relay: {
    origin: location.origin,
    others: async () => (await import('./policy.ts')).otherRelays(),
  },
  // An open page has one surface besides itself: every other level is what stands on the page.
  show: (level) =>
    level === 'notice'
      ? notices.tryOne(contentFor(navigator.languages).words.notification)
      : Promise.resolve(false),
  languages: navigator.languages,
  vault: async (setup) => (await import('#core/vault/vault.ts')).Vault.open(setup),
  lockKeys: async () => (await import('./lock-keys.ts')).lockKeys,
  writing: async () => (await import('#core/vault/writing.ts')).writing,
  bodies: async () => (await import('#core/vault/body-text.ts')).yjsBodies,
  tell,
  openApp: (route) => {
    location.hash = route;
  },
});
