import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * A Dexie query kept running for exactly as long as something on screen reads it. `then` runs outside
 * the query (opening rows is asynchronous in ways a transaction does not wait for); a slow answer never
 * overwrites a newer one.
 */
export class Live<Value> {
  #latest: { readonly value: Value } | { readonly failure: unknown };
  readonly #track: () => void;

  constructor(follow: (next: Watch<Value>) => () => void, initial: Value) {
    this.#latest = { value: initial };
    this.#track = createSubscriber((update) =>
      follow({
        value: (value) => {
          this.#latest = { value };
          update();
        },
        failure: (failure) => {
          this.#latest = { failure };
          update();
        },
      }),
    );
  }

  /** The newest answer. A failed query throws here, for the nearest `<svelte:boundary>`. */
  get current(): Value {
    this.#track();
    if ('failure' in this.#latest) throw this.#latest.failure;
    return this.#latest.value;
  }
}

interface Watch<Value> {
  readonly value: (value: Value) => void;
  readonly failure: (failure: unknown) => void;
}

/** Reads with `query` whenever the tables it read change, then turns the rows into what a screen needs. */
export function live<Rows, Value>(
  query: () => Promise<Rows>,
  then: (rows: Rows) => Promise<Value> | Value,
  initial: Value,
): Live<Value> {
  return new Live(({ value, failure }) => {
    let newest = 0;
    const answer = async (rows: Rows): Promise<void> => {
      const mine = ++newest;
      const answered = await then(rows);
      if (mine === newest) value(answered);
    };
    const subscription = liveQuery(query).subscribe(
      (rows) => void answer(rows).catch(failure),
      failure,
    );
    return () => {
      newest++;
      subscription.unsubscribe();
    };
  }, initial);
}
