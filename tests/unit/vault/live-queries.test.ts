import { expect, test } from 'vitest';

import { daysView } from '#core/vault/view.ts';

import { testVault } from '../../support/vault.ts';

test.each([
  ['is put away', { fate: 'forget' }, []],
  ['changes', { fields: { n: 2 } }, [2]],
] as const)(
  'what %s in another window while the records are being read is told',
  async (_, change, expected) => {
    const vault = await testVault();
    const there = await testVault(vault.db.name);
    const one = { id: 'one', kind: 'thing' };
    await vault.write({ ...one, fields: { n: 1 } });
    // The rows were read, and the word of a change comes before they do, as it may from another process.
    let read = (): void => undefined;
    const isRead = new Promise<void>((resolve) => (read = resolve));
    let hand = (): void => undefined;
    const handed = new Promise<void>((resolve) => (hand = resolve));
    vault.db.close();
    vault.db.use({
      stack: 'dbcore',
      name: 'slow',
      level: -1,
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            query: async (request) => {
              const answer = await table.query(request);
              read();
              await handed;
              return answer;
            },
          };
        },
      }),
    });
    await vault.db.open();
    let told: unknown;
    const stop = vault.follow([daysView('thing', '', '9')], {
      value: (rows) =>
        void vault.openRows(rows).then((items) => {
          told = items.map(({ fields }) => fields['n']);
        }),
      failure: (failure) => {
        throw failure;
      },
    });
    await isRead;
    await there.write({ ...one, ...change });
    hand();
    await expect.poll(() => told).toEqual(expected);
    stop();
  },
);
