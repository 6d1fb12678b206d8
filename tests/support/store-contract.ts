/** What every store that sync runs on promises; each kind of store runs this same list. */
import { describe, expect, test } from 'vitest';

import type { Asked, PeerState, SyncCommit, SyncStore, SyncWrite } from '#core/sync/store.ts';
import { mostAside } from '#core/vault/quarantine.ts';

export interface StoreUnderTest {
  readonly store: SyncStore;
  /** Wire ids kept aside for this peer. */
  readonly quarantined: (peer: string) => Promise<readonly string[]>;
}

const state = (seq: number): PeerState => ({
  seq,
  wit: { seq, token: `t${seq}` },
  unproven: [{ seq: seq - 1, token: `t${seq - 1}` }],
  epoch: 'e',
  cleanTo: seq,
  lastOk: null,
});

const write = (
  id: string,
  expect: number | null,
  mark: SyncWrite['mark'] = null,
  byte = 1,
): SyncWrite => ({
  expect,
  row: { id, wire: `w-${id}`, day: '2026-11-22', kind: 'entry', ct: Uint8Array.of(1, byte) },
  mark,
});

/** By names on the wire, with the ids that `write` gives them. */
const asked = (...wires: readonly string[]): Asked[] =>
  wires.map((wire) => ({ wire, id: wire.replace('w-', '') }));

const all = { after: 0, upTo: 99 };

const commit = (more: Partial<SyncCommit> = {}): SyncCommit => ({
  peer: 'relay',
  state: state(1),
  ...more,
});

