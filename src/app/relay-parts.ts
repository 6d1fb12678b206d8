/** What every context that has rounds with a relay brings to them: the way there, and what follows a round. */
import type { Clock } from '../ports.ts';
import { systemFetch } from '../sync/relay/ask.ts';
import type { KeeperParts } from '../sync/relay/keeper.ts';
import { relayTime } from '../sync/relay/relay-time.ts';
import { systemSchedule } from '../sync/schedule.ts';
import { noteBehind } from '../vault/clock-behind.ts';
import type { Vault } from '../vault/vault.ts';
import { callOffWakes } from './call-off-wakes.ts';

export function relayParts(
  vault: Vault,
  clock: Pick<Clock, 'wall' | 'zone'>,
): Required<Pick<KeeperParts, 'fetch' | 'schedule' | 'wall' | 'afterRound'>> {
  const { fetch, behind } = relayTime(systemFetch, clock.wall);
  const schedule = systemSchedule;
  return {
    fetch,
    schedule,
    wall: clock.wall,
    afterRound: async (access) => {
      const told = behind();
      if (told !== null) await noteBehind(vault.db, told);
      await callOffWakes(vault, access, clock, { fetch, schedule });
    },
  };
}
