// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

import { type Presence } from '#core/features/pauses/events.ts';

import { watchPerson } from '../../../pwa/person.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 9);
let mono = 0;
let told: Presence | null = null;
const look = vi.fn();

const clock = { wall: (): number => start + mono, mono: (): number => mono };
const focus = vi.spyOn(document, 'hasFocus');

beforeEach(() => {
  mono = 0;
  told = null;
  look.mockClear();
  focus.mockReturnValue(true);
});

const watch = (awaited = false): ReturnType<typeof watchPerson> =>
  watchPerson(clock, { now: () => Promise.resolve(told) }, look, () => awaited);

test('nobody who touches the page in front is idle since the last touch', async () => {
  const person = watch();
  mono = 2 * minute;
  window.dispatchEvent(new Event('pointermove'));
  mono = 4 * minute;
  expect(await person.now(3)).toMatchObject({ state: 'active' });
  mono = 5 * minute;
  expect(await person.now(3)).toMatchObject({ state: 'idle', lastInput: start + 2 * minute });
  expect(look).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('pointermove'));
  window.dispatchEvent(new Event('pointermove'));
  expect(look).toHaveBeenCalledTimes(1);
  expect(await person.now(3)).toMatchObject({ state: 'active' });
});

test('a page that is not in front knows nothing of a person who does not touch it', async () => {
  const person = watch();
  focus.mockReturnValue(false);
  mono = 60 * minute;
  expect(await person.now(3)).toMatchObject({ state: 'active' });
});

test('what the browser tells of the computer outweighs what the page sees', async () => {
  const person = watch();
  mono = 60 * minute;
  told = { state: 'active' };
  expect(await person.now(3)).toEqual({ state: 'active', used: start });
  told = { state: 'locked', lastInput: start };
  expect(await person.now(3)).toEqual({ state: 'locked', lastInput: start, used: start });
});

test('while another device is in use a touch is looked at once, though not every touch', async () => {
  const person = watch(true);
  mono = minute;
  for (const name of ['pointerdown', 'pointermove', 'wheel']) window.dispatchEvent(new Event(name));
  expect(look).toHaveBeenCalledTimes(1);
  expect(await person.now(3)).toMatchObject({ used: start + minute });
  mono += 10_000;
  window.dispatchEvent(new Event('pointermove'));
  expect(look).toHaveBeenCalledTimes(2);
});
