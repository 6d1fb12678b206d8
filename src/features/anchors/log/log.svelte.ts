import { daysBefore, lastDay } from '../../../kernel/dates.ts';
import type { Json } from '../../../kernel/json.ts';
import { createId } from '../../../kernel/random.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Stored } from '../../../kernel/stored.ts';
import type { WriteFailure } from '../../../vault/item.ts';
import { FieldsEditing } from '../../../vault/fields-editing.svelte.ts';
import { live } from '../../../vault/live-query.svelte.ts';
import { liveItems, type Live } from '../../../vault/live.svelte.ts';
import { rowsOfDays } from '../../../vault/rows-of-days.ts';
import type { Vault } from '../../../vault/vault.ts';
import { daysView, recordView } from '../../../vault/view.ts';
import type { Occasion } from './occasion.ts';

type Fields = Readonly<Record<string, Json>>;
type Written = Promise<Result<unknown, WriteFailure>>;

/** What was noted of one kind, each thing by itself and as many a day as there were. */
export class Log<Member extends Occasion> {
  readonly #vault: Vault;
  readonly #kind: string;
  readonly #parse: (stored: Stored) => Member | null;
  /** Changes are written in the order in which they were made. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(vault: Vault, kind: string, parse: (stored: Stored) => Member | null) {
    this.#vault = vault;
    this.#kind = kind;
    this.#parse = parse;
  }

  /** By day, both included. Null until it is known. */
  between(from: string, until: string): Live<readonly Member[] | null> {
    return liveItems<readonly Member[] | null>(
      this.#vault,
      [daysView(this.#kind, from, until)],
      (items) => items.flatMap((item) => (item.alive && this.#parse(item)) || []),
      null,
    );
  }

  /** One of them; null where it is not there, undefined until that is known. */
  one(id: string): Live<Member | null | undefined> {
    return liveItems<Member | null | undefined>(
      this.#vault,
      [recordView(id)],
      ([item]) => (item?.alive === true && item.kind === this.#kind ? this.#parse(item) : null),
      undefined,
    );
  }

  /** Whether there is anything before a day. Null until it is known. */
  anyBefore(date: string): Live<boolean | null> {
    return this.#any(daysBefore(date, 1));
  }

  any(): Live<boolean | null> {
    return this.#any(lastDay);
  }

  /** The id it was given; null where it was not kept, which `heard` is told. */
  async add(
    fields: Fields,
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ): Promise<string | null> {
    const id = `${this.#kind}:${createId(this.#vault.setup.random)}`;
    return heard(await this.change(id, fields)) ? id : null;
  }

  /** Words that are being typed into one of them. */
  typing<Name extends string>(
    id: string,
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ): FieldsEditing<Name> {
    return new FieldsEditing<Name>(async (typed) => {
      // Of those that were typed, each has its words.
      const fields = { ...typed } as unknown as Fields;
      return heard(await this.change(id, fields));
    });
  }

  change(id: string, fields: Fields): Written {
    const written = this.#writing.then(() => this.#vault.write({ id, kind: this.#kind, fields }));
    this.#writing = written.catch(() => undefined); // whoever waits for `written` hears of it
    return written;
  }

  forget(id: string): Written {
    return this.#vault.write({ id, kind: this.#kind, fate: 'forget' });
  }

  restore(id: string): Written {
    return this.#vault.write({ id, kind: this.#kind, fate: 'restore' });
  }

  #any(until: string): Live<boolean | null> {
    return live<number, boolean | null>(
      () => rowsOfDays(this.#vault.db, this.#kind, '', until).limit(1).count(),
      (count) => count > 0,
      null,
    );
  }
}
