/** A channel read one message at a time, so that handshakes and pairing read from top to bottom. */
import type { Channel } from './channel.ts';
import { parseMessage, serialiseMessage, type Message } from './wire.ts';

/** Messages that may wait unread (chosen): the parts of two of the longest records; a flood is not ours. */
const longestQueue = 32;

export interface Line {
  send(message: Message): void;
  /** Null once the line is over: the other end left, we closed it, or something on it was not ours. */
  next(): Promise<Message | null>;
  close(): void;
}

export function createLine(channel: Channel): Line {
  const queue: Message[] = [];
  let waiting: ((message: Message | null) => void) | null = null;
  let over = false;

  const wake = (message: Message | null): void => {
    const reader = waiting;
    waiting = null;
    reader?.(message);
  };

  const close = (): void => {
    if (!over) channel.close();
    over = true;
    queue.length = 0;
    wake(null);
  };

  channel.onMessage((received) => {
    if (over) return;
    const message = parseMessage(received);
    if (message === null || queue.length >= longestQueue) close();
    else if (waiting) wake(message);
    else queue.push(message);
  });
  // What was said before the other end left still counts: a refusal is followed by its close.
  channel.onClose(() => {
    over = true;
    wake(null);
  });

  return {
    send(message) {
      channel.send(serialiseMessage(message));
    },
    next() {
      const message = queue.shift();
      if (message || over) return Promise.resolve(message ?? null);
      if (waiting) throw new Error('A line has one reader: await next() before calling it again.');
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close,
  };
}
