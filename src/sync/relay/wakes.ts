/** Asks a relay to wake this device, and takes back what was answered. */
import { textOf } from '../../kernel/bytes.ts';
import { parseJson } from '../../kernel/json.ts';
import { routes, vaultPath, wakesPath } from '../protocol/routes.ts';
import { pushKeyShape, serialiseWakes, type DeviceWakes } from '../protocol/wakes.ts';
import type { Schedule } from '../schedule.ts';
import { askForBytes, type Fetch, type RelayAccess } from './ask.ts';
import { RelayFailure } from './failure.ts';

/** Milliseconds for one request (chosen): a push service is asked meanwhile. */
const patience = 20_000;
const json = 'application/json';

/** Each rejects with a {@link RelayFailure}. */
export interface WakeDesk {
  /** What a subscription is made with, in base64url; null where the relay wakes nobody. */
  key(): Promise<string | null>;
  put(device: string, wakes: DeviceWakes): Promise<void>;
  wakeNow(device: string): Promise<void>;
  drop(device: string): Promise<void>;
  cancel(names: readonly string[]): Promise<void>;
}

export function wakeDeskAt(access: RelayAccess, fetch: Fetch, schedule: Schedule): WakeDesk {
  const { vault } = access;
  const send = async (method: string, path: string, body?: string): Promise<void> => {
    const question = {
      method,
      path,
      accept: null,
      ...(body !== undefined && { type: json, body }),
    };
    await askForBytes(access, question, fetch, schedule, patience);
  };
  return {
    async key() {
      const path = routes.pushKey.path.replace('{vault}', vault);
      try {
        const question = { method: 'GET', path, accept: json };
        const answer = await askForBytes(access, question, fetch, schedule, patience);
        const said = pushKeyShape.read(parseJson(textOf(answer)));
        if (!said) throw new RelayFailure('NotARelay');
        return said.key;
      } catch (failure) {
        if (failure instanceof RelayFailure && failure.refusal === 'nothing') return null;
        throw failure;
      }
    },
    put: (device, wakes) => send('PUT', wakesPath(vault, device), serialiseWakes(wakes)),
    wakeNow: (device) => send('POST', wakesPath(vault, device)),
    drop: (device) => send('DELETE', wakesPath(vault, device)),
    cancel: (names) => send('POST', vaultPath('cancel', vault), JSON.stringify({ names })),
  };
}
