/** What the extension's policy lets it speak to. A worker of ours is given no API of extensions, so the file says it. */
import { relaysIn } from '#core/app/allowed-relays.ts';

export async function otherRelays(): Promise<readonly string[]> {
  const answer = await fetch('/manifest.json');
  const { content_security_policy: policy } = (await answer.json()) as chrome.runtime.Manifest;
  const pages = typeof policy === 'string' ? policy : policy?.extension_pages;
  return relaysIn(pages ?? '', __PWA_ORIGIN__);
}
