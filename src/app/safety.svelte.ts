import { parseSafety } from '../features/help/safety.ts';
import type { Item } from '../vault/item.ts';
import { liveItems, type Live } from '../vault/live.svelte.ts';
import type { Readable } from '../vault/readable.ts';
import { recordView } from '../vault/view.ts';

/** Whether *When it is not safe* stands first; a kept page counts for as long as it is kept. */
export class NotSafeFirst {
  readonly #items: () => readonly Item[];
  readonly #safety = $derived.by(() => parseSafety(this.#items()));
  readonly #entry: Live<boolean> | null;

  constructor(vault: Readable, items: () => readonly Item[]) {
    this.#items = items;
    this.#entry = $derived(
      this.#safety.entry === ''
        ? null
        : liveItems<boolean>(
            vault,
            [recordView(this.#safety.entry)],
            ([entry]) => entry?.alive === true,
            false,
          ),
    );
  }

  /** It follows from a page that was kept. */
  get kept(): boolean {
    return this.#safety.entry !== '';
  }

  get first(): boolean {
    return this.#safety.first && (this.#entry === null || this.#entry.current);
  }
}
