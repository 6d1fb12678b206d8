/** hocuspocus with its SQLite extension; the journal is one document of Yjs. Nothing is encrypted. */
import { join } from 'node:path';
import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';

import { idOf, peer, textOf, until } from './common.mjs';

await peer({
  async serve(folder) {
    const { Server } = await import('@hocuspocus/server');
    const { SQLite } = await import('@hocuspocus/extension-sqlite');
    const server = new Server({
      port: 0,
      address: '127.0.0.1',
      quiet: true,
      extensions: [new SQLite({ database: join(folder, 'journal.sqlite') })],
    });
    await server.listen();
    return server.address.port;
  },
  use(port, entries) {
    const url = `ws://127.0.0.1:${port}`;
    const join = (document) => new HocuspocusProvider({ url, name: 'journal', document });
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    one.transact(() => {
      const journal = one.getMap('entries');
      for (let at = 0; at < entries; at++) {
        const entry = new Y.Map();
        entry.set('kind', 'entry');
        entry.set('day', '2026-11-27');
        entry.set('at', 1_800_000_000_000 + at);
        entry.set('feelings', ['calm']);
        entry.set('text', new Y.Text(textOf(at)));
        journal.set(idOf(at), entry);
      }
    });
    const textIn = (document) => document.getMap('entries').get(idOf(7)).get('text');
    return {
      async push() {
        const provider = join(one);
        await until(() => provider.isSynced && !provider.hasUnsyncedChanges);
      },
      async pull() {
        join(two);
        await until(() => two.getMap('entries').size === entries);
      },
      async edit() {
        textIn(one).insert(textIn(one).length, ' and more');
        await until(() => textIn(two).toString().endsWith(' and more'));
      },
      async nothing() {
        const again = join(two);
        await until(() => again.isSynced);
      },
      count: () => two.getMap('entries').size,
    };
  },
});
