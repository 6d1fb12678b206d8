import 'fake-indexeddb/auto';

import { createVaultStore } from '#core/sync/vault-store.ts';

import { describeStore } from '../../support/store-contract.ts';
import { testVault } from '../../support/vault.ts';

describeStore('a vault on the disk', async () => {
  const { db, keys } = await testVault();
  return {
    store: createVaultStore(db, keys.vault),
    quarantined: async (peer) =>
      (await db.quar.toArray()).flatMap((row) => (row.peer === peer ? [row.wire] : [])),
  };
});
