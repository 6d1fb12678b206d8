/** The lock's key in the session's store: in memory alone, for the extension's own contexts alone, and outliving its worker. */
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import type { LockKeys } from '#core/ports.ts';

const name = 'lock-key';
/** Rings when nobody has touched a page for as long as the person chose. */
export const lockAlarm = 'lock';

export const lockKeys: LockKeys = {
  get: async () => {
    const kept = (await chrome.storage.session.get<Record<string, string>>(name))[name];
    return kept === undefined ? null : fromBase64Url(kept);
  },
  put: (key) => chrome.storage.session.set({ [name]: toBase64Url(key) }),
  drop: () => chrome.storage.session.remove(name),
  onChange: (listener) => {
    chrome.storage.session.onChanged.addListener((changes) => {
      if (name in changes) listener();
    });
  },
};
