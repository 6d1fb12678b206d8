import { liveQuery } from 'dexie';

import { liveFrom, type Live } from './live.svelte.ts';

/** Reads with `query` whenever the tables it read change, then turns the rows into what a screen needs. */
export const live = <Rows, Value>(
  query: () => Promise<Rows>,
  then: (rows: Rows) => Promise<Value> | Value,
  initial: Value,
): Live<Value> =>
  liveFrom(
    ({ value, failure }) => {
      const following = liveQuery(query).subscribe(value, failure);
      return () => {
        following.unsubscribe();
      };
    },
    then,
    { initial },
  );
