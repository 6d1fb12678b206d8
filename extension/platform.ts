/** The ports of the extension's pages. */
import { systemRandom } from '#core/kernel/random.ts';
import type { Notices, Ports } from '#core/ports.ts';

import { clock } from './clock.ts';
import { send } from './messages.ts';

const permission: chrome.permissions.Permissions = { permissions: ['notifications'] };

const notices: Notices = {
  permission: async () => ((await chrome.permissions.contains(permission)) ? 'granted' : 'askable'),
  ask: async () => ((await chrome.permissions.request(permission)) ? 'granted' : 'askable'),
};

export const pagePorts: Ports = {
  shell: 'extension',
  clock,
  random: systemRandom,
  notices,
  languages: navigator.languages,
  writing: async () => (await import('#core/vault/writing.ts')).writing,
  bodies: async () => (await import('#core/vault/body-text.ts')).yjsBodies,
  tell: (event) => send({ to: 'pauses', event }),
  openApp: (route) => {
    // A leading scheme: Firefox would read a bare path relative to this page.
    void chrome.tabs.create({ url: chrome.runtime.getURL(`app/index.html${route}`) });
  },
};
