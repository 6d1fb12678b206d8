/** The two ends of a browser port: the other end hears a disconnect, the own end does not. */
import type { PortLike } from '#core/sync/bridge/port-channel.ts';

export interface FakePort extends PortLike {
  readonly isOpen: () => boolean;
}

export function createFakePorts(): { near: FakePort; far: FakePort } {
  let isOpen = true;
  const ends = [0, 1].map(() => ({
    messages: new Set<(message: unknown) => void>(),
    leaving: new Set<() => void>(),
  }));
  const end = (own: number): FakePort => ({
    postMessage(message) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      const text = JSON.stringify(message);
      queueMicrotask(() => {
        for (const listener of ends[1 - own]?.messages ?? []) listener(JSON.parse(text));
      });
    },
    disconnect() {
      if (!isOpen) return;
      isOpen = false;
      queueMicrotask(() => {
        for (const listener of ends[1 - own]?.leaving ?? []) listener();
      });
    },
    onMessage: { addListener: (listener) => ends[own]?.messages.add(listener) },
    onDisconnect: { addListener: (listener) => ends[own]?.leaving.add(listener) },
    isOpen: () => isOpen,
  });
  return { near: end(0), far: end(1) };
}
