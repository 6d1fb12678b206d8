import { expect, test } from 'vitest';

import { meet, openAsRow, type SealedRow } from '#core/sync/meet.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { utf8 } from '#core/kernel/bytes.ts';
import { createRec, withBody, withFields } from '#core/vault/edit-record.ts';
import { deriveKeys } from '#core/vault/keys.ts';
import type { Rec } from '#core/vault/record.ts';
import { rowOf } from '#core/vault/seal-row.ts';

import {
  counted,
  packedByHand,
  sealByHand,
  sealedAs,
  sealedWithoutColumns,
} from '../../support/sealed-by-hand.ts';
import { seeded } from '../../support/seeded.ts';

const keys = await deriveKeys(new Uint8Array(16));
const others = await deriveKeys(new Uint8Array(16).fill(1));
const random = seeded(7).bytes;
const tools = { keys, bodies: yjsBodies, random };
const said = (text: string): Promise<SealedRow> =>
  rowOf(keys, withBody(createRec('a', 'entry'), text, yjsBodies), random);

test('a row that is the very same here is not opened to be met', async () => {
  const mine = { ...(await said('tea')), lv: 1 };
  const unable = { ...tools, keys: others };
  expect(await meet(mine, mine, unable)).toEqual({ write: null, ahead: false });
  expect(await meet(mine, await said('tea'), unable)).toBe('theirs');
});

test('what came is a row only when it opens under its own name', async () => {
  const { wire, ct } = await said('tea');
  const opened = await openAsRow(keys, wire, ct);
  expect(opened).toEqual({ ok: true, value: { id: 'a', wire, day: '', kind: 'entry', ct } });
  const elsewhere = await openAsRow(keys, 'another', ct);
  expect(elsewhere).toEqual({ ok: false, error: { type: 'Tampered' } });
});

test('a row is proven to its last byte before it is laid down', async () => {
  const { wire, ct } = await said('tea');
  for (let at = 1; at < ct.length; at++)
    expect(await openAsRow(keys, wire, ct.with(at, (ct[at] ?? 0) ^ 1))).toEqual({
      ok: false,
      error: { type: 'Tampered' },
    });
});

const rec = withBody(createRec('a', 'entry'), 'tea', yjsBodies);

test('a row of an older Comma, whose seal tells no columns, has those of its record', async () => {
  const dated = withFields(rec, { day: '2026-11-22' }, { wall: 1, tie: 't' });
  const ct = await sealedWithoutColumns(keys, 'w', dated);
  expect(await openAsRow(keys, 'w', ct)).toEqual({
    ok: true,
    value: { id: 'a', wire: 'w', day: '2026-11-22', kind: 'entry', ct },
  });
  const nonsense = await sealByHand(keys, 'w', new Uint8Array(256));
  expect(await openAsRow(keys, 'w', nonsense)).toEqual({ ok: false, error: { type: 'Malformed' } });
});

test('a row joins none of ours when its record is another than its seal told, or none', async () => {
  const mine = { ...(await said('rain')), lv: 1 };
  const other = packedByHand({ ...rec, id: 'b' });
  for (const packed of [other, counted(utf8('not deflated'))]) {
    const came = await openAsRow(keys, 'w', await sealedAs(keys, 'w', rec, packed));
    if (!came.ok) throw new Error(came.error.type);
    expect(await meet(mine, came.value, tools)).toBe('theirs');
  }
});

test('a row that replaces ours lies under the columns of its record, not those its seal told', async () => {
  const mine = { ...(await rowOf(keys, rec, random)), lv: 1 };
  const on = (day: string): Rec => withFields(rec, { day }, { wall: 1, tie: 't' });
  const ct = await sealedAs(keys, 'w', on('1999-01-01'), packedByHand(on('2026-11-22')));
  const came = await openAsRow(keys, 'w', ct);
  if (!came.ok) throw new Error(came.error.type);
  expect(came.value.day).toBe('1999-01-01');
  expect(await meet(mine, came.value, tools)).toMatchObject({ write: { day: '2026-11-22' } });
});
