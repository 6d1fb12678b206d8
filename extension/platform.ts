/** The ports of the extension's pages. */
import { systemRandom } from '#core/kernel/random.ts';
import type { NoticePermission, Notices, Ports } from '#core/ports.ts';

import { clock } from './clock.ts';
import { dropAt } from './lock-in-time.ts';
import { lockKeys } from './lock-keys.ts';
import { send } from './messages.ts';
import { createNotice, isLetThrough } from './notices.ts';
import { senses } from './senses.ts';

const permission: chrome.permissions.Permissions = { permissions: ['notifications'] };

async function noticePermission(): Promise<NoticePermission> {
  if (!(await chrome.permissions.contains(permission))) return 'askable';
  return (await isLetThrough()) ? 'granted' : 'denied';
}

const notices: Notices = {
  permission: noticePermission,
  ask: async () =>
    (await chrome.permissions.request(permission)) ? noticePermission() : 'askable',
  tryOne: (words) => createNotice('try', words),
};

export const pagePorts: Ports = {
  shell: 'extension',
  clock,
  random: systemRandom,
  notices,
  senses,
  giveBack: async () => (await import('./give-back.ts')).giveBack(),
  // The extension's policy lets it speak to these addresses alone.
  relay: {
    origin: __PWA_ORIGIN__,
    others: async () => (await import('./policy.ts')).otherRelays(),
  },
  health: async () => (await import('./health.ts')).health(),
  show: async (level) => (await import('./health.ts')).show(level),
  languages: navigator.languages,
  vault: async (setup) => (await import('#core/vault/vault.ts')).Vault.open(setup),
  lockKeys: () => Promise.resolve({ ...lockKeys, dropAt }),
  writing: async () => (await import('#core/vault/writing.ts')).writing,
  bodies: async () => (await import('#core/vault/body-text.ts')).yjsBodies,
  tell: (event) => send({ to: 'pauses', event }),
  openApp: (route) => {
    // A leading scheme: Firefox would read a bare path relative to this page.
    void chrome.tabs.create({ url: chrome.runtime.getURL(`app/index.html${route}`) });
  },
};
