import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { WriteFailure } from '../../vault/item.ts';
import { live, type Live } from '../../vault/live.svelte.ts';
import type { Vault } from '../../vault/vault.ts';
import { countByDay, newestFirst } from './days.ts';
import {
  editedEntryFields,
  newEntryFields,
  parseEntry,
  type Entry,
  type EntryDraft,
  type EntrySource,
} from './entry.ts';

/** Entries read at once: about two screens (chosen). */
const chunkSize = 40;
const kind = 'entry';
const lastDay = '9999-12-31';

/** A run of whole days, newest first, kept live on its own: a change touches only its chunk. */
interface Chunk {
  readonly from: string;
  readonly entries: Live<Entry[]>;
}

/** The journal of one screen: a window of days that grows as the person scrolls back. */
export class JournalState {
  readonly #vault: Vault;
  readonly #shell: string;
  readonly #dayStart: () => number;
  #chunks = $state.raw<readonly Chunk[]>([]);
  #loading: Promise<void> | null = null;
  /** The newest day shown; later entries are hidden after a jump back in time. */
  #until = $state(lastDay);
  #ended = $state(false);
  #opened = $state(false);

  constructor(vault: Vault, options: { readonly shell: string; readonly dayStart: () => number }) {
    this.#vault = vault;
    this.#shell = options.shell;
    this.#dayStart = options.dayStart;
  }

  readonly #entries = $derived(newestFirst(this.#chunks.flatMap(({ entries }) => entries.current)));

  /** What is on the list so far, newest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** True once it is known whether there is anything to show. */
  get opened(): boolean {
    return this.#opened;
  }

  /** True when the oldest entry is on the list. */
  get ended(): boolean {
    return this.#ended;
  }

  get jumped(): boolean {
    return this.#until !== lastDay;
  }

  open(until = lastDay): Promise<void> {
    this.#until = until;
    this.#chunks = [];
    this.#ended = false;
    return this.older();
  }

  /** Reads the next chunk back in time; calls while one is on its way share it. */
  older(): Promise<void> {
    this.#loading ??= this.#readOlder().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #readOlder(): Promise<void> {
    if (this.#ended) return;
    const last = this.#chunks.at(-1);
    const until = last ? dayBefore(last.from) : this.#until;
    const rows = await this.#vault.db.rec
      .where('[kind+day]')
      .between([kind, ''], [kind, until], true, true)
      .reverse()
      .limit(chunkSize)
      .toArray();
    this.#ended = rows.length < chunkSize;
    const from = this.#ended ? '' : (rows.at(-1)?.day ?? '');
    const whole = await this.#vault.db.rec
      .where('[kind+day]')
      .between([kind, from], [kind, until], true, true)
      .toArray();
    const first = (await this.#vault.openRows(whole)).map(parseEntry);
    this.#chunks = [...this.#chunks, { from, entries: this.#live(from, until, first) }];
    this.#opened = true;
  }

  #live(from: string, until: string, first: Entry[]): Live<Entry[]> {
    return live(
      () =>
        this.#vault.db.rec
          .where('[kind+day]')
          .between([kind, from], [kind, until], true, true)
          .toArray(),
      async (rows) => (await this.#vault.openRows(rows)).map(parseEntry),
      first,
    );
  }

  /** How many entries each day of a year has, for the dots. */
  year(year: number): Live<ReadonlyMap<string, number>> {
    return live(
      () =>
        this.#vault.db.rec
          .where('[kind+day]')
          .between([kind, `${year}-01-01`], [kind, `${year}-12-31`], true, true)
          .keys(),
      (keys) => countByDay(keys.map((key) => (key as unknown as [string, string])[1])),
      countByDay([]),
    );
  }

  /** The entries of one day, newest first. */
  day(day: string): Live<Entry[]> {
    return live(
      () => this.#vault.db.rec.where('[kind+day]').equals([kind, day]).toArray(),
      async (rows) =>
        (await this.#vault.openRows(rows)).map(parseEntry).sort((a, b) => b.at - a.at),
      [],
    );
  }

  async read(id: string): Promise<Entry | null> {
    const item = await this.#vault.read(id);
    return item?.alive ? parseEntry(item) : null;
  }

  async add(
    text: string,
    draft: EntryDraft,
    source: EntrySource,
    id = this.newId(),
  ): Promise<Result<string, WriteFailure>> {
    const created = this.#vault.setup.wall();
    const fields = newEntryFields(draft, { source, shell: this.#shell, created }, this.#dayStart());
    const written = await this.#vault.write({ id, kind, fields, ...(text.trim() && { text }) });
    return written.ok ? { ok: true, value: id } : written;
  }

  newId(): string {
    return `entry:${createId(this.#vault.setup.random)}`;
  }

  async edit(
    before: Entry,
    text: string,
    draft: EntryDraft,
  ): Promise<Result<unknown, WriteFailure>> {
    const fields = editedEntryFields(before, draft, this.#dayStart());
    return this.#vault.write({ id: before.id, kind, fields, text });
  }

  forget(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind, fate: 'forget' });
  }

  restore(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind, fate: 'restore' });
  }

  /** No undo: the words are gone from this device, and from the others once they are in step. */
  erase(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind, fate: 'erase' });
  }
}

const dayBefore = (day: string): string =>
  day === '' ? '' : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
