import type { Result } from '../kernel/result.ts';
import type { Change, Item, WriteFailure } from './item.ts';
import { liveItems } from './live.svelte.ts';
import type { Readable } from './readable.ts';
import type { View } from './view.ts';
import { Wishes } from './wishes.ts';

interface Changeable extends Readable {
  write(
    ...changes: readonly Change[]
  ): Promise<Result<readonly { readonly lv: number }[], WriteFailure>>;
}

/** Records that a screen follows. */
interface Followed<Unknown> {
  /** As the vault tells them, with what was changed here and is not back from it yet. */
  readonly current: readonly Item[] | Unknown;
}

/**
 * What one page changes, ahead of what live queries tell: a second change builds on the first although that is not
 * back from the vault yet. Whatever a screen shows and writes as a whole is read and written through it.
 */
export class Ahead {
  readonly #vault: Changeable;
  readonly #wishes = new Wishes();
  /** Rises whenever a wish comes, is written, or could not be kept. */
  #turn = $state(0);
  /** Two changes of one record never overtake each other. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(vault: Changeable) {
    this.#vault = vault;
  }

  /** The records of some views; `unknown` until the vault has told them. */
  follow<Unknown extends readonly Item[] | null>(
    views: readonly View<'rec'>[],
    unknown: Unknown,
  ): Followed<Unknown> {
    const kept = liveItems<readonly Item[] | Unknown>(
      this.#vault,
      views,
      (items) => items,
      unknown,
    );
    let last: { readonly told: unknown; readonly turn: number; items: readonly Item[] } | undefined;
    const currentOf = (): readonly Item[] | Unknown => {
      const [told, turn] = [kept.current, this.#turn];
      if (told === null) return unknown;
      if (last?.told !== told || last.turn !== turn)
        last = { told, turn, items: this.#wishes.over(told, views) };
      return last.items;
    };
    return {
      get current() {
        return currentOf();
      },
    };
  }

  /** All the changes or none; shown at once, and taken back when they could not be kept. */
  async write(...changes: readonly Change[]): ReturnType<Changeable['write']> {
    const settle = this.#wishes.add(changes);
    this.#turn += 1;
    const written = this.#writing.then(() => this.#vault.write(...changes));
    this.#writing = written.catch(() => undefined); // whoever waits for `written` hears of it
    let kept: readonly { readonly lv: number }[] = [];
    try {
      const result = await written;
      if (result.ok) kept = result.value;
      return result;
    } finally {
      settle(kept);
      this.#turn += 1;
    }
  }
}
