/** Devices to be woken, and when. A wake is taken before it is sent, so that it is sent once. */
import type { Subscription } from '../../src/sync/protocol/wakes.ts';
import { mostDevices } from '../../src/sync/protocol/limits.ts';
import { ask, listOf, places, type Script } from './script.ts';
import { lockVault } from './vaults.ts';

export interface WakeAt {
  readonly name: Uint8Array;
  /** Epoch milliseconds. */
  readonly due: number;
}

export interface DeviceRow extends Subscription {
  /** Origin of the app that is to be opened. */
  readonly app: string;
  /** When the push service ended the subscription; the device has not said anything since. */
  readonly ended: number | null;
}

export interface DueWake {
  readonly vault: Uint8Array;
  readonly device: Uint8Array;
  readonly name: Uint8Array;
  readonly due: number;
  readonly at: number;
  readonly tries: number;
}

const deviceColumns = 'endpoint, p256dh, auth, app, ended';

export function* readDevice(vault: Uint8Array, id: Uint8Array): Script<DeviceRow | null> {
  const [row] = yield* ask<DeviceRow>(
    `select ${deviceColumns} from device where vault = $1 and id = $2`,
    [vault, id],
  );
  return row ?? null;
}

/** SHA-256 of the device's own token; null where it has none. */
export function* readOwn(vault: Uint8Array, id: Uint8Array): Script<Uint8Array | null> {
  const [row] = yield* ask<{ readonly own: Uint8Array | null }>(
    'select own from device where vault = $1 and id = $2',
    [vault, id],
  );
  return row?.own ?? null;
}

export interface DeviceSays {
  readonly subscription: Subscription;
  /** Origin of the app that is to be opened. */
  readonly app: string;
  readonly wakes: readonly WakeAt[];
  /** SHA-256 of its own token; null leaves it as it is. */
  readonly own: Uint8Array | null;
}

/** What the device says now stands in place of everything it said before. */
export function* putDevice(
  vault: Uint8Array,
  id: Uint8Array,
  { subscription: { endpoint, p256dh, auth }, app, wakes, own }: DeviceSays,
  now: number,
): Script<'Put' | 'Gone' | 'Full' | 'Ended'> {
  const head = yield* lockVault(vault);
  if (!head || head.deleted !== null) return 'Gone';
  const known = yield* readDevice(vault, id);
  if (known && known.ended !== null && known.endpoint === endpoint) return 'Ended';
  if (!known) {
    const [all] = yield* ask<{ readonly n: number }>(
      'select count(*) as n from device where vault = $1',
      [vault],
    );
    if ((all?.n ?? 0) >= mostDevices) return 'Full';
  }
  yield* ask(
    `insert into device (vault, id, endpoint, p256dh, auth, app, heard, ended, own)
     values ($1, $2, $3, $4, $5, $6, $7, null, $8)
     on conflict (vault, id) do update set endpoint = excluded.endpoint, p256dh = excluded.p256dh,
       auth = excluded.auth, app = excluded.app, heard = excluded.heard, ended = null,
       own = coalesce(excluded.own, device.own)`,
    [vault, id, endpoint, p256dh, auth, app, now, own],
  );
  yield* ask('delete from wake where vault = $1 and device = $2', [vault, id]);
  if (wakes.length > 0)
    yield* ask(
      `insert into wake (vault, device, name, due, at, tries) values ${places(wakes.length, 6, 0)}`,
      wakes.flatMap(({ name, due }) => [vault, id, name, due, due, 0]),
    );
  return 'Put';
}

export function* dropDevice(vault: Uint8Array, id: Uint8Array): Script<void> {
  yield* ask('delete from wake where vault = $1 and device = $2', [vault, id]);
  yield* ask('delete from device where vault = $1 and id = $2', [vault, id]);
}

/** The subscription is over: the device is told so when it next says anything. */
export function* endDevice(vault: Uint8Array, id: Uint8Array, now: number): Script<void> {
  yield* ask('delete from wake where vault = $1 and device = $2', [vault, id]);
  yield* ask('update device set ended = $3 where vault = $1 and id = $2', [vault, id, now]);
}

export function* cancelWakes(vault: Uint8Array, names: readonly Uint8Array[]): Script<void> {
  if (names.length === 0) return;
  yield* ask(`delete from wake where vault = $1 and name in ${listOf(names.length, 1)}`, [
    vault,
    ...names,
  ]);
}

/** The one look across vaults; what is found is then taken vault by vault. */
export const findDue = (now: number, most: number): Script<readonly DueWake[]> =>
  ask<DueWake>(
    'select vault, device, name, due, at, tries from wake where at <= $1 order by at limit $2',
    [now, most],
  );

/** Null when another relay was quicker, or it was cancelled or put off meanwhile. */
export function* takeWake({ vault, device, name, at }: DueWake): Script<DeviceRow | null> {
  const taken = yield* ask(
    'delete from wake where vault = $1 and device = $2 and name = $3 and at = $4 returning due',
    [vault, device, name, at],
  );
  return taken.length > 0 ? yield* readDevice(vault, device) : null;
}

/** It was not taken: once more, unless the device has said anything about it meanwhile. */
export function* putBack(
  { vault, device, name, due, tries }: DueWake,
  at: number,
  endpoint: string,
): Script<void> {
  yield* ask(
    `insert into wake (vault, device, name, due, at, tries)
     select vault, id, $3, $4, $5, $6 from device
     where vault = $1 and id = $2 and endpoint = $7 and ended is null
     on conflict (vault, device, name) do nothing`,
    [vault, device, name, due, at, tries + 1, endpoint],
  );
}

/** Devices that have not said anything for so long are not there any more. */
export function* forgetDevices(heardBefore: number): Script<void> {
  yield* ask('delete from device where heard < $1', [heardBefore]);
}

/** What the relay keeps for itself under this name: the first to come decides. */
export function* keepOwn(name: string, value: string): Script<string> {
  yield* ask('insert into own (name, value) values ($1, $2) on conflict (name) do nothing', [
    name,
    value,
  ]);
  const [kept] = yield* ask<{ readonly value: string }>('select value from own where name = $1', [
    name,
  ]);
  return kept?.value ?? value;
}
