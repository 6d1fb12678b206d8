import fc from 'fast-check';
import { expect, test } from 'vitest';

import { concat, toBase64Url, type Bytes } from '#core/kernel/bytes.ts';
import { revOf } from '#core/kernel/revision.ts';
import { longestHead } from '#core/sync/protocol/limits.ts';
import { packed, unpacked } from '#core/sync/protocol/packing.ts';
import { parsePage, serialisePage, type Page } from '#core/sync/protocol/pull.ts';
import { parsePush, parseTaken, serialisePush, serialiseTaken } from '#core/sync/protocol/push.ts';
import type { PushedRow, Taken } from '#core/sync/protocol/push.ts';

const name = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url);
const ct = fc
  .uint8Array({ minLength: 17, maxLength: 90 })
  .map((bytes): Bytes => Uint8Array.from(bytes));
const mark = fc.stringMatching(/^[\w-]{1,64}$/);
const names = fc.uniqueArray(name, { maxLength: 5 });

const pushed: fc.Arbitrary<PushedRow[]> = fc.uniqueArray(
  fc.record({ id: name, base: fc.option(name), ct }),
  { maxLength: 5, selector: ({ id }) => id },
);

const page: fc.Arbitrary<{ since: number; page: Page }> = fc
  .record({ since: fc.nat(1e9), ids: names, epoch: mark, token: mark, cts: fc.array(ct) })
  .map(({ since, ids, epoch, token, cts }) => {
    const rows = ids.flatMap((id, at) => {
      const bytes = cts[at];
      return bytes ? [{ id, seq: since + at * 2 + 1, rev: revOf(bytes), ct: bytes }] : [];
    });
    const wit = { seq: rows.at(-1)?.seq ?? since, token };
    return { since, page: { reset: false, epoch, wit, rows } };
  });

const taken: fc.Arbitrary<{ rows: PushedRow[]; taken: Taken }> = fc
  .record({ rows: pushed, from: fc.nat(1e9), epoch: mark, token: mark, fates: fc.array(fc.nat(2)) })
  .map(({ rows, from, epoch, token, fates }) => {
    const ofFate = (fate: number): PushedRow[] => rows.filter((_, at) => (fates[at] ?? 2) === fate);
    return {
      rows,
      taken: {
        epoch,
        from,
        wit: { seq: from + ofFate(0).length, token },
        ok: ofFate(0).map(({ id }) => id),
        conflicts: ofFate(1).map(({ id, ct: bytes }) => ({ id, rev: revOf(bytes), ct: bytes })),
      },
    };
  });

test('what one side says, the other hears', () => {
  fc.assert(
    fc.property(page, pushed, taken, (asked, push, told) => {
      const question = { since: asked.since, wit: null, limit: 10 };
      expect(parsePage(serialisePage(asked.page), question)).toEqual(asked.page);
      expect(parsePush(serialisePush(push))).toEqual(push);
      expect(parseTaken(serialiseTaken(told.taken), told.rows)).toEqual(told.taken);
    }),
  );
});

test('bytes that nobody wrote as a message are no message, and never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), pushed, (bytes, push) => {
      const garbage = Uint8Array.from(bytes);
      expect(parsePage(garbage, { since: 0, wit: null, limit: 5 })).toBe(null);
      expect(parsePush(garbage)).toBe(null);
      const real = serialisePush(push);
      expect(parsePush(concat(real, Uint8Array.of(0)))).toBe(null);
      expect(parsePush(real.subarray(0, -1))).toBe(null);
    }),
  );
});

test('a head over its limit is not even read', () => {
  const long = packed({ items: [], x: 'x'.repeat(longestHead) });
  expect(unpacked(long)).not.toBe(null);
  expect(parsePush(long)).toBe(null);
});

const [one, two] = [1, 2].map((byte) => toBase64Url(new Uint8Array(16).fill(byte)));
const blob = new Uint8Array(20);
const honest = {
  reset: false,
  epoch: 'e',
  wit: [7, 't'],
  rows: [
    [one, 5, 20],
    [two, 7, 20],
  ],
};

