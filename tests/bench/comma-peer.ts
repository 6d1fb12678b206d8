/** Comma's own devices at its relay, asked what every peer is asked: `node comma-peer.ts use PORT ENTRIES`. */
import '../support/seeded.ts';

import { syncRound } from '#core/sync/engine.ts';
import { deriveKeys } from '#core/vault/keys.ts';

import { Device } from '../support/device.ts';
import { accessOf, peerOf } from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { idOf, peer, textOf } from './peers/common.mjs';

await peer({
  serve: () => Promise.reject(new Error('The relay is started as its operator starts it.')),
  async use(port, entries) {
    const seed = new Uint8Array(16).fill(7);
    const keys = await deriveKeys(seed);
    const relay = peerOf(await accessOf(seed, `http://127.0.0.1:${port}`));
    const chance = seeded(7);
    const [one, two] = [new Device({ keys, chance }), new Device({ keys, chance })];
    const round = async ({ store, context }: Device): Promise<void> => {
      const { ok } = await syncRound(relay, store, context);
      if (!ok) throw new Error('The round came to no end.');
    };
    for (let at = 0; at < entries; at += 1) await one.write(idOf(at), textOf(at));
    return {
      push: () => round(one),
      pull: () => round(two),
      async edit() {
        await one.write(idOf(7), `${textOf(7)} and more`);
        await round(one);
        await round(two);
        const there = await two.read(idOf(7));
        if (there?.text?.endsWith('more') !== true) throw new Error('not there');
      },
      nothing: () => round(two),
      count: () => two.store.rows.size,
    };
  },
});
