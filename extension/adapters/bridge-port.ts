/** A port that a page opened to the worker, as a channel; null when it is not the PWA's. */
import type { Channel } from '#core/sync/bridge/channel.ts';
import { bridgeName, portToChannel } from '#core/sync/bridge/port-channel.ts';

/**
 * For `onConnectExternal` (Chrome, the page itself) and `onConnect` (Firefox, our content script in the page).
 * The manifest's match patterns know no port number, so the whole origin is compared here.
 */
export function bridgeChannel(port: chrome.runtime.Port): Channel | null {
  // Other ports of the extension's own pages arrive here too: they are none of ours to end.
  if (port.name !== bridgeName) return null;
  if (originOf(port.sender) === __PWA_ORIGIN__) return portToChannel(port);
  port.disconnect();
  return null;
}

function originOf(sender: chrome.runtime.MessageSender | undefined): string | null {
  if (sender?.origin !== undefined) return sender.origin;
  return URL.parse(sender?.url ?? '')?.origin ?? null;
}
