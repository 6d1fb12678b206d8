/** The lock's key among the open windows of the page: each holds it in memory, and hands it to one that opens later. */
import type { Bytes } from '#core/kernel/bytes.ts';
import type { LockKeys } from '#core/ports.ts';

import { watchScreen } from './screen-lock.ts';

/** A window that is busy answers late; one that is frozen does not answer (chosen). */
const answerMs = 1_000;
const holding = 'comma-unlocked';

type Said = { readonly type: 'ask' | 'dropped' } | { readonly type: 'key'; readonly key: Bytes };

const windows = new BroadcastChannel('comma-lock');
const listeners = new Set<() => void>();
let held: Bytes | null = null;
/** Then nobody is asked: windows that are about to let go would only be waited for, with the words on the screen. */
let dropped = false;
let letGo = (): void => undefined;
let watching = new AbortController();

function hold(key: Bytes): void {
  const isNew = held === null;
  held = key;
  dropped = false;
  if (!isNew) return;
  watching = new AbortController();
  void watchScreen(() => void lockKeys.drop(), watching.signal);
  // Tells those who open later that somebody can answer, and keeps this page out of the back-forward cache.
  void navigator.locks.request(
    holding,
    { mode: 'shared' },
    () => new Promise<void>((resolve) => (letGo = resolve)),
  );
}

function release(): void {
  held = null;
  dropped = true;
  letGo();
  watching.abort();
}

const say = (said: Said): void => {
  windows.postMessage(said);
};
const changed = (): void => {
  for (const listener of listeners) listener();
};

let heard: ((key: Bytes) => void) | null = null;
/** One question at a time: everybody who asks meanwhile gets its answer. */
let asked: Promise<Bytes | null> | null = null;

windows.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if (data.type === 'ask') {
    if (held) say({ type: 'key', key: held });
    return;
  }
  if (data.type === 'key') {
    if (held) return;
    hold(data.key);
    heard?.(data.key);
  } else release();
  changed();
});

function ask(): Promise<Bytes | null> {
  asked ??= askOthers().finally(() => (asked = null));
  return asked;
}

async function askOthers(): Promise<Bytes | null> {
  const { held: locks } = await navigator.locks.query();
  if (!locks?.some(({ name }) => name === holding)) return null;
  const answer = new Promise<Bytes | null>((resolve) => {
    heard = resolve;
    setTimeout(resolve, answerMs, null);
  });
  say({ type: 'ask' });
  return answer;
}

export const lockKeys: LockKeys = {
  get: async () => held ?? (dropped ? null : ask()),
  put: (key) => {
    hold(key);
    say({ type: 'key', key });
    changed();
    return Promise.resolve();
  },
  drop: () => {
    release();
    say({ type: 'dropped' });
    changed();
    return Promise.resolve();
  },
  onChange: (listener) => {
    listeners.add(listener);
  },
};
