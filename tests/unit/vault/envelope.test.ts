import { versions } from '../../support/records.ts';
import {
  counted,
  packedByHand,
  sealByHand,
  sealedWithoutColumns,
} from '../../support/sealed-by-hand.ts';
import { seeded } from '../../support/seeded.ts';

import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';

import { concat, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { createRec, forgotten, withBody, withFields } from '#core/vault/edit-record.ts';
import { revOf } from '#core/kernel/revision.ts';
import { columnsOf } from '#core/vault/columns.ts';
import { columnsIn, openBy, unseal } from '#core/vault/envelope.ts';
import { inflateByBrowser } from '#core/vault/inflate-by-browser.ts';
import { open } from '#core/vault/open.ts';
import { paddedLength, seal } from '#core/vault/seal.ts';
import { deriveKeys, type VaultKeys } from '#core/vault/keys.ts';
import type { Rec } from '#core/vault/record.ts';

const random = seeded(7).bytes;
let keys: VaultKeys;
beforeAll(async () => {
  keys = await deriveKeys(seeded(1).bytes(16));
});

const at = { wall: 5, tie: 'here' };
const entry = (text: string): Rec => withBody(createRec('e', 'entry'), text, yjsBodies);

const sealRaw = (plain: Bytes): Promise<Bytes> => sealByHand(keys, 'w', plain);
const sealJson = (json: unknown): Promise<Bytes> =>
  sealRaw(counted(deflateSync(counted(utf8(JSON.stringify(json))))));

const ways: readonly [who: string, opening: typeof open][] = [
  ['the tables', open],
  ['a first look', (...sealed) => openBy(inflateByBrowser, ...sealed)],
];

test.each(ways)('to %s a record comes out as it went in', async (_who, opening) => {
  await fc.assert(
    fc.asyncProperty(versions({ erase: true }), async ([rec]) => {
      const ct = await seal(keys, 'w', rec, random);
      expect(await opening(keys, 'w', ct)).toEqual({ ok: true, value: rec });
    }),
    { numRuns: 60 },
  );
});

const columnsUnder = async (ct: Bytes): Promise<ReturnType<typeof columnsIn>> => {
  const plain = await unseal(keys, 'w', ct);
  if (!plain.ok) throw new Error(plain.error.type);
  return columnsIn(plain.value);
};

test('a seal tells the columns of its record without being unpacked', async () => {
  await fc.assert(
    fc.asyncProperty(versions({ erase: true }), fc.string(), async ([rec], day) => {
      const dated = { ...rec, fields: { ...rec.fields, day: [day, 1, 't'] as const } };
      for (const one of [rec, dated])
        expect(await columnsUnder(await seal(keys, 'w', one, random))).toEqual(columnsOf(one));
    }),
    { numRuns: 60 },
  );
});

test('an older seal, which holds only padding there, opens and tells no columns', async () => {
  const rec = entry('hello');
  const old = await sealedWithoutColumns(keys, 'w', rec);
  expect(await columnsUnder(old)).toBeUndefined();
  expect(await open(keys, 'w', old)).toEqual({ ok: true, value: rec });
});

test('columns by rules of another Comma, or no columns at all, are not believed', async () => {
  const rec = entry('hello');
  const others: readonly Bytes[] = [
    ...['[2,"e","","entry"]', '[1,"e","",7]', '[1,"e",""]', '{}', '[1,"e","","entry"', 'zz'].map(
      utf8,
    ),
    Uint8Array.of(255, 254),
  ];
  for (const told of others) {
    const ct = await sealRaw(concat(packedByHand(rec), told, new Uint8Array(9)));
    expect(await columnsUnder(ct)).toBeUndefined();
    expect(await open(keys, 'w', ct)).toEqual({ ok: true, value: rec });
  }
  for (const plain of [new Uint8Array(2), Uint8Array.of(255, 255, 255, 255, 91)])
    expect(await columnsUnder(await sealRaw(plain))).toBeUndefined();
});

test('parts that only a newer app knows survive opening and sealing again', async () => {
  const ct = await sealJson({
    i: 'e',
    k: 'later',
    f: { n: [[1, { z: null }], 3, 't'] },
    zz: { on: [1] },
  });
  const once = await open(keys, 'w', ct);
  if (!once.ok) throw new Error(once.error.type);
  expect(once.value).toEqual({
    id: 'e',
    kind: 'later',
    fields: { n: [[1, { z: null }], 3, 't'] },
    extra: { zz: { on: [1] } },
  });
  expect(await open(keys, 'w', await seal(keys, 'w', once.value, random))).toEqual(once);
});

test('not one byte can be changed, and none cut off', async () => {
  const ct = await seal(keys, 'w', entry('hello'), random);
  for (let place = 0; place < ct.length; place++) {
    const changed = ct.with(place, (ct[place] ?? 0) ^ 1);
    const type = place === 0 ? 'UnknownVersion' : 'Tampered';
    expect(await open(keys, 'w', changed)).toMatchObject({ ok: false, error: { type } });
  }
  for (const length of [0, 1, 12, 13, 28, 29, ct.length - 1])
    expect(await open(keys, 'w', ct.slice(0, length))).toMatchObject({
      error: { type: 'Tampered' },
    });
});

test('a row opens only under its own name, vault and epoch', async () => {
  const ct = await seal(keys, 'w', entry('hello'), random);
  const strangers: [VaultKeys, string][] = [
    [keys, 'x'],
    [{ ...keys, vault: 'other' }, 'w'],
    [{ ...keys, epoch: '2' }, 'w'],
    [await deriveKeys(new Uint8Array(16)), 'w'],
  ];
  for (const [theirs, wire] of strangers)
    expect(await open(theirs, wire, ct)).toEqual({ ok: false, error: { type: 'Tampered' } });
});

test.each(ways)('to %s honestly sealed nonsense is not tampering', async (_who, opening) => {
  const broken = [
    await sealRaw(new Uint8Array(256)),
    await sealRaw(new Uint8Array(2)),
    await sealRaw(counted(utf8('not deflated'))),
    await sealRaw(concat(Uint8Array.of(255, 255, 255, 255), new Uint8Array(252))),
    await sealRaw(counted(deflateSync(Uint8Array.of(0, 0, 9, 9, 65)))),
    await sealJson(null),
    await sealJson({ i: 'e', k: 'entry', f: [] }),
    await sealJson({ i: 1, k: 'entry', f: {} }),
    await sealJson({ i: 'e', k: 'entry', f: { mood: ['low', 'soon', 't'] } }),
    await sealJson({ i: 'e', k: 'entry', f: {}, t: 3 }),
    await sealJson({ i: 'e', k: 'entry', f: {}, d: [1, 't', 'AQ'] }),
    await sealJson({ i: 'e', k: 'entry', f: {}, r: [1] }),
    await sealJson({ i: 'e', k: 'entry', f: {}, g: 'yes' }),
  ];
  for (const ct of broken)
    expect(await opening(keys, 'w', ct)).toEqual({ ok: false, error: { type: 'Malformed' } });
});

test.each(ways)(
  'to %s a record of several megabytes comes out whole, and one cut short does not',
  async (_who, opening) => {
    const noise = seeded(9).bytes(60_000);
    const [short, long] = ['x'.repeat(1_000_000), [...noise].join(' ')];
    for (const text of [short, long]) {
      const rec: Rec = { id: 'e', kind: 'entry', fields: {}, text };
      expect(await opening(keys, 'w', await seal(keys, 'w', rec, random))).toEqual({
        ok: true,
        value: rec,
      });
      const packed = deflateSync(counted(utf8(JSON.stringify({ i: 'e', k: 'e', f: {}, t: text }))));
      const cut = await sealRaw(counted(packed.slice(0, packed.length - 5)));
      expect(await opening(keys, 'w', cut)).toEqual({ ok: false, error: { type: 'Malformed' } });
    }
  },
);

test.each(ways)('to %s a decompression bomb stops at the bound', async (_who, opening) => {
  const bomb = await sealRaw(counted(deflateSync(new Uint8Array(33 * 2 ** 20), { level: 1 })));
  expect(await opening(keys, 'w', bomb)).toEqual({ ok: false, error: { type: 'Malformed' } });
});

test('sizes say little: a floor of 256 bytes, then Padmé steps of at most 12 %', () => {
  expect([0, 256, 257, 1000, 100_000].map(paddedLength)).toEqual([256, 256, 272, 1024, 100_352]);
  fc.assert(
    fc.property(fc.integer({ min: 257, max: 2 ** 25 }), (length) => {
      const padded = paddedLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(length * 1.12);
    }),
  );
});

test('small records all have one size on the wire', async () => {
  const sleep = withFields(createRec('sleep:2026-11-22', 'sleep'), { hours: 7 }, at);
  const settings = withFields(createRec('settings', 'settings'), { every: 45, sound: true }, at);
  const sizes = [await seal(keys, 'w', sleep, random), await seal(keys, 'w', settings, random)];
  expect(sizes.map(({ length }) => length)).toEqual([285, 285]);
});

test('the revision is the tag of the bytes themselves', async () => {
  const rec = entry('hello');
  const [one, two] = [await seal(keys, 'w', rec, random), await seal(keys, 'w', rec, random)];
  expect(revOf(one)).toBe(revOf(Uint8Array.from(one)));
  expect(revOf(one)).not.toBe(revOf(two));
  expect(revOf(one)).toHaveLength(22);
});

test('a deleted word is in no byte that is sealed next', () => {
  const before = entry('alpha secretword omega');
  const after = withBody(before, 'alpha omega', yjsBodies);
  const raw = (rec: Rec): string =>
    JSON.stringify(rec.text) + String.fromCharCode(...(rec.body ?? []));
  expect(raw(before)).toContain('secretword');
  expect(raw(after)).not.toContain('secretword');
  const met = {
    ...after,
    body: yjsBodies.merge(after.body ?? new Uint8Array(), before.body ?? new Uint8Array()),
  };
  expect(raw(met)).not.toContain('secretword');
});

test('a tombstone keeps what it saw through the seal', async () => {
  const rec = forgotten(entry('hello'), at, yjsBodies);
  const opened = await open(keys, 'w', await seal(keys, 'w', rec, random));
  expect(opened).toEqual({ ok: true, value: rec });
});
