/**
 * The rows that a first screen shows, read by IndexedDB itself while the rest of Comma is still on its way:
 * opening the tables is most of the code that a page loads, and a first screen need not wait for it. It only
 * reads, and only a database of exactly this code's shape; whatever else it meets (none yet, an older or a
 * newer one, one that does not open) it leaves to the tables, which know what to do or to say.
 */
import { openBy } from './envelope.ts';
import { inflateByBrowser } from './inflate-by-browser.ts';
import { keyringKey, type Keyring, type KeptKeyring } from './keyring.ts';
import { migrations } from './migrations/index.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';
import type { Stored, View } from './view.ts';

export interface FirstLook {
  /** Undefined when this was not looked for. */
  rows<Table extends keyof Stored>(view: View<Table>): readonly Stored[Table][] | undefined;
  /** By the id of its row, every record that opened. */
  readonly recs: ReadonlyMap<string, Rec>;
}

/** Null when the tables have to be asked. Never rejects. */
export async function lookFirst(
  opening: Promise<IDBDatabase | null>,
  views: readonly View[],
): Promise<FirstLook | null> {
  const db = await opening;
  try {
    return db && (await look(db, views));
  } catch {
    return null; // a table is missing or does not answer: whoever opens it properly says so
  }
}

async function look(db: IDBDatabase, views: readonly View[]): Promise<FirstLook | null> {
  const read = await readViews(db, views).finally(() => {
    db.close();
  });
  if (!read) return null;
  const { keyring, found } = read;
  const recs = new Map<string, Rec>();
  await Promise.all(
    views.flatMap(({ table }, at) =>
      table === 'rec'
        ? (found[at] as Row[]).map(async (row) => {
            // One that does not open is read again by the tables, and then set aside.
            const opened = await openBy(inflateByBrowser, keyring.keys, row.wire, row.ct);
            if (opened.ok) recs.set(row.id, opened.value);
          })
        : [],
    ),
  );
  const names = views.map((view) => JSON.stringify(view));
  // What lies in a view's table is what its rows are.
  return { recs, rows: (view) => found[names.indexOf(JSON.stringify(view))] as never };
}

interface Read {
  readonly keyring: Keyring;
  /** In the order of the views. */
  readonly found: readonly unknown[][];
}

async function readViews(db: IDBDatabase, views: readonly View[]): Promise<Read | null> {
  // Dexie keeps its own numbers times ten.
  if (db.version !== migrations.length * 10) return null;
  const reading = db.transaction(['rec', 'meta'], 'readonly');
  const [kept, ...found] = await Promise.all([
    answerOf<{ readonly value: KeptKeyring } | undefined>(
      reading.objectStore('meta').get(keyringKey),
    ), // only putKeyring writes it
    ...views.map(({ table, index, from, until }) => {
      const store = reading.objectStore(table);
      const range = IDBKeyRange.bound(from, until);
      return answerOf<unknown[]>((index === ':id' ? store : store.index(index)).getAll(range));
    }),
  ]);
  // With the lock on there is nothing to look at before the tables are there.
  return kept && 'keys' in kept.value ? { keyring: kept.value, found } : null;
}

const answerOf = <Answer>(request: IDBRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = (): void => {
      resolve(request.result as Answer);
    };
    request.onerror = (): void => {
      reject(request.error ?? new Error('IndexedDB gave no answer and no reason'));
    };
  });
