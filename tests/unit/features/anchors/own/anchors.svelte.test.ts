// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { blankAnchor, parseAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import { Anchors } from '#core/features/anchors/own/anchors.svelte.ts';
import { dayNoteId, parseDayNote, type DayNoted } from '#core/features/anchors/own/day-note.ts';
import { parseRest } from '#core/features/anchors/own/rest.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../../support/vault.ts';

let vault: Vault;
let anchors: Anchors;
beforeEach(async () => {
  vault = await testVault();
  anchors = new Anchors(vault, new Ahead(vault));
});
afterEach(() => {
  vault.close();
});

/** An answer as a screen would follow it. */
function followed<Value>(live: { readonly current: Value }) {
  let latest: Value | undefined;
  const stop = $effect.root(() => {
    $effect(() => {
      latest = live.current;
    });
  });
  onTestFinished(stop);
  return {
    until: (is: (value: Value) => boolean | undefined) =>
      vi.waitFor(() => {
        if (latest === undefined || is(latest) !== true) throw new Error(JSON.stringify(latest));
        return latest;
      }),
  };
}

async function added(name: string, order: number): Promise<Anchor> {
  const anchor = { ...blankAnchor(anchors.newAnchorId()), name, order };
  expect((await anchors.keep(null, anchor)).ok).toBe(true);
  return anchor;
}

test('anchors stand in their order, and one that was removed comes back with its days', async () => {
  const [tea, walk] = [await added('Tea', 2), await added('A walk', 1)];
  await anchors.note(tea.id, '2026-11-27', null, { type: 'yes' });
  const list = followed(anchors.all());
  await list.until((all) => all?.map(({ name }) => name).join() === 'A walk,Tea');
  await anchors.move([walk, tea], tea.id, -1);
  await list.until((all) => all?.map(({ name }) => name).join() === 'Tea,A walk');
  await anchors.remove(tea.id);
  await list.until((all) => all?.length === 1);
  await anchors.restore(tea.id);
  await list.until((all) => all?.length === 2);
  const days = followed(anchors.notesOf(tea.id, '2026-11-01', '2026-11-30'));
  await days.until((notes) => notes?.[0]?.noted?.type === 'yes');
});

test('a note replaces the one before, and undo is the note before', async () => {
  const { id } = await added('Winding down', 1);
  const date = '2026-11-27';
  const steps: DayNoted = { type: 'steps', done: ['a', 'b'] };
  const noted = async () => {
    const item = await vault.read(dayNoteId(id, date));
    return item && parseDayNote(item)?.noted;
  };
  await anchors.note(id, date, null, steps);
  await anchors.tell(id, date, { reactive: 4 });
  expect(await noted()).toEqual(steps);
  await anchors.note(id, date, steps, { type: 'notToday' });
  expect(await noted()).toEqual({ type: 'notToday' });
  await anchors.note(id, date, { type: 'notToday' }, steps);
  expect(await noted()).toEqual(steps);
  await anchors.note(id, date, steps, null);
  expect(await noted()).toBeNull();
  const days = followed(anchors.notes(date, date));
  await days.until((notes) => notes?.[0]?.reactive === 4);
});

test('an anchor remembers when it was made, and a change leaves the rest to others', async () => {
  const anchor = await added('Tea', 1);
  const read = async (): Promise<Anchor | null> => {
    const item = await vault.read(anchor.id);
    return item && parseAnchor(item);
  };
  expect(await read()).toEqual({ ...anchor, madeAt: 1_000_000 });
  await anchors.putAway(anchor.id, true);
  await anchors.keep(anchor, { ...anchor, name: 'Green tea' });
  expect(await read()).toMatchObject({ name: 'Green tea', putAway: true, madeAt: 1_000_000 });
});

test('a rest ends with the day before, and one that has not begun is gone', async () => {
  const rests = followed(anchors.rests());
  await anchors.rest({ from: '2026-11-25', until: null, anchors: null });
  const [rest] = (await rests.until((all) => all?.length === 1)) ?? [];
  if (!rest) throw new Error('a rest');
  await anchors.endRest(rest, '2026-11-27');
  const kept = await vault.read(rest.id);
  expect(kept && parseRest(kept)?.until).toBe('2026-11-26');
  await anchors.endRest(rest, '2026-11-25');
  await rests.until((all) => all?.length === 0);
});
