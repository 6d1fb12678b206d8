/**
 * A vault that can be shown before it stands: a first screen reads what the first look found, and follows
 * the tables from when they are there. Whatever needs more than reading waits for them.
 */
import type { Result } from '../kernel/result.ts';
import type { FirstLook } from './first-look.ts';
import { itemOf, type Change, type Item, type WriteFailure } from './item.ts';
import type { Readable, Watch } from './readable.ts';
import type { Row } from './row.ts';
import type { Vault } from './vault.ts';
import { eachOnce, type Stored, type View } from './view.ts';

export class EarlyVault implements Readable {
  readonly #look: Promise<void>;
  /** Rejects when the tables do not open; the shell says so. */
  readonly opened: Promise<Vault>;
  /** What the look found, until the tables tell more. */
  #found: FirstLook | null = null;

  constructor(look: Promise<FirstLook | null>, opened: Promise<Vault>) {
    let stands = false;
    this.#look = look.then((found) => {
      if (!stands) this.#found = found;
    });
    this.opened = opened.then((vault) => {
      stands = true;
      this.#found = null;
      return vault;
    });
  }

  follow<Table extends keyof Stored>(
    views: readonly View<Table>[],
    watch: Watch<readonly Stored[Table][]>,
  ): () => void {
    let stop: (() => void) | null = null;
    let ended = false;
    // All who follow hear of it in one turn, so that the screen changes once. Who follows later has glanced already.
    if (!this.#found)
      void this.#look.then(() => {
        if (!ended && this.#found) watch.known?.();
      });
    void this.opened.then(
      (vault) => {
        if (!ended) stop = vault.follow(views, watch);
      },
      () => undefined, // heard by whoever opened it
    );
    return () => {
      ended = true;
      stop?.();
    };
  }

  glance<Table extends keyof Stored>(
    views: readonly View<Table>[],
  ): readonly Stored[Table][] | undefined {
    const found = views.map((view) => this.#found?.rows(view));
    return found.every((rows) => rows !== undefined) ? eachOnce(found.flat()) : undefined;
  }

  glanceItems(views: readonly View<'rec'>[]): Item[] | undefined {
    return this.glance(views)?.flatMap((row) => {
      const rec = this.#found?.recs.get(row.id);
      return rec ? [itemOf(rec, row.lv)] : [];
    });
  }

  async openRows(rows: readonly Row[]): Promise<Item[]> {
    const { recs } = this.#found ?? {};
    if (!recs) return (await this.opened).openRows(rows);
    return rows.flatMap(({ id, lv }) => {
      const rec = recs.get(id);
      return rec ? [itemOf(rec, lv)] : [];
    });
  }

  async write(...changes: readonly Change[]): Promise<Result<Item[], WriteFailure>> {
    return (await this.opened).write(...changes);
  }
}
