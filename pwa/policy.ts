/** What this page's policy lets it speak to, read from the page as the browser holds it. */
import { relaysIn } from '#core/app/allowed-relays.ts';

export async function otherRelays(): Promise<readonly string[]> {
  const page = await fetch('/index.html').catch(() => null); // without a network there is none to go to, either
  return relaysIn(page?.headers.get('Content-Security-Policy') ?? '', location.origin);
}
