import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseNotice, serialiseNotice, type Notice } from '#core/sync/bridge/answers.ts';
import { packed } from '#core/sync/protocol/packing.ts';
import { parseRequest, serialiseRequest, type Request } from '#core/sync/bridge/requests.ts';

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array));
const name = fc.string({ maxLength: 64, unit: 'grapheme-ascii' });
const wit = fc.record({ seq: fc.nat(), token: name });
const maybeWit = fc.option(wit);
const id = fc.nat();

const requests: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ kind: fc.constant('pull' as const), id, seq: fc.nat(), wit: maybeWit }),
  fc.record({
    kind: fc.constant('push' as const),
    id,
    items: fc.array(fc.record({ id: name, base: fc.option(name), ct: bytes }), { maxLength: 8 }),
  }),
);

const row = fc.record({ id: name, seq: fc.nat(), rev: name, ct: bytes });
const notices: fc.Arbitrary<Notice> = fc.oneof(
  fc.constant({ kind: 'changed' as const }),
  fc.record({
    kind: fc.constant('refused' as const),
    id,
    reason: fc.constantFrom('too-large' as const, 'unavailable' as const),
  }),
  fc.record({
    kind: fc.constant('pulled' as const),
    id,
    answer: fc.oneof(
      fc.record({ reset: fc.constant(true as const), epoch: name }),
      fc.record({
        reset: fc.constant(false as const),
        epoch: name,
        rows: fc.array(row, { maxLength: 8 }),
        more: fc.boolean(),
        seq: fc.nat(),
        wit: maybeWit,
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('pushed' as const),
    id,
    answer: fc.record(
      {
        epoch: name,
        ok: fc.array(fc.record({ id: name, rev: name }), { maxLength: 8 }),
        conflicts: fc.array(fc.record({ id: name, rev: name, ct: bytes }), { maxLength: 8 }),
        from: fc.nat(),
        wit,
      },
      { requiredKeys: ['epoch', 'ok', 'conflicts'] },
    ),
  }),
);

test('every request and every notice is read back as it was written', () => {
  fc.assert(
    fc.property(requests, (request) => {
      expect(parseRequest(serialiseRequest(request))).toEqual(request);
    }),
  );
  fc.assert(
    fc.property(notices, (notice) => {
      expect(parseNotice(serialiseNotice(notice))).toEqual(notice);
    }),
  );
});

test('bytes more or less than the head announces spoil the whole', () => {
  fc.assert(
    fc.property(requests, notices, (request, notice) => {
      for (const whole of [serialiseRequest(request), serialiseNotice(notice)])
        for (const spoiled of [new Uint8Array([...whole, 0]), whole.slice(0, -1)]) {
          expect(parseRequest(spoiled)).toBeNull();
          expect(parseNotice(spoiled)).toBeNull();
        }
    }),
  );
});

test.each([
  ['a size that is not whole', { kind: 'push', id: 1, items: [['a', null, 0.5]] }],
  ['a size below zero', { kind: 'push', id: 1, items: [['a', null, -1]] }],
  ['a name too long', { kind: 'push', id: 1, items: [['a'.repeat(65), null, 0]] }],
  ['a base that is no name', { kind: 'push', id: 1, items: [['a', 5, 0]] }],
  ['more rows than a batch', { kind: 'push', id: 1, items: Array(2_001).fill(['a', null, 0]) }],
  ['a cursor below zero', { kind: 'pull', id: 1, seq: -1, wit: null }],
  ['no word about the witness', { kind: 'pull', id: 1, seq: 1 }],
  ['half a witness', { kind: 'pull', id: 1, seq: 1, wit: [1] }],
  ['no number', { kind: 'pull', seq: 1, wit: null }],
  ['another kind', { kind: 'erase', id: 1 }],
])('a request with %s is not one', (_, head) => {
  expect(parseRequest(packed(head))).toBeNull();
});

test('a head that is longer than the message or not text is not read', () => {
  expect(parseRequest(new Uint8Array([255, 255, 255, 255, 123]))).toBeNull();
  expect(parseRequest(new Uint8Array([0, 0, 0, 2, 0xff, 0xfe]))).toBeNull();
  expect(parseRequest(new Uint8Array(3))).toBeNull();
});
