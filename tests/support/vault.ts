import type { Bytes } from '#core/kernel/bytes.ts';
import { createId, systemRandom } from '#core/kernel/random.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

/** A vault of its own for one test; `name` opens the same one again, as a second tab would. */
export function testVault(
  name = createId(systemRandom),
  wall = () => 1_000_000,
  lockKey: () => Promise<Bytes | null> = () => Promise.resolve(null),
): Promise<Vault> {
  return Vault.open({
    name,
    random: systemRandom,
    wall,
    lockKey,
    writing: () => Promise.resolve(writing),
    bodies: () => Promise.resolve(yjsBodies),
  });
}
