/** Which relay this device uses, as it lies in `meta`: each device has its own word for it, so it is not synced. */
import type { VaultDatabase } from './database.ts';

export interface RelaySetting {
  /** Scheme, host and port. */
  readonly origin: string;
  /** What the relay's operator asks of those who come new. */
  readonly invite?: string;
  /** Epoch milliseconds when every row was last compared with the relay's; or since when it is used. */
  readonly audited?: number;
  /** Vaults that this device gave up, to be deleted as soon as their relay can be asked. */
  readonly former?: readonly FormerVault[];
}

export interface FormerVault {
  readonly vault: string;
  readonly token: string;
  /** The relay that holds it; the one in use when it is left out. */
  readonly origin?: string;
  /** The journal was moved away: it stays until the other devices have come along. */
  readonly waits?: boolean;
  /** Where the journal went could not be left there for the other devices to read. */
  readonly untold?: boolean;
  /** Epoch milliseconds when it did not answer, asked whether anybody came there since. */
  readonly silent?: number;
}

const relayKey = 'relay';

export async function readRelay(db: VaultDatabase): Promise<RelaySetting | null> {
  const kept = (await db.meta.get(relayKey))?.value as RelaySetting | undefined; // only putRelay writes here
  return kept ?? null;
}

export async function putRelay(db: VaultDatabase, setting: RelaySetting | null): Promise<void> {
  if (setting) await db.meta.put({ key: relayKey, value: setting });
  else await db.meta.delete(relayKey);
}
