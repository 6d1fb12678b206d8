/** 10,000 entries from a relay to a new device in Chromium, against the same sealed bytes over HTTP into a plain table. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RelayAccess } from '#core/sync/relay/ask.ts';
import { mostRows } from '#core/sync/protocol/limits.ts';
import { parsePage, serialiseQuestion } from '#core/sync/protocol/pull.ts';

import { readEnvironment } from '../../relay/environment.ts';
import { openRelay } from '../../relay/serve.ts';
import { serve } from '../../scripts/server.ts';
import { type Line, median } from './measure.ts';
import { barePage, inPage, productFolder, type Stage } from './stage.ts';

const entries = 10_000;
/** Runs of either side, in turns, after one that only warms up (chosen). */
const times = 5;

/** Every page of the vault as the relay sends it, from the first on. */
async function pagesOf(
  { vault, token }: RelayAccess,
  ask: (request: Request) => Response | Promise<Response>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let since = 0; ;) {
    const question = { since, wit: null, limit: mostRows };
    const answer = await ask(
      new Request(`http://localhost/v1/${vault}/pull`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: serialiseQuestion(question),
      }),
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const page = parsePage(bytes, question);
    if (!page || page.reset) throw new Error('This is no page.');
    pages.push(bytes);
    since = page.rows.at(-1)?.seq ?? since;
    if (since === page.wit.seq) return pages;
  }
}

export async function benchFresh({ place, chromium }: Stage): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-bench-'));
  const read = readEnvironment({ RELAY_DATA: folder, RELAY_REQUESTS_PER_MINUTE: '100000' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const { relay, store } = await openRelay(read.value, () => undefined);
  let pages: readonly Uint8Array<ArrayBuffer>[] = [];
  const served = await serve(productFolder(place, 'pwa'), 0, {
    app: {
      fetch(request, env) {
        const [, at] = /\/v1\/floor\/(\d+)$/.exec(request.url) ?? [];
        return at === undefined ? relay.app.fetch(request, env) : new Response(pages[Number(at)]);
      },
    },
  });
  try {
    const page = await barePage(chromium, `http://localhost:${served.port}`);
    await inPage(page, 'seedVault', entries);
    const access = await inPage(page, 'pushAll');
    // The relay asks the socket who calls.
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    pages = await pagesOf(access, (request) => relay.app.fetch(request, env));
    const taken = { all: [] as number[], first: [] as number[] };
    const raw: number[] = [];
    for (let turn = 0; turn <= times; turn++) {
      const floor = await inPage(page, 'timeRawFresh', pages.length);
      await inPage(page, 'emptyVault');
      const { all, first } = await inPage(page, 'timeFresh');
      const count = await inPage(page, 'countEntries');
      if (count !== entries) throw new Error(`${count} of ${entries} entries arrived.`);
      if (turn === 0) continue;
      raw.push(floor);
      taken.all.push(all);
      taken.first.push(first);
    }
    await page.close();
    const all = median(taken.all);
    const first = median(taken.first);
    return [
      {
        what: `fresh: ${entries} entries from a relay (floor: the bytes carried and stored)`,
        ours: all,
        floor: median(raw),
        target: 1.5,
      },
      {
        what: 'fresh: the first entries read and opened (floor: all of them there)',
        ours: first,
        floor: all,
        target: 0.15,
      },
    ];
  } finally {
    await served.close();
    await relay.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
