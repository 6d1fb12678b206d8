/** A browser's message port as a channel. Both ends use it: a port looks the same in a page and in a worker. */
import type { Channel } from './channel.ts';

/** Tells our ports from any other. */
export const bridgeName = 'comma-bridge';

export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export function portToChannel(port: PortLike): Channel {
  let isOpen = true;
  let leave: () => void = () => undefined;
  const gone = (): void => {
    if (!isOpen) return;
    isOpen = false;
    leave();
  };
  port.onDisconnect.addListener(gone);
  return {
    send(message) {
      if (!isOpen) return;
      try {
        port.postMessage(message);
      } catch {
        // A port whose worker died throws before it tells us so: that is the other end leaving.
        gone();
      }
    },
    onMessage(listener) {
      port.onMessage.addListener(listener);
    },
    onClose(listener) {
      leave = listener;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      port.disconnect();
    },
  };
}
