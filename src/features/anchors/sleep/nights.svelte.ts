import { lastDay } from '../../../kernel/dates.ts';
import { createId } from '../../../kernel/random.ts';
import type { Result } from '../../../kernel/result.ts';
import type { WriteFailure } from '../../../vault/item.ts';
import { live } from '../../../vault/live-query.svelte.ts';
import { liveItems, type Live } from '../../../vault/live.svelte.ts';
import { rowsOfDays } from '../../../vault/rows-of-days.ts';
import type { Vault } from '../../../vault/vault.ts';
import { daysView } from '../../../vault/view.ts';
import { KnownNights, type KnownNight } from './known-nights.ts';
import { nightId, nightKind } from './night.ts';

/** The nights of one vault. */
export class Nights {
  readonly #vault: Vault;
  readonly #known = new KnownNights();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** By date, both included; oldest first. Null until it is known. */
  between(from: string, until: string): Live<readonly KnownNight[] | null> {
    return liveItems<readonly KnownNight[] | null>(
      this.#vault,
      [daysView(nightKind, from, until)],
      (items) => items.flatMap((item) => this.#known.of(item) ?? []),
      null,
    );
  }

  /** Whether there is a night at all. Null until it is known. */
  any(): Live<boolean | null> {
    return live<number, boolean | null>(
      () => rowsOfDays(this.#vault.db, nightKind, '', lastDay).limit(1).count(),
      (count) => count > 0,
      null,
    );
  }

  /** Of something that is added to a night. */
  newId(): string {
    return createId(this.#vault.setup.random);
  }

  /** The id of one more main sleep of a date that has one. */
  secondId(date: string): string {
    return nightId(date, this.newId());
  }

  forget(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: nightKind, fate: 'forget' });
  }

  restore(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: nightKind, fate: 'restore' });
  }
}
