/** What every route of the relay works with. */
import type { Bytes } from '../src/kernel/bytes.ts';
import type { Random } from '../src/kernel/random.ts';
import type { Route } from '../src/sync/protocol/routes.ts';
import type { Settings } from './environment.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';
import type { VaultRow } from './store/vaults.ts';

export interface RelayParts {
  readonly store: Store;
  readonly settings: Settings;
  readonly random: Random;
  readonly wall: () => number;
  readonly mono: () => number;
  readonly log: Log;
}

export interface RelayEnv {
  Variables: {
    route: Route;
    /** For rate limits only. */
    caller: string;
    vault: Bytes;
    held: VaultRow;
    /** It came with the token of the device that it names, which opens nothing else. */
    isOwn: boolean;
  };
}
