import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { keepScript } from '../../../../extension/worker/page-scripts.ts';

interface Registered {
  readonly id: string;
  readonly matches?: readonly string[];
}

let registered: Registered[];
const remove = vi.fn<(permissions: { origins: string[] }) => Promise<boolean>>();

beforeEach(() => {
  registered = [];
  remove.mockReset().mockResolvedValue(true);
  vi.stubGlobal('chrome', {
    permissions: { remove },
    scripting: {
      getRegisteredContentScripts: (filter?: { ids: string[] }) =>
        Promise.resolve(registered.filter(({ id }) => filter?.ids.includes(id) ?? true)),
      registerContentScripts: (scripts: Registered[]) => {
        registered.push(...scripts);
        return Promise.resolve();
      },
      updateContentScripts: ([changed]: [Registered]) => {
        registered = registered.map((script) => (script.id === changed.id ? changed : script));
        return Promise.resolve();
      },
      unregisterContentScripts: ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
        return Promise.resolve();
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const calls = { id: 'calls', file: 'content/calls.js' };

test('a script runs where it is wanted, and the same again is no news', async () => {
  expect(await keepScript(calls, ['*://a.example/*', '*://b.example/*'])).toBe(true);
  expect(await keepScript(calls, ['*://b.example/*', '*://a.example/*'])).toBe(false);
  expect(registered.map(({ matches }) => matches)).toEqual([
    ['*://a.example/*', '*://b.example/*'],
  ]);
  expect(remove).not.toHaveBeenCalled();
});

test('what is wanted no more is given back, unless another script of ours needs it', async () => {
  registered = [{ id: 'arriving', matches: ['*://b.example/*'] }];
  await keepScript(calls, ['*://a.example/*', '*://b.example/*', '*://c.example/*']);
  await keepScript(calls, ['*://a.example/*']);
  expect(remove.mock.calls).toEqual([[{ origins: ['*://c.example/*'] }]]);
  await keepScript(calls, []);
  expect(remove.mock.calls.at(-1)).toEqual([{ origins: ['*://a.example/*'] }]);
  expect(registered.map(({ id }) => id)).toEqual(['arriving']);
});
