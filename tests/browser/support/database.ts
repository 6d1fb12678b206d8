/** The database of a vault, opened raw beside the code in a page of its origin. */
import { type JSHandle, type Page } from 'playwright-core';

/** Runs inside the page. Without a version it is opened as it stands. */
function open(version: number | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('comma', version);
    opening.onerror = () => {
      reject(new Error('The vault does not open.'));
    };
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
}

/** Runs inside the page. */
async function untilThere(): Promise<void> {
  const deadline = performance.now() + 30_000;
  const isThere = ({ name, version = 0 }: IDBDatabaseInfo): boolean =>
    name === 'comma' && version > 0;
  while (!(await indexedDB.databases()).some(isThere)) {
    if (performance.now() > deadline) throw new Error('No vault was made here in 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Raw = JSHandle<IDBDatabase>;

/** A page, or the extension's worker. */
export type Room = Pick<Page, 'evaluate' | 'evaluateHandle'>;

/** Gives the open database to `use`, whose functions run inside the page, and closes it after. */
export async function withDatabase<Result>(
  page: Room,
  use: (database: Raw) => Promise<Result>,
  version?: number,
): Promise<Result> {
  // A page draws before its vault is there; opened too soon, the database would be ours and empty.
  if (version === undefined) await page.evaluate(untilThere);
  const database = await page.evaluateHandle(open, version);
  try {
    return await use(database);
  } finally {
    await database.evaluate((db) => {
      db.close();
    });
    await database.dispose();
  }
}
