/** Whose a vault is, how much it holds, and its end. */
import { expect, test } from 'vitest';

import { item, request } from '../raw-relay.ts';
import { query } from '../relay-backup.ts';
import { peerOf, strangerAt } from '../relay-world.ts';
import { edited, idsOf, pullAll, type World } from './world.ts';

export function testVaults({ setup }: World): void {
  test('belongs to whoever comes first; another token opens nothing', async () => {
    const { peer, access, origin } = await setup();
    const mine = item();
    await peer.push([mine]);
    const thief = { ...access, token: strangerAt(origin).token };
    for (const [what, method] of [
      ['/pull', 'POST'],
      ['/push', 'POST'],
      ['/events', 'GET'],
      ['', 'DELETE'],
    ] as const)
      expect((await request(thief, what, { method })).status).toBe(401);
    expect(idsOf(await pullAll(peer))).toEqual([mine.id]);
  });

  test('is looked for without being made, and whoever looks with another token is refused', async () => {
    const { peer, access, origin, store } = await setup({ RELAY_INVITE: 'tea-at-five' });
    const guest = peerOf({ ...access, invite: 'tea-at-five' });
    await expect(peer.look()).rejects.toMatchObject({ refusal: 'invite-needed' });
    const wrong = peerOf({ ...access, invite: 'coffee' });
    await expect(wrong.look()).rejects.toMatchObject({ refusal: 'invite-needed' });
    expect(await guest.look()).toBe('free');
    const id = Buffer.from(access.vault, 'base64url');
    expect(await query(store, 'select id from vault where id = $1', [id])).toEqual([]);
    await guest.push([item()]);
    expect(await peer.look()).toBe('held');
    const thief = peerOf({ ...access, token: strangerAt(origin).token });
    await expect(thief.look()).rejects.toMatchObject({ refusal: 'unauthorised' });
    await peer.remove();
    await expect(peer.look()).rejects.toMatchObject({ refusal: 'deleted' });
  });

  test('when two claim one name at once, one of them has it and the other is refused', async () => {
    const { access, origin } = await setup();
    const both = [access, { ...access, token: strangerAt(origin).token }];
    const answers = await Promise.allSettled(both.map((one) => peerOf(one).push([item()])));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('keeps vaults apart, also rows of one name', async () => {
    const { origin, peer } = await setup();
    const other = peerOf(strangerAt(origin));
    const mine = item();
    const theirs = item(300, null, mine.id);
    await peer.push([mine]);
    await other.push([theirs]);
    expect((await pullAll(peer)).map(({ ct }) => ct)).toEqual([mine.ct]);
    expect((await pullAll(other)).map(({ ct }) => ct)).toEqual([theirs.ct]);
  });

  test('beyond its rows a vault takes nothing new, and keeps taking edits', async () => {
    const { peer } = await setup({ RELAY_QUOTA_ROWS: '2' });
    const items = [item(), item()];
    await peer.push(items);
    await expect(peer.push([item()])).rejects.toMatchObject({ refusal: 'full' });
    const [first = item()] = items;
    expect((await peer.push([edited(first)])).ok).toHaveLength(1);
    expect(idsOf(await pullAll(peer)).sort()).toEqual(idsOf(items).sort());
  });

  test('beyond its bytes a vault takes nothing that grows it, and what makes room at any time', async () => {
    const { access, peer, store } = await setup({ RELAY_QUOTA_MB: '1' });
    const big = item(900_000);
    await peer.push([big]);
    await expect(peer.push([item(200_000)])).rejects.toMatchObject({ refusal: 'full' });
    expect((await peer.push([edited(big, 1_000)])).ok).toHaveLength(1);
    expect((await peer.push([item(200_000)])).ok).toHaveLength(1);
    const vault = Buffer.from(access.vault, 'base64url');
    const sum = 'select sum(octet_length(ct)) as n from record where vault = $1';
    const [[kept], [held]] = await Promise.all([
      query(store, sum, [vault]),
      query(store, 'select held_bytes, held_rows from vault where id = $1', [vault]),
    ]);
    expect(held).toMatchObject({ held_bytes: Number(kept?.['n']), held_rows: 2 });
  });

  test('a deleted vault leaves no row behind, and stays deleted for devices that come later', async () => {
    const { access, origin, peer, store } = await setup();
    const neighbour = peerOf(strangerAt(origin));
    await neighbour.push([item()]);
    const { wit = null } = await peer.push([item()]);
    await peer.remove();
    await expect(peer.pull({ seq: 1, wit })).rejects.toMatchObject({ refusal: 'deleted' });
    await expect(peer.push([item()])).rejects.toMatchObject({ refusal: 'deleted' });
    const vault = Buffer.from(access.vault, 'base64url');
    expect(await query(store, 'select id from record where vault = $1', [vault])).toEqual([]);
    expect(await query(store, 'select seq from cmt where vault = $1', [vault])).toEqual([]);
    expect(await pullAll(neighbour)).toHaveLength(1);
  });
}
