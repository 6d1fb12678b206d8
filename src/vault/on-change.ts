import { liveQuery } from 'dexie';

/** Calls `listener` at once and whenever what `query` reads may have changed, in any window, until the returned function is called. */
export function onChange(query: () => Promise<unknown>, listener: () => void): () => void {
  const following = liveQuery(query).subscribe(listener, reportError);
  return () => {
    following.unsubscribe();
  };
}
