/** TinyBase over WebSockets, its server keeping a file. Nothing is encrypted. */
import { join } from 'node:path';
import { createMergeableStore } from 'tinybase';
import { createFilePersister } from 'tinybase/persisters/persister-file';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server';
import { WebSocket, WebSocketServer } from 'ws';

import { idOf, peer, textOf, until } from './common.mjs';

await peer({
  serve(folder) {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    createWsServer(sockets, (path) =>
      createFilePersister(createMergeableStore(), join(folder, `${path}.json`)),
    );
    return new Promise((resolve) => sockets.on('listening', () => resolve(sockets.address().port)));
  },
  async use(port, entries) {
    const join = async (store) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/journal`, { maxPayload: 2 ** 30 });
      const synchronizer = await createWsSynchronizer(
        store,
        socket,
        60,
        undefined,
        undefined,
        (error) => process.stderr.write(`${error}\n`),
      );
      await synchronizer.startSync();
      return synchronizer;
    };
    const [one, two] = ['one', 'two'].map((name) => createMergeableStore(name));
    one.transaction(() => {
      for (let at = 0; at < entries; at++)
        one.setRow('entries', idOf(at), {
          kind: 'entry',
          day: '2026-11-27',
          at: 1_800_000_000_000 + at,
          feelings: 'calm',
          text: textOf(at),
        });
    });
    let theirs;
    const has = (store) => store.getRowCount('entries') === entries;
    return {
      async push() {
        await join(one);
        // What the server has taken, another asks of it.
        const asking = createMergeableStore('asking');
        theirs = await join(asking);
        await until(() => has(asking));
        await theirs.destroy();
      },
      async pull() {
        theirs = await join(two);
        await until(() => has(two));
      },
      async edit() {
        const text = `${one.getCell('entries', idOf(7), 'text')} and more`;
        one.setCell('entries', idOf(7), 'text', text);
        await until(() => two.getCell('entries', idOf(7), 'text') === text);
      },
      nothing: () => theirs.load(),
      count: () => two.getRowCount('entries'),
    };
  },
});
