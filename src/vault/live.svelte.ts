import { createSubscriber } from 'svelte/reactivity';

import type { Item } from './item.ts';
import type { Readable, Watch } from './readable.ts';
import type { Row } from './row.ts';
import type { Stored, View } from './view.ts';

/** How an answer begins, before the first one comes. */
interface Beginning<Value> {
  readonly initial: Value;
  /** What is known without waiting; asked until there is something. */
  readonly glance?: () => { readonly value: Value } | undefined;
}

/** An answer kept up to date for exactly as long as something on screen reads it. */
export class Live<Value> {
  #latest: { readonly value: Value } | { readonly failure: unknown } | undefined;
  readonly #track: () => void;
  readonly #beginning: Beginning<Value>;

  constructor(follow: (watch: Watch<Value>) => () => void, beginning: Beginning<Value>) {
    this.#beginning = beginning;
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
        known: () => {
          this.#latest = beginning.glance?.() ?? this.#latest;
          update();
        },
      }),
    );
  }

  /** The newest answer. A failed query throws here, for the nearest `<svelte:boundary>`. */
  get current(): Value {
    this.#track();
    this.#latest ??= this.#beginning.glance?.();
    if (!this.#latest) return this.#beginning.initial;
    if ('failure' in this.#latest) throw this.#latest.failure;
    return this.#latest.value;
  }
}

/**
 * Turns the rows that `follow` tells into what a screen needs. `then` runs outside the query (opening rows
 * is asynchronous in ways a transaction does not wait for); a slow answer never overwrites a newer one.
 */
export function liveFrom<Rows, Value>(
  follow: (watch: Watch<Rows>) => () => void,
  then: (rows: Rows) => Promise<Value> | Value,
  beginning: Beginning<Value>,
): Live<Value> {
  return new Live(({ value, failure, known }) => {
    let newest = 0;
    const answer = async (rows: Rows): Promise<void> => {
      const mine = ++newest;
      const answered = await then(rows);
      if (mine === newest) value(answered);
    };
    const stop = follow({
      value: (rows) => void answer(rows).catch(failure),
      failure,
      ...(known && { known }),
    });
    return () => {
      newest++;
      stop();
    };
  }, beginning);
}

/** The rows of some views as a screen needs them. */
export const liveRows = <Table extends keyof Stored, Value>(
  vault: Readable,
  views: readonly View<Table>[],
  then: (rows: readonly Stored[Table][]) => Value,
  initial: Value,
): Live<Value> =>
  liveFrom((watch) => vault.follow(views, watch), then, {
    initial,
    glance: () => {
      const rows = vault.glance?.(views);
      return rows && { value: then(rows) };
    },
  });

/** The records of some views as a screen needs them. */
export const liveItems = <Value>(
  vault: Readable,
  views: readonly View<'rec'>[],
  then: (items: readonly Item[]) => Value,
  initial: Value,
): Live<Value> =>
  liveFrom(
    (watch: Watch<readonly Row[]>) => vault.follow(views, watch),
    async (rows) => then(await vault.openRows(rows)),
    {
      initial,
      glance: () => {
        const items = vault.glanceItems?.(views);
        return items && { value: then(items) };
      },
    },
  );
