/** A vault seen and touched from beside the code, through a page of its origin. */
import { type Page } from 'playwright-core';

import { withDatabase } from './database.ts';

export interface VaultShape {
  readonly version: number;
  /** Rows of each table that something from outside could change. */
  readonly rows: Readonly<Record<string, number>>;
  /** Tells one journal from another. */
  readonly seed: string;
}

/** What would differ if anything had been written; needs no key and opens nothing. */
export function shapeOf(page: Page): Promise<VaultShape> {
  return withDatabase(page, (database) =>
    database.evaluate(
      (db) =>
        new Promise<VaultShape>((resolve) => {
          const names = ['rec', 'quar', 'mark', 'peer', 'draft'];
          const read = (): void => {
            const reading = db.transaction([...names, 'meta']);
            const counts = names.map((name) => [name, reading.objectStore(name).count()] as const);
            const version = reading.objectStore('meta').get('version');
            const keyring = reading.objectStore('meta').get('keyring');
            reading.oncomplete = () => {
              const keys = keyring.result as { value: { seed: Uint8Array } } | undefined;
              // The tables of a new vault stand a moment before its keys.
              if (!keys) return void setTimeout(read, 20);
              resolve({
                version: (version.result as { value: number } | undefined)?.value ?? 0,
                rows: Object.fromEntries(counts.map(([name, { result }]) => [name, result])),
                seed: String(keys.value.seed),
              });
            };
          };
          read();
        }),
    ),
  );
}

/** Whether there is a row of this record, whatever it holds. */
export const holds = (page: Page, id: string): Promise<boolean> =>
  withDatabase(page, (database) =>
    database.evaluate(
      (db, wanted) =>
        new Promise<boolean>((resolve) => {
          const counted = db.transaction('rec').objectStore('rec').count(wanted);
          counted.onsuccess = () => {
            resolve(counted.result > 0);
          };
        }),
      id,
    ),
  );

/** As if a later Comma had changed the shape of the vault. Comma runs in no page of this origin. */
export const raiseVersion = (page: Page): Promise<void> =>
  withDatabase(page, () => Promise.resolve(), 9_990);

/** Flips one bit of the row that was written as version `lv`. */
export async function breakRow(page: Page, lv: number): Promise<void> {
  await withDatabase(page, (database) =>
    database.evaluate(
      (db, wanted) =>
        new Promise<void>((resolve, reject) => {
          const writing = db.transaction('rec', 'readwrite');
          const rec = writing.objectStore('rec');
          const got = rec.index('lv').get(wanted);
          got.onsuccess = () => {
            const row = got.result as { ct: Uint8Array };
            row.ct[40] = (row.ct[40] ?? 0) ^ 1;
            rec.put(row);
          };
          writing.onerror = () => {
            reject(new Error('There is no such row.'));
          };
          writing.oncomplete = () => {
            resolve();
          };
        }),
      lv,
    ),
  );
}
