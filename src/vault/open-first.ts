/**
 * Opens the database for a first look. Apart from the look and without a single import, so that a page can
 * begin with it: the disk then works while the page reads the rest of its code.
 */

/** Null when there is none yet, or it does not open; nothing is made. Never rejects. */
export const openFirst = (name: string): Promise<IDBDatabase | null> =>
  new Promise((resolve) => {
    try {
      const opening = indexedDB.open(name);
      // There is no database yet. Making it is the work of the tables.
      opening.onupgradeneeded = (): void => opening.transaction?.abort();
      opening.onerror = (event): void => {
        event.preventDefault();
        resolve(null);
      };
      opening.onsuccess = (): void => {
        const db = opening.result;
        db.onversionchange = (): void => {
          db.close();
        };
        resolve(db);
      };
    } catch {
      resolve(null); // no storage here at all: the tables meet the same refusal, and a sentence says it
    }
  });
