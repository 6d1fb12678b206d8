/** Tells the relay, after a round, for which moments it has to wake nobody any more. */
import { calledOff } from '../features/pauses/called-off.ts';
import { engineStateKey } from '../features/pauses/engine-state.ts';
import { parseState } from '../features/pauses/parse-state.ts';
import type { Clock } from '../ports.ts';
import { longestWait, mostWakes } from '../sync/protocol/limits.ts';
import type { RelayAccess } from '../sync/relay/ask.ts';
import { wakeDeskAt } from '../sync/relay/wakes.ts';
import type { KeeperParts } from '../sync/relay/keeper.ts';
import { wireIdOf } from '../vault/keys.ts';
import type { Vault } from '../vault/vault.ts';
import { KeptRules } from './kept-rules.ts';

/** What was called off already, so that most rounds have nothing to say. */
const calledOffKey = 'called-off';

/** Rejects when the relay cannot be told; the next round says it then. */
export async function callOffWakes(
  vault: Vault,
  access: RelayAccess,
  clock: Pick<Clock, 'wall' | 'zone'>,
  { fetch, schedule }: Pick<KeeperParts, 'fetch' | 'schedule'>,
): Promise<void> {
  const kept = (await vault.db.meta.get(engineStateKey))?.value;
  if (kept === undefined) return;
  const at = { wall: clock.wall(), zone: clock.zone(), mono: 0, boot: '' };
  const { rules } = await new KeptRules(vault).current();
  const slots = calledOff(parseState(kept, at).state, rules, at, {
    ms: longestWait,
    most: mostWakes,
  });
  const before = (await vault.db.meta.get(calledOffKey))?.value as readonly string[] | undefined; // written below
  const fresh = slots.filter((slot) => before?.includes(slot) !== true);
  if (fresh.length > 0) {
    const names = fresh.map((slot) => wireIdOf(vault.keys, `wake ${slot}`));
    await wakeDeskAt(access, fetch, schedule).cancel(await Promise.all(names));
  }
  if (fresh.length > 0 || before?.length !== slots.length)
    await vault.db.meta.put({ key: calledOffKey, value: slots });
}
