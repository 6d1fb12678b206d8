/** Every shape the database has had, in order. A number is used once and a step is never edited. */
import type { Transaction } from 'dexie';

export interface Migration {
  readonly version: number;
  /** What changes, in Dexie's index grammar. */
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (tx: Transaction) => Promise<void>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      rec: 'id, &wire, lv, [kind+day]',
      sync: '[peer+wire], peer',
      peer: 'peer',
      quar: '[peer+wire]',
      draft: 'place',
      meta: 'key',
    },
  },
  {
    version: 2,
    stores: { mark: '[peer+bucket]', sync: null },
    // Marks are only what is believed of a peer: without them the next round compares everything once more.
    upgrade: async (tx: Transaction): Promise<void> => {
      await tx.table('peer').toCollection().modify({ seq: 0, wit: null, cleanTo: 0 });
    },
  },
  // Names on the wire have no index: whoever opened a row knows its id. It took a fifth of every write.
  { version: 3, stores: { rec: 'id, lv, [kind+day]' } },
];

/** Throws on a gap or a repeat: a skipped step would leave someone's journal in a shape nobody tested. */
export function inOrder(list: readonly Migration[]): readonly Migration[] {
  list.forEach(({ version }, index) => {
    if (version !== index + 1)
      throw new Error(
        `Migration ${version} stands where ${index + 1} belongs: number them 1, 2, 3, …`,
      );
  });
  return list;
}
