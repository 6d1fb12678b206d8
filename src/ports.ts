/** What a shell must bring: the few things that only a browser extension or a page can do. */
import type { PauseEvent } from './features/pauses/events.ts';
import type { Random } from './kernel/random.ts';
import type { Bodies } from './vault/bodies.ts';
import type { Writing } from './vault/setup.ts';

export interface Clock {
  /** Epoch milliseconds, as the person's clock shows them. */
  readonly wall: () => number;
  /** Milliseconds that never go back while this context lives. */
  readonly mono: () => number;
  /** IANA name of where the person is now. */
  readonly zone: () => string;
}

/** What the person lets the platform do about notifications. `absent`: the platform has none here. */
export type NoticePermission = 'granted' | 'denied' | 'askable' | 'absent';

export interface Notices {
  readonly permission: () => Promise<NoticePermission>;
  /** Call in a click: browsers refuse to ask otherwise. */
  readonly ask: () => Promise<NoticePermission>;
}

export interface Ports {
  readonly shell: 'extension' | 'pwa';
  readonly clock: Clock;
  readonly random: Random;
  /** What a vault needs to write, fetched with the first change. */
  readonly writing: () => Promise<Writing>;
  /** Yjs, fetched when words are first written. */
  readonly bodies: () => Promise<Bodies>;
  readonly notices: Notices;
  /** BCP 47, best first. */
  readonly languages: readonly string[];
  /** Tells the one engine of this shell what the person did. */
  readonly tell: (event: PauseEvent) => Promise<void>;
  /** Opens the whole app at a route: a new tab for the extension, the same page for the PWA. */
  readonly openApp: (route: string) => void;
}
