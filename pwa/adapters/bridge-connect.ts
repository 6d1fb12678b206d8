/** How the page reaches the extension on this computer: by a port where the browser gives pages one, else through the window. */
import { createId, systemRandom } from '#core/kernel/random.ts';
import type { Channel, Connect } from '#core/sync/bridge/channel.ts';
import { bridgeName, portToChannel, type PortLike } from '#core/sync/bridge/port-channel.ts';
import { systemSchedule } from '#core/sync/schedule.ts';

import { connectWindow } from './bridge-window.ts';

/** What Chrome gives a page that an extension may be reached from. */
interface PageRuntime {
  connect(extensionId: string, options: { name: string }): PortLike;
  readonly lastError?: unknown;
}

/** Rejects when no extension is there, or later closes the channel: Chrome tells only then. */
export const connectBridge: Connect = () => {
  const { chrome } = globalThis as { chrome?: { runtime?: PageRuntime } };
  if (chrome?.runtime) return connectPort(chrome.runtime);
  return connectWindow(window, { schedule: systemSchedule, id: createId(systemRandom) });
};

export function connectPort(runtime: PageRuntime): Channel {
  const port = runtime.connect(__EXTENSION_ID__, { name: bridgeName });
  // Reading it is how a page says that it knows: else Chrome writes an error into the console.
  port.onDisconnect.addListener(() => Reflect.get(runtime, 'lastError'));
  return portToChannel(port);
}
