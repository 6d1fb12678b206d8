import { expect, test } from 'vitest';

import { meet, openAsRow, type SealedRow } from '#core/sync/meet.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { createRec, withBody } from '#core/vault/edit-record.ts';
import { deriveKeys } from '#core/vault/keys.ts';
import { rowOf } from '#core/vault/seal-row.ts';

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
  await expect(meet(mine, await said('tea'), unable)).rejects.toThrow('does not open');
});

test('what came is a row only when it opens under its own name', async () => {
  const { wire, ct } = await said('tea');
  const opened = await openAsRow(keys, wire, ct);
  expect(opened).toEqual({ ok: true, value: { id: 'a', wire, day: '', kind: 'entry', ct } });
  const elsewhere = await openAsRow(keys, 'another', ct);
  expect(elsewhere).toEqual({ ok: false, error: { type: 'Tampered' } });
});
