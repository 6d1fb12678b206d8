/** What passes between devices at once: messages, counters, and writers beside a reader. */
import { expect, onTestFinished, test } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { mailPath } from '#core/sync/protocol/routes.ts';

import { errorOf, item, request } from '../raw-relay.ts';
import { peerOf, strangerAt } from '../relay-world.ts';
import { pullAll, type World } from './world.ts';

export function testHearing({ setup, wait }: World): void {
  test('a message in the mailbox is read once, and by nobody after ten minutes', async () => {
    const { origin } = await setup();
    const [one, two] = [0, 1].map(() => `${origin}${mailPath(toBase64Url(systemRandom(16)))}`);
    if (!one || !two) throw new Error('two names');
    const leave = (at: string, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
      fetch(at, { method: 'PUT', body });
    const sealed = systemRandom(4_096);
    expect((await fetch(one)).status).toBe(404);
    expect((await leave(one, systemRandom(4_097))).status).toBe(413);
    expect((await leave(one, new Uint8Array())).status).toBe(400);
    expect((await leave(one, sealed)).status).toBe(204);
    expect(await errorOf(await leave(one, systemRandom(9)))).toBe('taken');
    expect((await leave(two, sealed)).status).toBe(204);
    expect(new Uint8Array(await (await fetch(one)).arrayBuffer())).toEqual(sealed);
    expect((await fetch(one)).status).toBe(404);
    wait(600_000);
    expect((await fetch(two)).status).toBe(404);
  });

  test('tells those who listen where the counter stands, and nobody else', async () => {
    const { access, origin, peer } = await setup();
    const answer = await request(access, '/events', { method: 'GET' });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    onTestFinished(() => reader?.cancel());
    const next = async (): Promise<string | undefined> => (await reader?.read())?.value;
    expect(await next()).toBe('event: head\ndata: 0\n\n');
    await peerOf(strangerAt(origin)).push([item()]);
    await peer.push([item(), item()]);
    expect(await next()).toBe('event: head\ndata: 2\n\n');
  });

  test('a pager misses no row while eight others write', async () => {
    const { access, peer } = await setup();
    const written = new Set<string>();
    const isDone = Promise.all(
      Array.from({ length: 8 }, async () => {
        const writer = peerOf(access);
        for (let push = 0; push < 25; push++) {
          const items = Array.from({ length: 1 + (push % 3) }, () => item(40));
          await writer.push(items);
          for (const { id } of items) written.add(id);
        }
      }),
    );
    const writers = { areDone: false };
    void isDone.then(() => (writers.areDone = true));
    const seen = new Set<string>();
    let at = 0;
    for (let last = false; !last;) {
      last = writers.areDone;
      for (const row of await pullAll(peer, at)) {
        seen.add(row.id);
        at = row.seq;
      }
    }
    await isDone;
    expect(written.size).toBe(392);
    expect([...written].filter((id) => !seen.has(id))).toEqual([]);
  }, 30_000);
}
