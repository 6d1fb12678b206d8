// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import Stillness from '#core/ui/Stillness.svelte';

let frame: ReturnType<typeof mount>;
const onleave = vi.fn();
const onhelp = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onleave.mockClear();
  onhelp.mockClear();
  frame = mount(Stillness, {
    target: document.body,
    props: {
      backLabel: 'Back to my day',
      helpLabel: 'Help lines',
      onleave,
      onhelp,
      children: createRawSnippet(() => ({
        render: () => '<div><h1 tabindex="-1">What is here?</h1></div>',
      })),
    },
  });
  flushSync();
});

afterEach(async () => {
  await unmount(frame);
  vi.useRealTimers();
});

const surface = (): HTMLElement | null => document.querySelector('.surface');
const escape = (): boolean => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

const named = (words: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);

function afterSecond(): void {
  vi.advanceTimersByTime(1000);
  flushSync();
}

test('for the first second nothing can be hit and Escape is let by', () => {
  vi.advanceTimersByTime(999);
  flushSync();
  expect(surface()?.inert).toBe(true);
  escape();
  expect(onleave).not.toHaveBeenCalled();
});

test('after it the controls are there and the heading has the reading position', () => {
  afterSecond();
  expect(surface()?.inert).toBe(false);
  expect(document.activeElement?.textContent).toBe('What is here?');
});

test('Escape leaves', () => {
  afterSecond();
  escape();
  expect(onleave).toHaveBeenCalledOnce();
});

test('the way back to the day is always on the surface', () => {
  afterSecond();
  named('Back to my day')?.click();
  expect(onleave).toHaveBeenCalledOnce();
});

test('help lines are one tap away, after the first second', () => {
  const link = named('Help lines');
  expect(link?.closest('[inert]')).not.toBeNull();
  afterSecond();
  expect(link?.closest('[inert]')).toBeNull();
  link?.click();
  expect(onhelp).toHaveBeenCalledOnce();
  expect(onleave).not.toHaveBeenCalled();
});
