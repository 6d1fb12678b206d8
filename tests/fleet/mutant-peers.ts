/** Devices that do not hear what a relay says about itself. */
import type { SyncPeer } from '#core/sync/peer.ts';

export const passOn = (peer: SyncPeer): SyncPeer => ({
  name: peer.name,
  ...(peer.batchRows && { batchRows: peer.batchRows }),
  pull: (at) => peer.pull(at),
  push: (items) => peer.push(items),
  onChange: (listener) => peer.onChange(listener),
});

export const noWitness = (peer: SyncPeer): SyncPeer => ({
  ...passOn(peer),
  pull: ({ seq }) => peer.pull({ seq, wit: null }),
});

const epochs = new Map<string, string>();
/** Before a life with `noReset`: what it heard first is for that life alone. */
export const forgetEpochs = (): void => {
  epochs.clear();
};

export const noReset = (peer: SyncPeer): SyncPeer => {
  const first = (epoch: string): string => {
    const known = epochs.get(peer.name) ?? epoch;
    epochs.set(peer.name, known);
    return known;
  };
  return {
    ...passOn(peer),
    async pull(at) {
      const answer = await peer.pull(at);
      const heard = answer.reset ? await peer.pull({ ...at, wit: null }) : answer;
      // Told so twice, it takes that for nothing new.
      const deaf = { reset: false, rows: [], more: false, ...at } as const;
      return { ...(heard.reset ? deaf : heard), epoch: first(heard.epoch) };
    },
    async push(items) {
      const answer = await peer.push(items);
      return { ...answer, epoch: first(answer.epoch) };
    },
  };
};

export const unwitnessedPush = (peer: SyncPeer): SyncPeer => ({
  ...passOn(peer),
  async push(items) {
    const { epoch, ok, conflicts } = await peer.push(items);
    return { epoch, ok, conflicts };
  },
});
