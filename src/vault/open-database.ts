/** Opens the tables, or, when a later Comma wrote them, opens them without touching their shape. */
import { VaultDatabase } from './database.ts';
import { migrations, type Migration } from './migrations/index.ts';

export interface OpenedDatabase {
  readonly db: VaultDatabase;
  /** A later Comma than this one wrote it: its rows may mean what this code cannot know. */
  readonly newer: boolean;
}

export async function openDatabase(
  name: string,
  steps: readonly Migration[] = migrations,
): Promise<OpenedDatabase> {
  const newer = (await installedVersion(name)) > steps.length;
  const db = new VaultDatabase(name, newer ? [] : steps);
  await db.open();
  return { db, newer };
}

async function installedVersion(name: string): Promise<number> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  return (found?.version ?? 0) / 10; // Dexie keeps its own numbers times ten
}
