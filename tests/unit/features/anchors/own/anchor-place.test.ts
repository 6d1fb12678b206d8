// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import { anchors as words } from '#core/content/en/anchors.ts';
import AnchorPlace from '#core/features/anchors/own/AnchorPlace.svelte';

function open(ids: readonly string[], id: string, kept = true) {
  const moves: number[] = [];
  const shown = mount(AnchorPlace, {
    target: document.body,
    props: {
      ...{ words: words.one, id },
      all: ids.map((each, order) => ({ id: each, order })),
      onmove: (by: -1 | 1) => Promise.resolve(moves.push(by) > 0 && kept),
    },
  });
  onTestFinished(() => unmount(shown));
  const press = async (name: string): Promise<void> => {
    [...document.querySelectorAll('button')]
      .find(({ textContent }) => textContent.trim() === name)
      ?.click();
    await Promise.resolve();
    flushSync();
  };
  const said = (): string => document.querySelector('[role=status]')?.textContent ?? '';
  return { moves, press, said };
}

test('an anchor that is moved says where it stands now', async () => {
  const { moves, press, said } = open(['walk', 'bed', 'tea'], 'bed');
  await press('Move up');
  await expect.poll(said).toBe('Now 1 of 3.');
  expect(moves).toEqual([-1]);
});

test('the first stays the first, and says so', async () => {
  const { moves, press, said } = open(['walk', 'bed'], 'walk');
  await press('Move up');
  await expect.poll(said).toBe('Now 1 of 2.');
  expect(moves).toEqual([]);
});

test('a move that could not be kept is not said', async () => {
  const { moves, press, said } = open(['walk', 'bed'], 'walk', false);
  await press('Move down');
  expect(moves).toEqual([1]);
  expect(said()).toBe('');
});

test('one that is alone, or put away, has no place to move to', () => {
  open(['walk'], 'walk');
  open(['walk', 'bed'], 'tea');
  expect(document.querySelector('button')).toBeNull();
});
