/** A vault as a screen that only reads sees it: before its tables are there, and as well once they are. */
import type { Item } from './item.ts';
import type { Row } from './row.ts';
import type { Stored, View } from './view.ts';

/** What became of a question that is asked again whenever its answer may have changed. */
export interface Watch<Value> {
  readonly value: (value: Value) => void;
  readonly failure: (failure: unknown) => void;
  /** There is more to glance at than before. */
  readonly known?: () => void;
}

export interface Readable {
  /** Tells the rows at once and after every change, in any window, until the returned function is called. */
  follow<Table extends keyof Stored>(
    views: readonly View<Table>[],
    watch: Watch<readonly Stored[Table][]>,
  ): () => void;
  openRows(rows: readonly Row[]): Promise<Item[]>;
  /** What is known of some views without waiting; nobody need be told it once more. */
  glance?<Table extends keyof Stored>(
    views: readonly View<Table>[],
  ): readonly Stored[Table][] | undefined;
  glanceItems?(views: readonly View<'rec'>[]): Item[] | undefined;
}
