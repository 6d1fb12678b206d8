/** PouchDB with express-pouchdb, what CouchDB would be. Nothing is encrypted. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { idOf, peer, textOf } from './common.mjs';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb');

await peer({
  serve(folder) {
    const express = require('express');
    const app = express();
    const Kept = PouchDB.defaults({ prefix: join(folder, '/') });
    const quiet = { configPath: join(folder, 'config.json'), logPath: join(folder, 'log.txt') };
    app.use('/', require('express-pouchdb')(Kept, quiet));
    return new Promise((resolve) => {
      const server = app.listen(0, '127.0.0.1', () => resolve(server.address().port));
    });
  },
  async use(port, entries) {
    const folder = `${process.env.CLIENT_FOLDER}/`;
    const [one, two] = ['one', 'two'].map((name) => new PouchDB(folder + name));
    const remote = new PouchDB(`http://127.0.0.1:${port}/journal`);
    const all = Array.from({ length: entries }, (_, at) => ({
      _id: idOf(at),
      kind: 'entry',
      day: '2026-11-27',
      at: 1_800_000_000_000 + at,
      feelings: ['calm'],
      text: textOf(at),
    }));
    await one.bulkDocs(all);
    const batches = { batch_size: 1_000 };
    return {
      push: () => one.replicate.to(remote, batches),
      pull: () => two.replicate.from(remote, batches),
      async edit() {
        const entry = await one.get(idOf(7));
        await one.put({ ...entry, text: `${entry.text} and more` });
        await one.replicate.to(remote);
        await two.replicate.from(remote);
        if (!(await two.get(idOf(7))).text.endsWith('more')) throw new Error('not there');
      },
      nothing: () => two.replicate.from(remote),
      count: async () => (await two.allDocs()).rows.length,
    };
  },
});
