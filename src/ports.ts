/** What a shell must bring: the few things that only a browser extension or a page can do. */
import type { PauseEvent } from './features/pauses/events.ts';
import type { Level } from './features/pauses/prompt.ts';
import type { Bytes } from './kernel/bytes.ts';
import type { Random } from './kernel/random.ts';
import type { Bodies } from './vault/bodies.ts';
import type { VaultSetup, Writing } from './vault/setup.ts';
import type { Vault } from './vault/vault.ts';

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
  /** Shows one now that says what it is; false when the platform did not take it. */
  readonly tryOne: (words: NoticeWords) => Promise<boolean>;
}

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

/** Something the shell can notice once the person allows it; without it everything else still works. */
export interface Sense {
  /** The person asked for it, and the browser lets the shell see at least some of it. */
  readonly allowed: () => Promise<boolean>;
  /** The places the browser does not let it see. */
  readonly unseen: () => Promise<readonly string[]>;
  /** Call first thing in a click. True when the person said yes. */
  readonly ask: () => Promise<boolean>;
  /** Gives the permission back. */
  readonly forget: () => Promise<void>;
}

/** Absent where the shell has no such sense, or needs no permission for it. */
export interface Senses {
  /** Calls in the tabs of these hosts, and a screen that is shared there. */
  readonly calls?: (hosts: readonly string[]) => Sense;
  /** The browser tells of a shared screen without being asked. */
  readonly sharingTold?: boolean;
  /** That keys go into a page, never which. */
  readonly typing?: Sense;
  /** That nobody touches the computer, where a shell has to ask for it. */
  readonly away?: Sense;
}

/** What the browser lets the shell see of single sites, named by their host; the shell gives back what is off the list. */
export interface SiteAccess {
  readonly allowed: (host: string) => Promise<boolean>;
  /** Call first thing in a click. True when the person said yes. */
  readonly ask: (host: string) => Promise<boolean>;
  /** Leave may be given and taken in the browser's own settings, too. Returns what ends the watch. */
  readonly onChange: (listener: () => void) => () => void;
}

/** Keys that work anywhere in the browser; only the browser changes them. */
export interface Keys {
  /** Each command with its key as the browser writes it; empty while it has none. */
  readonly all: () => Promise<readonly { readonly name: string; readonly key: string }[]>;
  /** Opens the browser's own page for them; false where it does not let us. */
  readonly change: () => Promise<boolean>;
}

/** What opens the lock, held in memory for every context of the shell while it is open; never on a disk. */
export interface LockKeys {
  /** Null while it is closed. */
  readonly get: () => Promise<Bytes | null>;
  readonly put: (key: Bytes) => Promise<void>;
  /** Closes the lock in every context. */
  readonly drop: () => Promise<void>;
  /** Closes it at that moment (epoch milliseconds) with no page open, too; absent where nothing outlives the pages. */
  readonly dropAt?: (at: number | null) => void;
  /** Called when it was put or dropped, here or elsewhere. */
  readonly onChange: (listener: () => unknown) => void;
}

/** What the shell can say about its platform, for the page of checks. */
export interface Health {
  /** When the one alarm next rings; null when none is set. Absent where there are no alarms. */
  readonly alarm?: number | null;
  /** Whether the platform tells when nobody touches the computer. */
  readonly idle: boolean;
  /** Whether a page out of sight may sound and count; absent where none is needed. */
  readonly offscreen?: boolean;
}

export interface Ports {
  readonly shell: 'extension' | 'pwa';
  readonly clock: Clock;
  readonly random: Random;
  /** The relay beside the shell's own files, for devices to meet at; absent where the shell can reach none. */
  readonly relay?: {
    readonly origin: string;
    /** Further relays that the shell's policy lets it speak to, by their origins. */
    readonly others: () => Promise<readonly string[]>;
  };
  /** Opens the vault, whose code is fetched once the first screen stands. */
  readonly vault: (setup: VaultSetup) => Promise<Vault>;
  /** What a vault needs to write, fetched with the first change. */
  readonly writing: () => Promise<Writing>;
  /** Yjs, fetched when words are first written. */
  readonly bodies: () => Promise<Bodies>;
  /** Fetched where a lock is on, or may be. */
  readonly lockKeys: () => Promise<LockKeys>;
  readonly notices: Notices;
  readonly senses: Senses;
  /** Absent where no other tab can be seen. */
  readonly sites?: SiteAccess;
  /** Absent where the shell has none. */
  readonly keys?: Keys;
  /** Gives up what the shell keeps beside the vault, and every leave the browser gave it; absent where there is none. */
  readonly giveBack?: () => Promise<void>;
  readonly health: () => Promise<Health>;
  /** Brings one forward as a prompt of this level would come, to see it; false when it does not appear. */
  readonly show: (level: Level) => Promise<boolean>;
  /** BCP 47, best first. */
  readonly languages: readonly string[];
  /** Tells the one engine of this shell what the person did. */
  readonly tell: (event: PauseEvent) => Promise<void>;
  /** Opens the whole app at a route: a new tab for the extension, the same page for the PWA. */
  readonly openApp: (route: string) => void;
}
