/** As much of a window as the bridge uses: it posts to itself, later, as a structured copy. */
import type { WindowLike } from '#core/sync/bridge/window-post.ts';

export interface FakeWindow extends WindowLike {
  /** An event as another frame or window would cause it. */
  deliver(data: unknown, source: unknown, origin: string): void;
  readonly posted: unknown[];
}

export function createFakeWindow(origin = 'http://localhost:8787'): FakeWindow {
  const listeners = new Set<(event: MessageEvent) => void>();
  const posted: unknown[] = [];
  const deliver = (data: unknown, source: unknown, from: string): void => {
    const event = { data: structuredClone(data), source, origin: from } as unknown as MessageEvent;
    for (const listener of [...listeners]) listener(event);
  };
  const fake: FakeWindow = {
    location: { origin },
    posted,
    deliver,
    addEventListener(_, listener) {
      listeners.add(listener);
    },
    removeEventListener(_, listener) {
      listeners.delete(listener);
    },
    postMessage(message, targetOrigin) {
      posted.push(message);
      if (targetOrigin !== origin) return;
      queueMicrotask(() => {
        deliver(message, fake, origin);
      });
    },
  };
  return fake;
}
