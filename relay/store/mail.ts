/** Messages that wait for one reader. */
import { ask, type Script } from './script.ts';

/** Whether there was room under this name: a message is never written over. */
export function* putMail(
  id: Uint8Array,
  sealed: Uint8Array,
  now: number,
  until: number,
): Script<boolean> {
  yield* ask('delete from mail where until <= $1', [now]);
  const put = yield* ask(
    `insert into mail (id, sealed, until) values ($1, $2, $3)
     on conflict (id) do nothing returning until`,
    [id, sealed, until],
  );
  return put.length > 0;
}

/** Null when there is none, or none any more. */
export function* takeMail(id: Uint8Array, now: number): Script<Uint8Array | null> {
  const [taken] = yield* ask<{ readonly sealed: Uint8Array; readonly until: number }>(
    'delete from mail where id = $1 returning sealed, until',
    [id],
  );
  return taken && taken.until > now ? taken.sealed : null;
}

export function* countMail(): Script<number> {
  const [row] = yield* ask<{ readonly waiting: number }>(
    'select count(*) as waiting from mail',
    [],
  );
  return row?.waiting ?? 0;
}
