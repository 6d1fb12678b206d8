/** What the extension's policy lets its pages speak to. */
import { relaysIn } from '#core/app/allowed-relays.ts';

export function otherRelays(): readonly string[] {
  const { content_security_policy: policy } = chrome.runtime.getManifest();
  const pages = typeof policy === 'string' ? policy : policy?.extension_pages;
  return relaysIn(pages ?? '', __PWA_ORIGIN__);
}
