/** The worker's end of the bridge to the PWA: it merges what the page sends and tells it of changes. */
import { systemRandom } from '#core/kernel/random.ts';
import { createBridgeHost } from '#core/sync/bridge/host.ts';
import { createPairingDesk } from '#core/sync/pairing/desk.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { serveBridge, type BridgeService } from '#core/sync/bridge/server.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { readOrCreateEpoch } from '#core/vault/epoch.ts';
import type { Vault } from '#core/vault/vault.ts';

import { bridgeChannel } from '../adapters/bridge-port.ts';
import { clock } from '../clock.ts';
import { digitsKey } from '../messages.ts';
import { carrySoon } from './carrying.ts';
import { hearFacts } from './pauses.ts';
import { vault } from './vault.ts';
import { watchSites } from './visits.ts';

/** Several rows written at once are one notice (chosen: shorter than anybody sees). */
const gatherMs = 40;

const listeners = new Set<() => void>();
let gathering: ReturnType<typeof setTimeout> | undefined;

/** Something was written in this vault: the page in step with it hears of it. */
export function announceWritten(): void {
  gathering ??= setTimeout(() => {
    gathering = undefined;
    for (const listener of listeners) listener();
  }, gatherMs);
}

/** Rows of another device have arrived, by whatever way. */
export async function hearArrived(): Promise<void> {
  announceWritten();
  await hearFacts();
  await watchSites();
}

/** A page that holds our keys is listening. */
export const isInStep = (): boolean => listeners.size > 0;

const desk = createPairingDesk({
  seed: async () => (await vaultNow()).seed,
  now: clock.wall,
  schedule: systemSchedule,
  random: systemRandom,
  attempts: {
    load: async () => {
      const { attempts } = await chrome.storage.session.get<{ attempts?: number[] }>('attempts');
      return attempts ?? [];
    },
    save: (attempts) => chrome.storage.session.set({ attempts }),
  },
});

/** The vault under the keys of now: in another window the person may have erased everything and begun again. */
async function vaultNow(): Promise<Vault> {
  const opened = await vault;
  await opened.reloadKeyring();
  return opened;
}

/** The merging peer, made anew when the keys are others. */
let hosted: { readonly vault: string; readonly host: BridgeService['host'] } | null = null;

async function host(): Promise<BridgeService['host']> {
  const { keys, db } = await vaultNow();
  if (hosted?.vault !== keys.vault)
    hosted = {
      vault: keys.vault,
      host: createBridgeHost(createVaultStore(db, keys.vault), {
        keys,
        bodies: yjsBodies,
        random: systemRandom,
        epoch: await readOrCreateEpoch(db, systemRandom),
      }),
    };
  return hosted.host;
}

const service: BridgeService = {
  keys: async () => {
    const now = await vaultNow();
    return now.isLocked ? null : now.keys;
  },
  host: {
    pull: async (at) => (await host()).pull(at),
    push: async (items) => {
      const answer = await (await host()).push(items);
      await hearArrived();
      void carrySoon();
      return answer;
    },
  },
  onChanged: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  pairing: desk,
  random: systemRandom,
  // Where a developer looks. Errors name what went wrong, never what was written.
  report: reportError,
};

export function startBridge(): void {
  const serve = (port: chrome.runtime.Port): void => {
    const channel = bridgeChannel(port);
    if (!channel) return;
    serveBridge(channel, service);
    // Nothing is sent or opened while the lock is closed; the page comes back by itself until it is open.
    void vault.then((opened) => {
      const look = (): void => {
        if (!opened.isLocked) return;
        stop(); // who ends a line is not told that it ended
        port.disconnect();
      };
      const stop = opened.onKeys(look);
      port.onDisconnect.addListener(stop);
      look();
    });
  };
  // Firefox has no connections from pages; there our own content script connects.
  if (!__FIREFOX__) chrome.runtime.onConnectExternal.addListener(serve);
  chrome.runtime.onConnect.addListener(serve);
  // A worker that starts has no pairing under way, whatever the last one left behind.
  void showPending();
  desk.onChange(() => void showPending());
  void vault.then((opened) =>
    opened.onWrite(() => {
      announceWritten();
      void carrySoon();
    }),
  );
}

/** Digits wait: the popup is where they are answered. Its pages follow this place in the session's store. */
async function showPending(): Promise<void> {
  const digits = desk.pending()?.digits ?? null;
  await chrome.storage.session.set({ [digitsKey]: digits });
  if (digits === null) return;
  await chrome.action.setBadgeText({ text: '?' });
  try {
    await chrome.action.openPopup();
  } catch {
    // No window to hang it on; the mark on the icon stays, and the page says where to look.
  }
}

/** True when the page has proven that it holds the journal's key. */
export async function pairing(type: 'confirm' | 'decline'): Promise<boolean> {
  await chrome.action.setBadgeText({ text: '' });
  if (type === 'decline') desk.decline();
  return type === 'confirm' && (await desk.confirm()).ok;
}
