// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import Toast from '#core/ui/Toast.svelte';

let toast: ReturnType<typeof mount>;
const onclose = vi.fn();
const onaction = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onclose.mockClear();
  onaction.mockClear();
  toast = mount(Toast, {
    target: document.body,
    props: { message: 'Put away.', action: { label: 'Undo', onaction }, onclose, stayMs: 5000 },
  });
  flushSync();
});

afterEach(async () => {
  await unmount(toast);
  vi.useRealTimers();
});

const place = (): Element | null => document.querySelector('[role="status"]');

test('it goes by itself after its time', () => {
  vi.advanceTimersByTime(4999);
  expect(onclose).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onclose).toHaveBeenCalledOnce();
});

test('it waits while its button is focused, and starts again afterwards', () => {
  place()?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  flushSync();
  vi.advanceTimersByTime(60_000);
  expect(onclose).not.toHaveBeenCalled();
  place()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  flushSync();
  vi.advanceTimersByTime(5000);
  expect(onclose).toHaveBeenCalledOnce();
});

test('its one action can be taken', () => {
  document.querySelector('button')?.click();
  expect(onaction).toHaveBeenCalledOnce();
});
