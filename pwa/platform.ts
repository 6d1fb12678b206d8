/** The ports of the page. */
import { systemRandom } from '#core/kernel/random.ts';
import type { PauseEvent } from '#core/features/pauses/events.ts';
import type { Ports } from '#core/ports.ts';

import { clock } from './clock.ts';
import { notices } from './notices.ts';

/** `tell` goes to the engine that is started once the vault is open. */
export const createPorts = (tell: (event: PauseEvent) => Promise<void>): Ports => ({
  shell: 'pwa',
  clock,
  random: systemRandom,
  notices,
  languages: navigator.languages,
  writing: async () => (await import('#core/vault/writing.ts')).writing,
  bodies: async () => (await import('#core/vault/body-text.ts')).yjsBodies,
  tell,
  openApp: (route) => {
    location.hash = route;
  },
});
