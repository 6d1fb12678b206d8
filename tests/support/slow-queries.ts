import type { Item } from '#core/vault/item.ts';
import type { Readable, Watch } from '#core/vault/readable.ts';
import type { Vault } from '#core/vault/vault.ts';

/** A vault whose live queries tell what they know only when they are let, as on a computer that is busy. */
export class SlowQueries implements Readable {
  readonly #vault: Vault;
  #waiting: (() => void)[] = [];
  #isHeld = false;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  hold(): void {
    this.#isHeld = true;
  }

  /** What was held comes in its order, and what comes later at once. */
  let(): void {
    this.#isHeld = false;
    this.letSome(Infinity);
  }

  /** The first answers of those that are held. */
  letSome(many: number): void {
    for (const tell of this.#waiting.splice(0, many)) tell();
  }

  get held(): number {
    return this.#waiting.length;
  }

  follow: Readable['follow'] = (views, watch: Watch<readonly never[]>) =>
    this.#vault.follow(views, {
      ...watch,
      value: (rows) => {
        const tell = (): void => {
          watch.value(rows as never);
        };
        if (this.#isHeld) this.#waiting.push(tell);
        else tell();
      },
    });

  openRows: Readable['openRows'] = (rows): Promise<Item[]> => this.#vault.openRows(rows);

  write: Vault['write'] = (...changes) => this.#vault.write(...changes);
}