export function describeStore(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of a sync store`, () => {
    test('a peer never met stands at the beginning', async () => {
      const { store } = await makeStore();
      expect(await store.readPeer('relay')).toEqual({
        seq: 0,
        wit: null,
        epoch: null,
        cleanTo: 0,
        lastOk: null,
      });
      expect(await store.version()).toBe(0);
      expect(await store.readChanged('relay', all, 10)).toEqual([]);
      expect(await store.readHeld('relay', asked('w-a'))).toEqual([{ row: null, mark: null }]);
    });

    test('writes take the next versions in order, and come back oldest change first', async () => {
      const { store } = await makeStore();
      await store.commit(commit({ writes: [write('b', null), write('a', null)] }));
      await store.commit(commit({ writes: [write('b', 1, null, 9)] }));
      expect(await store.version()).toBe(3);
      const changed = await store.readChanged('relay', all, 10);
      expect(changed.map(({ row }) => [row?.id, row?.lv])).toEqual([
        ['a', 2],
        ['b', 3],
      ]);
      expect(changed[1]?.row).toEqual({
        id: 'b',
        wire: 'w-b',
        day: '2026-11-22',
        kind: 'entry',
        ct: Uint8Array.of(1, 9),
        lv: 3,
      });
    });

    test('a look at changes stops at its limit and starts after its version', async () => {
      const { store } = await makeStore();
      await store.commit(commit({ writes: ['a', 'b', 'c', 'd'].map((id) => write(id, null)) }));
      const ids = (await store.readChanged('relay', { after: 1, upTo: 9 }, 2)).map(
        ({ row }) => row?.id,
      );
      expect(ids).toEqual(['b', 'c']);
      const [last] = await store.readChanged('relay', { after: 2, upTo: 3 }, 9);
      expect(last?.row?.id).toBe('c');
      expect(await store.readChanged('relay', { after: 3, upTo: 3 }, 9)).toEqual([]);
    });

    test('among many names asked for at once, those with a row are found, also what was just written', async () => {
      const { store } = await makeStore();
      const names = Array.from({ length: 150 }, (_, at) => `n${at}`);
      const wires = names.map((id) => `w-${id}`);
      const here = async (): Promise<unknown[]> =>
        (await store.readHeld('relay', asked(...wires))).flatMap(({ row }) => row?.id ?? []);
      await store.commit(commit({ writes: [write('n7', null)] }));
      expect(await here()).toEqual(['n7']);
      const marked = write('n9', null, { rev: 'r', behind: false });
      expect(await store.commit(commit({ writes: [marked] }))).toEqual({ first: 2 });
      expect(await here()).toEqual(['n7', 'n9']);
      expect((await store.readHeld('relay', asked(...wires)))[9]?.mark?.rev).toBe('r');
      expect(await store.commit(commit({ writes: [write('n9', null)] }))).toBe(null);
      expect(await store.commit(commit({ writes: [write('n3', null), write('n9', 2)] }))).toEqual({
        first: 3,
      });
      expect(await here()).toEqual(['n3', 'n7', 'n9']);
    });

    test('rows are found in the order asked', async () => {
      const { store } = await makeStore();
      await store.commit(commit({ writes: [write('a', null), write('b', null)] }));
      const held = await store.readHeld('relay', asked('w-b', 'w-x', 'w-a'));
      expect(held.map(({ row }) => row?.id)).toEqual(['b', undefined, 'a']);
    });

    test('a row of which only the name on the wire is known is found, with its mark', async () => {
      const { store } = await makeStore();
      const marked = write('a', null, { rev: 'r', behind: false });
      await store.commit(commit({ writes: [marked, write('b', null)] }));
      const held = await store.readHeld('relay', [
        { wire: 'w-x', id: null },
        ...asked('w-b'),
        { wire: 'w-a', id: null },
      ]);
      expect(held).toMatchObject([
        { row: null, mark: null },
        { row: { id: 'b' }, mark: null },
        { row: { id: 'a' }, mark: { rev: 'r' } },
      ]);
    });

    test('a row that kept a former name on the wire is found by its id', async () => {
      const { store } = await makeStore();
      const former = write('a', null);
      await store.commit(
        commit({ writes: [{ ...former, row: { ...former.row, wire: 'w-former' } }] }),
      );
      expect(await store.readHeld('relay', asked('w-a'))).toMatchObject([{ row: { id: 'a' } }]);
    });

    test('a commit made on an old version changes nothing at all', async () => {
      const { store, quarantined } = await makeStore();
      await store.commit(commit({ writes: [write('a', null)] }));
      const stale = commit({
        state: state(7),
        writes: [write('new', null), write('a', null)],
        marks: [{ wire: 'w-a', rev: 'r', lv: 1 }],
        quarantined: [{ wire: 'w-q', rev: 'q', ct: Uint8Array.of(1) }],
        forget: true,
      });
      expect(await store.commit(stale)).toBe(null);
      expect(await store.commit(commit({ state: state(7), writes: [write('a', 5)] }))).toBe(null);
      expect(await store.commit(commit({ state: state(7), writes: [write('no', 5)] }))).toBe(null);
      expect(await store.version()).toBe(1);
      expect(await store.readPeer('relay')).toEqual(state(1));
      expect(await store.readHeld('relay', asked('w-a', 'w-new'))).toMatchObject([
        { mark: null },
        { row: null },
      ]);
      expect(await quarantined('relay')).toEqual([]);
    });

    test('a mark made with a write knows its version, and one below when the peer is behind', async () => {
      const { store } = await makeStore();
      const marked = [
        write('a', null, { rev: 'ra', behind: false }),
        write('b', null, { rev: 'rb', behind: true }),
      ];
      expect(await store.commit(commit({ writes: marked }))).toEqual({ first: 1 });
      expect(await store.readHeld('relay', asked('w-a', 'w-b'))).toMatchObject([
        { row: { lv: 1 }, mark: { wire: 'w-a', rev: 'ra', lv: 1 } },
        { row: { lv: 2 }, mark: { wire: 'w-b', rev: 'rb', lv: 1 } },
      ]);
    });

    test('peers never share marks or states', async () => {
      const { store } = await makeStore();
      const marks = [{ wire: 'w-a', rev: 'r', lv: 1 }];
      await store.commit(commit({ writes: [write('a', null)], marks }));
      expect(await store.readHeld('bridge', asked('w-a'))).toMatchObject([{ mark: null }]);
      expect((await store.readChanged('bridge', all, 9))[0]?.mark).toBe(null);
      expect((await store.readPeer('bridge')).seq).toBe(0);
      await store.commit(commit({ peer: 'bridge', forget: true }));
      expect(await store.readHeld('relay', asked('w-a'))).toMatchObject([{ mark: { rev: 'r' } }]);
    });

    test('without a peer the rows come alone, whoever has marked them', async () => {
      const { store } = await makeStore();
      await store.commit(commit({ writes: [write('a', null, { rev: 'r', behind: false })] }));
      const [row] = await store.readHeld('relay', asked('w-a'));
      const alone = [{ row: row?.row, mark: null }];
      expect(row?.mark).not.toBe(null);
      expect(await store.readHeld(null, asked('w-a'))).toEqual(alone);
      expect(await store.readChanged(null, all, 9)).toEqual(alone);
      expect(await store.readHeld(null, asked('w-x'))).toEqual([{ row: null, mark: null }]);
    });

    test('a mark is believed only while its row is here', async () => {
      const { store } = await makeStore();
      await store.commit(commit({ marks: [{ wire: 'w-a', rev: 'r', lv: 1 }] }));
      expect(await store.readHeld('relay', asked('w-a'))).toEqual([{ row: null, mark: null }]);
      await store.commit(commit({ writes: [write('a', null), write('b', null)] }));
      expect(await store.readHeld('relay', asked('w-x', 'w-b', 'w-a'))).toMatchObject([
        { row: null, mark: null },
        { row: { id: 'b' }, mark: null },
        { row: { id: 'a' }, mark: { rev: 'r' } },
      ]);
    });

    test('marks are dropped one by one, or all at once before new ones are made', async () => {
      const { store } = await makeStore();
      const marks = ['a', 'b', 'c'].map((id) => ({ wire: `w-${id}`, rev: 'r', lv: 1 }));
      const wires = marks.map(({ wire }) => wire);
      await store.commit(commit({ writes: ['a', 'b', 'c'].map((id) => write(id, null)), marks }));
      await store.commit(commit({ unmark: ['w-b'] }));
      expect((await store.readHeld('relay', asked(...wires))).map(({ mark }) => mark?.rev)).toEqual(
        ['r', undefined, 'r'],
      );
      await store.commit(commit({ forget: true, marks: [{ wire: 'w-c', rev: 's', lv: 2 }] }));
      expect((await store.readHeld('relay', asked(...wires))).map(({ mark }) => mark?.rev)).toEqual(
        [undefined, undefined, 's'],
      );
    });

    test('a row kept aside stays until the peer shows one that is understood', async () => {
      const { store, quarantined } = await makeStore();
      const aside = ['w-a', 'w-b', 'w-c'].map((wire) => ({
        wire,
        rev: 'r',
        ct: Uint8Array.of(2),
      }));
      await store.commit(commit({ quarantined: aside }));
      await store.commit(commit({ peer: 'bridge', marks: [{ wire: 'w-a', rev: 's', lv: 1 }] }));
      expect([...(await quarantined('relay'))].sort()).toEqual(['w-a', 'w-b', 'w-c']);
      await store.commit(commit({ marks: [{ wire: 'w-a', rev: 's', lv: 1 }] }));
      await store.commit(commit({ writes: [write('b', null, { rev: 's', behind: false })] }));
      expect(await quarantined('relay')).toEqual(['w-c']);
    });

    test('rows that do not open take up so much room and no more, whatever a peer sends, and move the cursor all the same', async () => {
      const { store, quarantined } = await makeStore();
      const send = async (
        count: number,
        size: number,
        name: string,
        peer = 'relay',
      ): Promise<void> => {
        const rows = Array.from({ length: count }, (_, index) => ({
          wire: `${name}-${index}`,
          rev: 'r',
          ct: new Uint8Array(size),
        }));
        await store.commit(commit({ peer, state: state(count), quarantined: rows }));
      };
      await send(mostAside.rows - 1, 1, 'many');
      await send(3, 1, 'more');
      await send(3, 1, 'others', 'bridge');
      expect(await quarantined('relay')).toHaveLength(mostAside.rows);
      expect(await quarantined('bridge')).toEqual([]);
      expect(await store.readPeer('relay')).toEqual(state(3));
      await store.commit(commit({ marks: [{ wire: 'many-1', rev: 's', lv: 1 }] }));
      await send(1, mostAside.bytes, 'large');
      expect(await quarantined('relay')).not.toContain('large-0');
      await send(1, 1, 'small');
      expect(await quarantined('relay')).toContain('small-0');
    });
  });
}
