import { createMemoryStore } from '../../support/memory-store.ts';
import { describeStore } from '../../support/store-contract.ts';

describeStore('the store in memory', () => {
  const store = createMemoryStore();
  const quarantined = (peer: string): Promise<string[]> =>
    Promise.resolve(
      [...store.quarantine.keys()].flatMap((key) =>
        key.startsWith(`${peer} `) ? [key.slice(peer.length + 1)] : [],
      ),
    );
  return Promise.resolve({ store, quarantined });
});
