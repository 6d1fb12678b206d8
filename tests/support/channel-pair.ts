/** Two ends of a line in memory. Messages pass through JSON, as through a Port, and through a fault on the way. */
import type { Channel } from '#core/sync/bridge/channel.ts';

export type End = 'page' | 'host';

/** What really arrives for one message: itself, nothing, itself twice, something else. */
export type Fault = (message: unknown, from: End) => readonly unknown[];

export interface ChannelPair {
  readonly page: Channel;
  readonly host: Channel;
  /** Everything that was sent, before any fault. */
  readonly sent: { readonly from: End; readonly message: unknown }[];
  /** Delivers a message that nobody sent. */
  inject(to: End, message: unknown): void;
  /** Both ends hear that the other is gone, as when a worker dies. */
  kill(): void;
  readonly isClosed: () => boolean;
  /** Resolves when either side closed it, or it was killed. */
  readonly closed: Promise<void>;
}

export function createChannelPair(fault: Fault = (message) => [message]): ChannelPair {
  const heard: Record<End, (message: unknown) => void> = { page: ignore, host: ignore };
  const left: Record<End, () => void> = { page: ignore, host: ignore };
  const sent: ChannelPair['sent'] = [];
  let isClosed = false;
  let resolveClosed: () => void = ignore;
  const closed = new Promise<void>((resolve) => {
    resolveClosed = resolve;
  });

  const inject = (to: End, message: unknown): void => {
    const text = JSON.stringify(message) as string | undefined;
    if (text === undefined) return;
    queueMicrotask(() => {
      heard[to](JSON.parse(text));
    });
  };
  const closeFor = (...ends: readonly End[]): void => {
    if (isClosed) return;
    isClosed = true;
    // After what is on its way already.
    queueMicrotask(() => {
      for (const end of ends) left[end]();
      resolveClosed();
    });
  };
  const createEnd = (own: End, other: End): Channel => ({
    send(message) {
      if (isClosed) return;
      sent.push({ from: own, message });
      for (const arriving of fault(message, own)) inject(other, arriving);
    },
    onMessage(listener) {
      heard[own] = listener;
    },
    onClose(listener) {
      left[own] = listener;
    },
    close() {
      closeFor(other);
    },
  });
  return {
    page: createEnd('page', 'host'),
    host: createEnd('host', 'page'),
    sent,
    inject,
    kill() {
      closeFor('page', 'host');
    },
    isClosed: () => isClosed,
    closed,
  };
}

function ignore(): void {
  // Nobody listens yet.
}
