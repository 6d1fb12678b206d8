/** A vault seen and touched from beside the code, through a page of its origin. */
import { type Page } from 'playwright-core';

export interface VaultShape {
  readonly version: number;
  /** Rows of each table that something from outside could change. */
  readonly rows: Readonly<Record<string, number>>;
  /** Tells one journal from another. */
  readonly seed: string;
}

/** What would differ if anything had been written; needs no key and opens nothing. */
export function shapeOf(page: Page): Promise<VaultShape> {
  return page.evaluate(
    () =>
      new Promise<VaultShape>((resolve, reject) => {
        const opening = indexedDB.open('comma');
        opening.onerror = () => {
          reject(new Error('The vault does not open.'));
        };
        opening.onsuccess = () => {
          const db = opening.result;
          const names = ['rec', 'quar', 'sync', 'peer', 'draft'];
          const reading = db.transaction([...names, 'meta']);
          const counts = names.map((name) => [name, reading.objectStore(name).count()] as const);
          const version = reading.objectStore('meta').get('version');
          const keyring = reading.objectStore('meta').get('keyring');
          reading.oncomplete = () => {
            db.close();
            resolve({
              version: (version.result as { value: number } | undefined)?.value ?? 0,
              rows: Object.fromEntries(counts.map(([name, { result }]) => [name, result])),
              seed: String((keyring.result as { value: { seed: Uint8Array } }).value.seed),
            });
          };
        };
      }),
  );
}

/** As if a later Comma had changed the shape of the vault. Comma runs in no page of this origin. */
export async function raiseVersion(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('comma', 9_990);
        opening.onerror = () => {
          reject(new Error('The vault cannot be raised.'));
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

/** Flips one bit of the row that was written as version `lv`. */
export async function breakRow(page: Page, lv: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('comma');
        opening.onerror = () => {
          reject(new Error('The vault does not open.'));
        };
        opening.onsuccess = () => {
          const db = opening.result;
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
            db.close();
            resolve();
          };
        };
      }),
    lv,
  );
}
