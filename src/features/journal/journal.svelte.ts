import { dayOf } from '../../kernel/civil-time.ts';
import { daysBefore, lastDay } from '../../kernel/dates.ts';
import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import { letPaint } from '../../ui/let-paint.ts';
import type { Change, WriteFailure } from '../../vault/item.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { dayOfKey, rowsOfDays } from '../../vault/rows-of-days.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { countByDay, newestFirst } from './days.ts';
import type { DraftPlace } from './draft.svelte.ts';
import {
  entryKind,
  entryRecordId,
  newEntryFields,
  parseEntry,
  type Entry,
  type EntryDraft,
  type EntrySource,
} from './entry.ts';
import { letterKind, letterRecordId } from './letters.ts';

/** Entries read at once: about two screens, then more with every step back, up to the last (chosen). */
const chunkSizes = [40, 80, 160];
/** Rows opened in one go (chosen: a few milliseconds, also where a telephone opens them). */
const openedAtOnce = 20;
/** A chunk that sync fills beyond this many more is read anew in chunks (chosen). */
const mostNew = 400;

/** A run of whole days, newest first, kept live on its own: a change touches only its chunk. */
interface Chunk {
  readonly from: string;
  readonly entries: Live<Entry[]>;
}

/** Rows as they stood, and the entries in them. */
interface Read {
  readonly rows: readonly Row[];
  readonly entries: Entry[];
}

const sameRows = (some: readonly Row[], others: readonly Row[]): boolean =>
  some.length === others.length &&
  some.every(({ id, lv }, at) => id === others[at]?.id && lv === others[at].lv);

const waitingLetter = (entry: string, day: string): Change => ({
  ...{ id: letterRecordId(entry), kind: letterKind },
  fields: { day },
});

interface Options {
  readonly shell: string;
  readonly dayStart: () => number;
}

/** The journal of one screen: a window of days that grows as the person scrolls back. */
export class JournalState {
  readonly #vault: Vault;
  readonly #options: Options;
  #chunks = $state.raw<readonly Chunk[]>([]);
  #loading: Promise<void> | null = null;
  /** The newest day shown; later entries are hidden after a jump back in time. */
  #until = $state(lastDay);
  #ended = $state(false);
  #opened = $state(false);
  /** Rises with every `open`: what an earlier one still reads is not for this list. */
  #turn = 0;

  constructor(vault: Vault, options: Options) {
    this.#vault = vault;
    this.#options = options;
  }

  readonly #entries = $derived(this.#chunks.flatMap(({ entries }) => entries.current));

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
    this.#turn++;
    this.#until = until;
    this.#chunks = [];
    this.#ended = false;
    this.#loading = null;
    return this.older();
  }

  /** Reads the next chunk back in time; calls while one is on its way share it. */
  older(): Promise<void> {
    if (this.#loading) return this.#loading;
    const loading = this.#readOlder(this.#turn).finally(() => {
      if (this.#loading === loading) this.#loading = null;
    });
    this.#loading = loading;
    return loading;
  }

  async #readOlder(turn: number): Promise<void> {
    if (this.#ended) return;
    const last = this.#chunks.at(-1);
    const until = last ? daysBefore(last.from, 1) : this.#until;
    const size = chunkSizes[this.#chunks.length] ?? chunkSizes.at(-1) ?? 0;
    const newest = await this.#rows('', until).reverse().limit(size).keys();
    const ended = newest.length < size;
    const from = ended ? '' : dayOfKey(newest.at(-1));
    const rows = await this.#rows(from, until).toArray();
    const first = { rows, entries: await this.#read(rows) };
    if (turn !== this.#turn) return;
    this.#ended = ended;
    this.#chunks = [...this.#chunks, { from, entries: this.#live(from, until, first) }];
    this.#opened = true;
  }

  #live(from: string, until: string, first: Read): Live<Entry[]> {
    return live(
      () => this.#rows(from, until).toArray(),
      async (rows) => {
        // The query begins by reading what was just read: nothing on the list is to be made anew for it.
        if (sameRows(rows, first.rows)) return first.entries;
        if (rows.length <= first.rows.length + mostNew) return this.#read(rows);
        await this.open(this.#until);
        return first.entries;
      },
      first.entries,
    );
  }

  #rows(from: string, until: string): ReturnType<typeof rowsOfDays> {
    return rowsOfDays(this.#vault.db, entryKind, from, until);
  }

  async #read(rows: readonly Row[]): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let at = 0; at < rows.length; at += openedAtOnce) {
      // Opening short rows is over within the task it began in: a chunk in one go would hold up a frame.
      if (at > 0) await letPaint();
      for (const item of await this.#vault.openRows(rows.slice(at, at + openedAtOnce)))
        entries.push(parseEntry(item));
    }
    return newestFirst(entries);
  }

  /** How many entries each day of a year has, for the dots. */
  year(year: number): Live<ReadonlyMap<string, number>> {
    return live(
      () => this.#rows(`${year}-01-01`, `${year}-12-31`).keys(),
      (keys) => countByDay(keys.map(dayOfKey)),
      countByDay([]),
    );
  }

  /** `draft` names the place the words were drafted in, which is cleared as they are kept. */
  async add(
    text: string,
    entry: EntryDraft,
    source: EntrySource,
    draft?: DraftPlace,
  ): Promise<Result<string, WriteFailure>> {
    const id = entryRecordId(createId(this.#vault.setup.random));
    const { shell, dayStart } = this.#options;
    const created = this.#vault.setup.wall();
    const fields = newEntryFields(entry, { source, shell, created }, dayStart());
    const { opensAt = null } = entry;
    const written = await this.#vault.write(
      {
        ...{ id, kind: entryKind, fields },
        ...(text.trim() && { text }),
        ...(draft && { draft }),
      },
      ...(opensAt === null ? [] : [waitingLetter(id, dayOf(opensAt, entry.zone, dayStart()))]),
    );
    return written.ok ? { ok: true, value: id } : written;
  }

  forget(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: entryKind, fate: 'forget' });
  }

  restore(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: entryKind, fate: 'restore' });
  }

  /** No undo: the words are gone from this device, and from the others once they are in step. */
  async erase(id: string): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: entryKind, fate: 'erase' }, ...(await this.#waiting(id)));
  }

  /** Before its time, and for good: on every device it is an entry like any other. */
  async openEarly(id: string): Promise<Result<unknown, WriteFailure>> {
    const open = { id, kind: entryKind, fields: { opensAt: null } };
    return this.#vault.write(open, ...(await this.#waiting(id)));
  }

  /** Nobody need be told any more that it can be opened. */
  async letterMet(id: string): Promise<Result<unknown, WriteFailure>> {
    const waiting = await this.#waiting(id);
    return waiting.length === 0 ? { ok: true, value: [] } : this.#vault.write(...waiting);
  }

  /** What ends a letter's waiting; nothing for an entry that is no letter, or was met already. */
  async #waiting(entry: string): Promise<Change[]> {
    const id = letterRecordId(entry);
    const row = await this.#vault.db.rec.get(id);
    return row?.kind === letterKind ? [{ id, kind: letterKind, fate: 'erase' }] : [];
  }
}
