/** Rows in and out: order, pages, compare-and-set, witnesses. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { fromBase64Url } from '#core/kernel/bytes.ts';
import { revOf } from '#core/kernel/revision.ts';
import type { Witness } from '#core/sync/peer.ts';

import { places } from '../../../relay/store/script.ts';
import { item } from '../raw-relay.ts';
import { backUp, query, restore, wipe } from '../relay-backup.ts';
import { peerOf } from '../relay-world.ts';
import { edited, idsOf, pullAll, type World } from './world.ts';

export function testExchange({ setup }: World): void {
  test('gives back what it was given, byte by byte, oldest first', async () => {
    const { peer } = await setup();
    const items = [item(), item(5_000), item(17)];
    const pushed = await peer.push(items);
    expect(pushed).toMatchObject({ from: 0, wit: { seq: 3 }, conflicts: [] });
    expect(pushed.ok).toEqual(items.map(({ id, ct }) => ({ id, rev: revOf(ct) })));
    const page = await peer.pull({ seq: 0, wit: null });
    expect(page).toMatchObject({ reset: false, more: false, seq: 3, wit: pushed.wit });
    const rows = items.map(({ id, ct }, at) => ({ id, seq: at + 1, rev: revOf(ct), ct }));
    expect(page).toMatchObject({ rows });
  });

  test('turns pages as small as asked for, without a gap', async () => {
    const { access } = await setup();
    const peer = peerOf(access, { rows: 2 });
    const items = Array.from({ length: 5 }, () => item());
    await peer.push(items.slice(0, 2));
    await peer.push(items.slice(2, 4));
    await peer.push(items.slice(4));
    const first = await peer.pull({ seq: 0, wit: null });
    expect(first).toMatchObject({ more: true, seq: 2, wit: { seq: 5 } });
    expect(idsOf(await pullAll(peer))).toEqual(idsOf(items));
  });

  test('turns a small page for a device that has nothing, so that it soon shows something', async () => {
    const { peer } = await setup();
    const items = Array.from({ length: 900 }, () => item(40));
    await peer.push(items);
    expect(await peer.pull({ seq: 0, wit: null })).toMatchObject({ more: true, seq: 250 });
    expect(await peer.pull({ seq: 250, wit: null })).toMatchObject({ more: false, seq: 900 });
  });

  test('ends a page at a megabyte, and lets a longer row travel alone', async () => {
    const { peer } = await setup();
    const items = [item(400_000), item(400_000), item(400_000), item(3_000_000), item()];
    await peer.push(items);
    const pages: number[] = [];
    for (let at = 0; at < items.length;) {
      const page = await peer.pull({ seq: at, wit: null });
      if (page.reset) throw new Error('a reset without a witness');
      pages.push(page.rows.length);
      at = page.seq;
    }
    expect(pages).toEqual([2, 1, 1, 1]);
  });

  test('takes a row only on top of what it holds, and shows what it holds instead', async () => {
    const { peer } = await setup();
    const [first, other] = [item(), item()];
    await peer.push([first, other]);
    const second = edited(first);
    await peer.push([second]);
    const late = edited(first);
    const answer = await peer.push([late, edited(other)]);
    expect(answer.conflicts).toEqual([{ id: first.id, rev: revOf(second.ct), ct: second.ct }]);
    expect(idsOf(answer.ok)).toEqual([other.id]);
    const rows = await pullAll(peer);
    expect(rows.map(({ id, seq }) => [id, seq])).toEqual([
      [first.id, 3],
      [other.id, 4],
    ]);
  });

  test('a push that is repeated is taken for done, and moves nothing', async () => {
    const { peer } = await setup();
    const items = [item(), item()];
    const first = await peer.push(items);
    const again = await peer.push(items);
    expect(again).toMatchObject({ ok: first.ok, conflicts: [], from: 2, wit: first.wit });
  });

  test('shows no more in the way than fits a page; the rest is asked for again', async () => {
    const { peer } = await setup();
    const items = [item(700_000), item(700_000), item(700_000)];
    await peer.push(items);
    const answer = await peer.push(items.map(({ id }) => item(300, null, id)));
    expect(answer.ok).toEqual([]);
    expect(answer.conflicts).toHaveLength(1);
  });

  test('knows a witness that it gave, and starts everybody over who brings another', async () => {
    const { peer } = await setup();
    const { wit, epoch } = await peer.push([item()]);
    if (!wit) throw new Error('no witness');
    await peer.push([item()]);
    expect(await peer.pull({ seq: 1, wit })).toMatchObject({ reset: false, seq: 2 });
    const forged = { ...wit, token: 'forged' };
    expect(await peer.pull({ seq: 1, wit: forged })).toEqual({ reset: true, epoch });
    expect(await peer.pull({ seq: 9, wit: null })).toEqual({ reset: true, epoch });
  });

  test('restored from before a push, or wiped, it does not know the witness of that push', async () => {
    const { peer, store } = await setup();
    await peer.push([item()]);
    const backup = await backUp(store);
    const { wit = null, epoch } = await peer.push([item()]);
    await restore(store, backup);
    expect(await peer.pull({ seq: 2, wit })).toEqual({ reset: true, epoch });
    await peer.push([item()]);
    expect(await peer.pull({ seq: 2, wit })).toEqual({ reset: true, epoch });
    await wipe(store);
    const empty = await peer.pull({ seq: 2, wit });
    expect(empty.reset).toBe(true);
    expect(empty.epoch).not.toBe(epoch);
  });

  test('a copy of it that is taken while devices push is of one moment', async () => {
    const { peer, access, store } = await setup();
    const vault = fromBase64Url(access.vault);
    await peer.push([item()]);
    let pushing = 0;
    const devices = Array.from({ length: 4 }, async () => {
      pushing++;
      for (let times = 0; times < 15; times++) await peer.push([item()]);
      pushing--;
    });
    while (pushing > 0) {
      const { vault: head, record, cmt } = await backUp(store, vault);
      expect(head).toMatchObject([{ seq: record.length, held_rows: record.length }]);
      expect(cmt).toHaveLength(record.length + 1);
      // SQLite answers within this turn, and no push would get on.
      await nextTurn();
    }
    await Promise.all(devices);
  });

  test('remembers the last thousand commits, and soon forgets those before', async () => {
    const { peer, access, store } = await setup();
    const { wit: first = null } = await peer.push([item()]);
    // As if there had been more pushes, up to one before old tokens are looked for.
    const vault = Buffer.from(access.vault, 'base64url');
    const pushes = Array.from({ length: 1_150 }, (_, at) => at + 2);
    await query(
      store,
      `insert into cmt (vault, seq, token) values ${places(pushes.length, 3, 0)}`,
      pushes.flatMap((seq) => [vault, seq, `t${seq}`]),
    );
    await query(store, 'update vault set seq = 1151 where id = $1', [vault]);
    await peer.push([item()]);
    const knows = async (wit: Witness | null): Promise<boolean> =>
      !(await peer.pull({ seq: 1_152, wit })).reset;
    expect(await knows({ seq: 153, token: 't153' })).toBe(true);
    expect(await knows({ seq: 152, token: 't152' })).toBe(false);
    expect(await knows(first)).toBe(false);
  });
}