test.each<[string, object]>([
  ['calls its page no page', { reset: 'false' }],
  ['has an epoch without a name', { epoch: '' }],
  ['has an epoch as long as a book', { epoch: 'e'.repeat(65) }],
  ['has an epoch that is markup', { epoch: '<b>' }],
  ['witnesses less than it shows', { wit: [6, 't'] }],
  ['witnesses with a fraction', { wit: [7.5, 't'] }],
  ['witnesses without a token', { wit: [7, null] }],
  ['has no witness', { wit: null }],
  [
    'counts backwards',
    {
      rows: [
        [one, 7, 20],
        [two, 5, 20],
      ],
    },
  ],
  [
    'counts two rows as one',
    {
      rows: [
        [one, 7, 20],
        [two, 7, 20],
      ],
    },
  ],
  [
    'shows what was not asked for',
    {
      rows: [
        [one, 4, 20],
        [two, 7, 20],
      ],
    },
  ],
  [
    'shows one row twice',
    {
      rows: [
        [one, 5, 20],
        [one, 7, 20],
      ],
    },
  ],
  [
    'shows more than was asked for',
    {
      rows: Array.from({ length: 3 }, (_, at) => [
        toBase64Url(new Uint8Array(16).fill(at)),
        5 + at,
        0,
      ]),
    },
  ],
  [
    'has a row without a name',
    {
      rows: [
        ['', 5, 20],
        [two, 7, 20],
      ],
    },
  ],
  [
    'has a path for a name',
    {
      rows: [
        ['../../../../etc/passwd', 5, 20],
        [two, 7, 20],
      ],
    },
  ],
  [
    'is wrong about a size',
    {
      rows: [
        [one, 5, 21],
        [two, 7, 20],
      ],
    },
  ],
  [
    'has a size that is no number',
    {
      rows: [
        [one, 5, '20'],
        [two, 7, 20],
      ],
    },
  ],
  [
    'has a row of more columns',
    {
      rows: [
        [one, 5, 20, 1],
        [two, 7, 20],
      ],
    },
  ],
  ['has rows in an object', { rows: { 0: [one, 5, 20], length: 1 } }],
  ['shows nothing although there is something', { rows: [] }],
  ['says more than it should', { extra: 1 }],
])('a relay that %s is not believed', (_, lie) => {
  const question = { since: 4, wit: null, limit: 2 };
  expect(parsePage(packed(honest, [blob, blob]), question)?.reset).toBe(false);
  const said = { ...honest, ...lie };
  const blobs = Array.isArray(said.rows) ? said.rows.map(() => blob) : [];
  expect(parsePage(packed(said, blobs), question)).toBe(null);
});

const answer = { epoch: 'e', from: 3, wit: [4, 't'], ok: [one], conflicts: [[two, 20]] };
const mine: PushedRow[] = [one, two].map((id = '') => ({ id, base: null, ct: blob }));

test.each<[string, object]>([
  ['acknowledges a row that was not sent', { ok: [toBase64Url(new Uint8Array(16).fill(9))] }],
  ['acknowledges a row twice', { ok: [one, one] }],
  ['acknowledges a row and refuses it', { ok: [one, two] }],
  [
    'is in conflict over a row that was not sent',
    { conflicts: [[toBase64Url(new Uint8Array(16)), 20]] },
  ],
  ['is in conflict over nothing', { conflicts: [[two, 0]] }],
  ['ends before it began', { from: 5 }],
  ['begins nowhere', { from: null }],
  ['has no epoch', { epoch: 7 }],
  ['witnesses nothing', { wit: [4] }],
])('a relay whose receipt %s is not believed', (_, lie) => {
  expect(parseTaken(packed(answer, [blob]), mine)?.ok).toEqual([one]);
  expect(parseTaken(packed({ ...answer, ...lie }, [blob]), mine)).toBe(null);
});
