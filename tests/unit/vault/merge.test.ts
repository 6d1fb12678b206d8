import { versions, meaning, sameRecord } from '../../support/records.ts';

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { yjsBodies } from '#core/vault/body-text.ts';
import {
  createRec,
  forgotten,
  purged,
  restored,
  withBody,
  withFields,
} from '#core/vault/edit-record.ts';
import { includes, join } from '#core/vault/merge.ts';
import { isAlive, type Rec } from '#core/vault/record.ts';

// The laws are tried hundreds of times each, also on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const joined = (a: Rec, b: Rec): Rec => join(a, b, yjsBodies);
const at = (wall: number, tie = 'here'): { wall: number; tie: string } => ({ wall, tie });
const entry = (text: string): Rec => withBody(createRec('e', 'entry'), text, yjsBodies);

test('the order of two versions does not matter', () => {
  fc.assert(
    fc.property(versions({ erase: true }), ([a, b]) => {
      expect(meaning(joined(a, b))).toEqual(meaning(joined(b, a)));
    }),
    { numRuns: 400 },
  );
});

test('the grouping of three versions does not matter', () => {
  fc.assert(
    fc.property(versions({ erase: false }), ([a, b, c]) => {
      const [left, right] = [joined(joined(a, b), c), joined(a, joined(b, c))];
      expect(meaning(left)).toEqual(meaning(right));
      expect(sameRecord(left, right)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('joining a version twice changes nothing', () => {
  fc.assert(
    fc.property(versions({ erase: true }), ([a, b]) => {
      const once = joined(a, b);
      expect(meaning(joined(a, a))).toEqual(meaning(a));
      expect(meaning(joined(once, b))).toEqual(meaning(once));
    }),
    { numRuns: 400 },
  );
});

test('a version includes another exactly when joining them leaves it as it is', () => {
  fc.assert(
    fc.property(versions({ erase: true }), ([a, b]) => {
      const whole = joined(a, b);
      expect(includes(a, b, yjsBodies)).toBe(sameRecord(whole, a));
      expect(includes(whole, a, yjsBodies)).toBe(true);
      expect(includes(whole, b, yjsBodies)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test('devices that keep meeting end up with one record, erased ones too', () => {
  fc.assert(
    fc.property(
      versions({ erase: true }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(2))),
      (recs, meetings) => {
        const fleet = [...recs];
        const everyone = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const));
        for (const [x, y] of [...meetings, ...everyone, ...everyone, ...everyone]) {
          const [mine, theirs] = [fleet[x], fleet[y]];
          if (mine && theirs) fleet[x] = joined(mine, theirs);
        }
        const [first] = fleet.map(meaning);
        expect(fleet.map(meaning)).toEqual([first, first, first]);
        for (const a of fleet) for (const b of fleet) expect(includes(a, b, yjsBodies)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('fields and parts that this version does not know survive a merge', () => {
  const newer: Rec = {
    ...withFields(createRec('e', 'entry'), { mood: { sky: ['grey'] } }, at(5)),
    extra: { zeta: [1, { deep: true }] },
  };
  const mine = withFields(createRec('e', 'entry'), { day: '2026-11-22' }, at(9));
  expect(joined(mine, newer)).toMatchObject({
    extra: { zeta: [1, { deep: true }] },
    fields: { mood: [{ sky: ['grey'] }, 5, 'here'], day: ['2026-11-22', 9, 'here'] },
  });
});

test('a field named like a part of every object is a field like any other', () => {
  const odd = withFields(
    createRec('e', 'entry'),
    JSON.parse('{"__proto__": 1}') as { x: 1 },
    at(1),
  );
  const merged = joined(createRec('e', 'entry'), odd);
  expect(Object.entries(merged.fields)).toEqual([['__proto__', [1, 1, 'here']]]);
});

test('the later of two field values wins, and equal stamps are settled by who wrote them', () => {
  const base = createRec('e', 'entry');
  const early = withFields(base, { mood: 'low' }, at(1, 'zz'));
  const late = withFields(base, { mood: 'calm' }, at(2, 'aa'));
  const level = withFields(base, { mood: 'warm' }, at(2, 'bb'));
  expect(joined(early, late).fields['mood']?.[0]).toBe('calm');
  expect(joined(level, late).fields['mood']?.[0]).toBe('warm');
});

test('a paragraph the deleting device had not seen brings the entry back', () => {
  const shared = entry('morning pages');
  const deleted = forgotten(shared, at(10), yjsBodies);
  const extended = withBody(shared, 'morning pages and one more thought', yjsBodies);
  expect(isAlive(deleted)).toBe(false);
  const merged = joined(deleted, extended);
  expect(isAlive(merged)).toBe(true);
  expect(merged.text).toBe('morning pages and one more thought');
});

test('a delete that saw everything stands, whatever older copies turn up', () => {
  const shared = entry('morning pages');
  const deleted = forgotten(shared, at(10), yjsBodies);
  expect(isAlive(joined(shared, deleted))).toBe(false);
});

test('a delete taken back holds against the delete, also for records without a body', () => {
  const note = withFields(createRec('s', 'sleep'), { hours: 7 }, at(1));
  const deleted = forgotten(note, at(10), yjsBodies);
  const back = restored(deleted, at(3), yjsBodies);
  expect(isAlive(back)).toBe(true);
  expect(isAlive(joined(deleted, back))).toBe(true);
  expect(isAlive(joined(forgotten(back, at(2), yjsBodies), back))).toBe(false);
});

test('erased content does not come back from a stale copy', () => {
  const shared = withFields(entry('private words'), { mood: 'low' }, at(1));
  const erased = purged(forgotten(shared, at(10), yjsBodies));
  for (const merged of [joined(erased, shared), joined(shared, erased)]) {
    expect(merged).toEqual(erased);
    expect(JSON.stringify(merged)).not.toContain('low');
  }
  expect(includes(erased, shared, yjsBodies)).toBe(true);
});

test('words written elsewhere while a record was erased are not lost', () => {
  const shared = entry('old');
  const erased = purged(forgotten(shared, at(10), yjsBodies));
  const extended = withBody(shared, 'old and new', yjsBodies);
  expect(joined(erased, extended)).toMatchObject({ text: 'old and new' });
  expect(isAlive(joined(erased, extended))).toBe(true);
});

test('words written again under an erased name do not meet the old ones of a stale copy', () => {
  const stale = withFields(entry('private words'), { mood: 'low' }, at(1));
  const erased = purged(forgotten(stale, at(10), yjsBodies));
  const again = withFields(withBody(erased, 'a new page', yjsBodies), { day: 'today' }, at(20));
  expect(includes(again, stale, yjsBodies)).toBe(true);
  for (const merged of [joined(again, stale), joined(stale, again)]) {
    expect(merged.text).toBe('a new page');
    expect(Object.keys(merged.fields)).toEqual(['day']);
    expect(new TextDecoder().decode(merged.body)).not.toContain('private');
  }
  const extended = withBody(stale, 'private words and one unseen', yjsBodies);
  expect(joined(again, extended).text).toContain('unseen');
  expect(joined(again, extended).text).toContain('a new page');
});
