/** Records with a shared past, as devices that edit, forget, erase and meet would have them. */
import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { yjsBodies } from '#core/vault/body-text.ts';
import {
  createRec,
  forgotten,
  purged,
  restored,
  withBody,
  withFields,
} from '#core/vault/edit-record.ts';
import { join } from '#core/vault/merge.ts';
import type { Rec } from '#core/vault/record.ts';
import { parseStateVector } from '#core/vault/state-vector.ts';

import { seedCrypto } from './seeded.ts';

const device = fc.nat(2);
const word = fc.constantFrom('tea', 'rain', 'walk', '日本', '👩‍👩‍👧', 'น้ำ', 'é');

const step = (erase: boolean): fc.Arbitrary<readonly (string | number)[]> =>
  fc.oneof(
    fc.tuple(fc.constant('field'), device, fc.constantFrom('a', 'b'), fc.nat(2)),
    fc.tuple(fc.constant('add'), device, word, fc.nat(5)),
    fc.tuple(fc.constant('cut'), device, fc.nat(5)),
    fc.tuple(fc.constant('forget'), device),
    fc.tuple(fc.constant('restore'), device),
    fc.tuple(fc.constant('meet'), device, device),
    ...(erase ? [fc.tuple(fc.constant('erase'), device)] : []),
  );

function play(
  steps: readonly (readonly (string | number)[])[],
  skew: readonly number[],
): [Rec, Rec, Rec] {
  const recs: [Rec, Rec, Rec] = [
    createRec('x', 'entry'),
    createRec('x', 'entry'),
    createRec('x', 'entry'),
  ];
  steps.forEach(([name, who, x = 0, y = 0], index) => {
    const at = Number(who);
    const rec = recs[at] ?? recs[0];
    const moment = { wall: 1000 + index + (skew[at] ?? 0), tie: `t${at}` };
    const words = (rec.text ?? '').split(' ').filter(Boolean);
    const place = Number(name === 'add' ? y : x);
    const next = ((): Rec => {
      switch (String(name)) {
        case 'field':
          return withFields(rec, { [String(x)]: y }, moment);
        case 'add':
          return withBody(rec, words.toSpliced(place, 0, String(x)).join(' '), yjsBodies);
        case 'cut':
          return withBody(rec, words.toSpliced(place, 1).join(' '), yjsBodies);
        case 'forget':
          return forgotten(rec, moment, yjsBodies);
        case 'restore':
          return restored(rec, moment, yjsBodies);
        case 'erase':
          return purged(rec);
        default:
          return join(rec, recs[Number(x)] ?? rec, yjsBodies);
      }
    })();
    recs[at] = next;
  });
  return recs;
}

/** Three versions of one record. Erasing forgets on purpose, so it is left out where full laws are asked. */
export const versions = ({ erase }: { erase: boolean }): fc.Arbitrary<[Rec, Rec, Rec]> =>
  fc
    .tuple(
      fc.array(step(erase), { maxLength: 14 }),
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }),
      fc.nat(),
    )
    .map(([steps, skew, seed]) => {
      seedCrypto(seed);
      const recs = play(steps, skew);
      seedCrypto(undefined);
      return recs;
    });

/** What a record means, without the accidents of its encoding. */
export function meaning(rec: Rec): unknown {
  const { body, tombstone, ...rest } = rec;
  return {
    ...rest,
    words: body && parseStateVector(yjsBodies.seen(body)),
    reads: body && yjsBodies.read(body),
    tombstone: tombstone && [tombstone[0], tombstone[1], parseStateVector(tombstone[2])],
  };
}

/** Same registers, same words, same deletions. */
export const sameRecord = (a: Rec, b: Rec): boolean =>
  isDeepStrictEqual(meaning(a), meaning(b)) &&
  (a.body && b.body
    ? yjsBodies.covers(a.body, b.body) && yjsBodies.covers(b.body, a.body)
    : a.body === b.body);
