// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { blankAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import { Anchors } from '#core/features/anchors/own/anchors.svelte.ts';
import { Logged } from '#core/features/anchors/own/logged.svelte.ts';
import { mealKind } from '#core/features/anchors/meals/meal.ts';
import { movementKind } from '#core/features/anchors/movement/movement.ts';
import { blankNight, nightFields, nightKind } from '#core/features/anchors/sleep/night.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../../support/vault.ts';

const today = '2026-11-27';

let vault: Vault;
beforeEach(async () => {
  vault = await testVault();
});
afterEach(() => {
  vault.close();
});

async function added(change: Partial<Anchor>): Promise<Anchor> {
  const anchors = new Anchors(vault, new Ahead(vault));
  const anchor = { ...blankAnchor(anchors.newAnchorId()), name: 'A', ...change };
  await anchors.keep(null, anchor);
  return anchor;
}

/** As a screen that is open. */
async function open(): Promise<Logged> {
  let logged: Logged | undefined;
  let known = false;
  const stop = $effect.root(() => {
    const made = new Logged(vault, new Ahead(vault), {
      span: () => ({ from: '2026-11-01', until: today }),
      dayStart: () => 4,
      heard: ({ ok }) => ok,
    });
    logged = made;
    $effect(() => {
      known = made.known;
      for (const anchor of made.all) made.day(anchor, today);
    });
  });
  onTestFinished(stop);
  await vi.waitFor(() => {
    expect(known).toBe(true);
  });
  if (!logged) throw new Error('made above');
  return logged;
}

test('a tap shows at once, before it is kept, and a second one takes it back', async () => {
  const anchor = await added({});
  const logged = await open();
  const kept = logged.note(anchor, today, { type: 'yes' });
  expect(logged.day(anchor, today)).toMatchObject({ state: 'done', byHand: true });
  const undone = logged.note(anchor, today, null);
  expect(logged.day(anchor, today).state).toBe('none');
  expect(await Promise.all([kept, undone])).toEqual([true, true]);
  await vi.waitFor(() => {
    expect(logged.day(anchor, today).state).toBe('none');
  });
});

test('steps that are ticked faster than they are kept are all ticked', async () => {
  const steps = ['a', 'b', 'c'].map((id, order) => ({ id, text: id, minutes: null, order }));
  const anchor = await added({ sort: 'steps', steps });
  const logged = await open();
  await Promise.all([
    ...['a', 'b', 'c'].map((step) => logged.tick(anchor, today, step, true)),
    logged.tick(anchor, today, 'b', false),
  ]);
  expect(logged.day(anchor, today)).toMatchObject({ state: 'part', noted: { done: ['a', 'c'] } });
  const again = await open();
  expect(again.day(anchor, today).noted).toEqual({ type: 'steps', done: ['a', 'c'] });
});

test('what could not be kept is not shown as if it were', async () => {
  const anchor = await added({});
  const logged = await open();
  vi.spyOn(vault, 'write').mockResolvedValueOnce({ ok: false, error: { type: 'StorageFull' } });
  expect(await logged.note(anchor, today, { type: 'yes' })).toBe(false);
  expect(logged.day(anchor, today).state).toBe('none');
});

test('a saved night keeps the anchor of its morning, until somebody says otherwise', async () => {
  const anchor = await added({
    ...{ sort: 'clock', from: 'sleep', bedtime: true },
    target: {
      ...{ every: 'week', times: 5 },
      measure: { type: 'clock', bound: 'before', minute: 1380, grace: 60 },
    },
  });
  const night = { ...blankNight(today, 'Europe/Berlin'), intoBed: '23:30' };
  await vault.write({ id: night.id, kind: nightKind, fields: nightFields(null, night) });
  const logged = await open();
  await vi.waitFor(() => {
    expect(logged.day(anchor, today)).toMatchObject({ state: 'part', credit: 0.5, byHand: false });
  });
  await logged.note(anchor, today, { type: 'yes' });
  expect(logged.day(anchor, today)).toMatchObject({ state: 'done', byHand: true });
});

test('words about a day are kept beside its note', async () => {
  const anchor = await added({});
  const logged = await open();
  await logged.note(anchor, today, { type: 'part' });
  await logged.tell(anchor, today, { reason: 'good' });
  const words = logged.words(anchor, { date: today, note: '' });
  await logged.begin(anchor, today);
  words.edit('Rain, and still.');
  await words.flush();
  await vi.waitFor(() => {
    expect(logged.day(anchor, today)).toMatchObject({
      ...{ note: 'Rain, and still.', state: 'part', reason: 'good' },
    });
  });
});

test('a walk keeps the anchor that counts it, and only that one; a glass of water keeps no meal', async () => {
  const [moves, eats, other] = await Promise.all([
    added({ name: 'Moves', from: 'movement' }),
    added({ name: 'Eats', from: 'meals' }),
    added({ name: 'Other' }),
  ]);
  const moment = { at: Date.UTC(2026, 10, 27, 12), zone: 'Europe/Berlin', day: today };
  await vault.write(
    { id: 'movement:a', kind: movementKind, fields: { ...moment, sort: 'walk' } },
    { id: 'meal:a', kind: mealKind, fields: { ...moment, sort: 'water' } },
  );
  const logged = await open();
  await vi.waitFor(() => {
    expect(logged.day(moves, today)).toMatchObject({ state: 'done', byHand: false });
  });
  expect(logged.day(eats, today).state).toBe('none');
  expect(logged.day(other, today).state).toBe('none');
  await vault.write({ id: 'meal:b', kind: mealKind, fields: { ...moment, sort: 'lunch' } });
  await vi.waitFor(() => {
    expect(logged.day(eats, today).state).toBe('done');
  });
  // What is noted by hand stands before it.
  await logged.note(moves, today, { type: 'notToday' });
  expect(logged.day(moves, today)).toMatchObject({ state: 'notToday', byHand: true });
});
