// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';

import { digitsKey } from '../../../../extension/messages.ts';
import PairingAsk from '../../../../extension/popup/PairingAsk.svelte';

let shown: ReturnType<typeof mount>;
const lines: { end: () => void; disconnect: () => void }[] = [];

beforeEach(() => {
  lines.length = 0;
  const connect = (): unknown => {
    const line = { end: () => undefined, disconnect: vi.fn() };
    lines.push(line);
    return {
      disconnect: line.disconnect,
      onDisconnect: { addListener: (listener: () => void) => (line.end = listener as never) },
    };
  };
  const session = {
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
    get: () => Promise.resolve({ [digitsKey]: '123456' }),
  };
  vi.stubGlobal('chrome', { runtime: { connect }, storage: { session } });
  const comma = { ports: { languages: ['en'] } } as unknown as Comma;
  shown = mount(PairingAsk, { target: document.body, context: contextOf(comma) });
});
afterEach(async () => {
  await unmount(shown);
  vi.unstubAllGlobals();
});

const digits = (): number => document.querySelectorAll('.digits').length;

test('digits of a worker that ends go with it', async () => {
  await expect.poll(digits).toBe(1);
  expect(lines).toHaveLength(1);
  lines[0]?.end();
  flushSync();
  expect(digits()).toBe(0);
});
