import { expect, test } from 'vitest';

import { yjsBodies } from '#core/vault/body-text.ts';
import {
  createRec,
  forgotten,
  purged,
  restored,
  withBody,
  withFields,
} from '#core/vault/edit-record.ts';
import { isAlive } from '#core/vault/record.ts';

const at = (wall: number): { wall: number; tie: string } => ({ wall, tie: 'here' });
const blank = createRec('e', 'entry');

test('a field written on a slow clock still outranks what it replaces', () => {
  const rec = withFields(withFields(blank, { mood: 'low' }, at(500)), { mood: 'calm' }, at(20));
  expect(rec.fields).toEqual({ mood: ['calm', 501, 'here'] });
});

test('writing the same value again keeps its old stamp', () => {
  const rec = withFields(blank, { tags: ['a', 'b'] }, at(5));
  expect(withFields(rec, { tags: ['a', 'b'] }, at(90)).fields).toEqual(rec.fields);
});

test('a later delete outranks the restore before it', () => {
  const back = restored(forgotten(blank, at(9), yjsBodies), at(9), yjsBodies);
  expect(isAlive(back)).toBe(true);
  expect(isAlive(forgotten(back, at(1), yjsBodies))).toBe(false);
});

test('restoring what was never deleted changes nothing', () => {
  expect(restored(blank, at(3), yjsBodies)).toBe(blank);
});

test('writing into a deleted entry brings it back', () => {
  const deleted = forgotten(withBody(blank, 'one', yjsBodies), at(9), yjsBodies);
  expect(isAlive(withBody(deleted, 'one two', yjsBodies))).toBe(true);
});

test('erasing drops every word and value, and leaves a living record alone', () => {
  const rec = withFields(withBody(blank, 'one', yjsBodies), { mood: 'low' }, at(1));
  expect(purged(rec)).toBe(rec);
  const deleted = forgotten({ ...rec, extra: { z: 1 } }, at(9), yjsBodies);
  const { tombstone } = deleted;
  expect(purged(deleted)).toEqual({
    id: 'e',
    kind: 'entry',
    fields: {},
    tombstone,
    purged: 9,
    gone: true,
  });
});

test('a delete that comes after an outlived erasure can be undone with its words', () => {
  const erased = purged(forgotten(withBody(blank, 'old', yjsBodies), at(9), yjsBodies));
  const again = forgotten(withBody(erased, 'fresh', yjsBodies), at(20), yjsBodies);
  expect(isAlive(again)).toBe(false);
  expect(restored(again, at(30), yjsBodies)).toMatchObject({ text: 'fresh' });
});

test('an erased record takes fields again once it is restored', () => {
  const erased = purged(forgotten(blank, at(9), yjsBodies));
  expect(withFields(erased, { mood: 'calm' }, at(20))).toBe(erased);
  const back = withFields(restored(erased, at(20), yjsBodies), { mood: 'calm' }, at(21));
  expect(back.fields).toEqual({ mood: ['calm', 21, 'here'] });
});
