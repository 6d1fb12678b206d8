/** Which of several relays holds the journal of a seed: a recovery kit names none. */
import type { Bytes } from '../../kernel/bytes.ts';
import { deriveKeys, relayTokenOf } from '../../vault/keys.ts';
import { RelayFailure } from './failure.ts';
import { createRelayPeer, type RelayOptions, type Standing } from './peer.ts';

/** The first one where none says that it does. `origins` are not empty. */
export async function holderOf(
  seed: Bytes,
  origins: readonly string[],
  options: RelayOptions,
): Promise<string> {
  const [usual = ''] = origins;
  if (origins.length < 2) return usual;
  const { vault } = await deriveKeys(seed);
  const looks = await Promise.all(
    origins.map(async (origin): Promise<Standing | null> => {
      const token = await relayTokenOf(seed, origin);
      return createRelayPeer({ origin, vault, token }, options)
        .look()
        .catch((failure: unknown) => {
          if (!(failure instanceof RelayFailure)) throw failure;
          return null;
        });
    }),
  );
  return origins[looks.indexOf('held')] ?? usual;
}
