import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { send, sendIfHeard, type Message } from '../../../extension/messages.ts';

const nobody = new Error('Could not establish connection. Receiving end does not exist.');
const status: Message = { to: 'bridge', type: 'status' };
const sendMessage = vi.fn<(message: Message) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Settles with the rejection itself, so that none is ever unhandled. */
async function settled<T>(promise: Promise<T>): Promise<T | Error> {
  const outcome = promise.catch((failure: unknown) => failure as Error);
  await vi.runAllTimersAsync();
  return outcome;
}

test('a message that nobody heard is said again until the worker is up', async () => {
  sendMessage.mockRejectedValueOnce(nobody).mockRejectedValueOnce(nobody).mockResolvedValue(true);
  expect(await settled(send(status))).toBe(true);
  expect(sendMessage.mock.calls).toEqual([[status], [status], [status]]);
});

test('a worker that never comes is named as the trouble', async () => {
  sendMessage.mockRejectedValue(nobody);
  expect(String(await settled(send(status)))).toContain('The worker of Comma does not run');
});

test('what only matters while a worker runs is let go when none does', async () => {
  sendMessage.mockRejectedValue(nobody);
  expect(await settled(sendIfHeard(status))).toBeNull();
});

test('any other trouble is passed on at once, for the worker may have heard it', async () => {
  const broken = new Error('The message port closed before a response was received.');
  sendMessage.mockRejectedValue(broken);
  expect(await settled(send(status))).toBe(broken);
  expect(await settled(sendIfHeard(status))).toBe(broken);
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
