/** What a device owes the others after a round, whoever had it: a page, or the extension with none open. */
import type { RelayKeeper } from '../sync/relay/keeper.ts';
import type { DeviceRecords, KnownDevice } from './device-records.ts';

/**
 * It says that it was here, and deletes what waits at the relay of before once all have come along. Returns those that
 * have not; null after a round that failed, as nothing is known then.
 */
export async function comeAlong(
  keeper: RelayKeeper,
  records: DeviceRecords,
): Promise<readonly KnownDevice[] | null> {
  const { origin, trouble, from } = keeper.state;
  if (origin === null || trouble !== null) return null;
  await records.note(origin);
  if (from === null) return [];
  const behind = await records.behind(origin);
  // Somebody may have come in step there since, and be on no list yet.
  if (behind.length > 0 || !(await keeper.lookBack())) return behind;
  // What came from there is to go on to the others.
  keeper.poke(0);
  const late = await records.behind(origin);
  if (late.length === 0) await keeper.letGo();
  return late;
}
