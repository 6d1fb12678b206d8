/** A vault that is kept in step with a real relay. */
import { onTestFinished } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import type { Fetch } from '#core/sync/relay/ask.ts';
import { RelayKeeper, type KeeperParts } from '#core/sync/relay/keeper.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import type { Vault } from '#core/vault/vault.ts';

import type { Environment } from '../../relay/environment.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';
import { freshSqlite, startRelay, type RunningRelay } from './relay-world.ts';

export interface Kept {
  readonly vault: Vault;
  readonly keeper: RelayKeeper;
  readonly timers: ManualTimers;
}

export async function keep(
  vault: Vault,
  through: Fetch = (...asked) => fetch(...asked),
  parts: Partial<KeeperParts> = {},
): Promise<Kept> {
  const timers = createManualTimers();
  const keeper = new RelayKeeper(vault, {
    fetch: through,
    schedule: timers.schedule,
    random: systemRandom,
    wall: () => 5_000,
    bodies: () => Promise.resolve(yjsBodies),
    alone: (run) => run(),
    ...parts,
  });
  await keeper.recall();
  return { vault, keeper, timers };
}

export interface ReopenedRelay extends RunningRelay {
  /** Again at the same address and on the same store, for which other settings may hold. */
  readonly reopen: (environment?: Environment) => Promise<void>;
}

export async function setupRelay(environment?: Environment): Promise<ReopenedRelay> {
  const store = await freshSqlite();
  let relay = await startRelay({ store, ...(environment && { environment }) });
  const { origin } = relay;
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  return {
    ...relay,
    close: () => relay.close(),
    async reopen(other) {
      const port = Number(new URL(origin).port);
      relay = await startRelay({ store, port, ...(other && { environment: other }) });
    },
  };
}
