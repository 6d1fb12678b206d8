import { expect, test, vi } from 'vitest';

import { wordsOfPush } from '../../../pwa/on-push.ts';

test.each([
  ['never answers', (): object => ({})],
  [
    'breaks',
    (): never => {
      throw new Error('The disk is gone.');
    },
  ],
])('a push is shown in general words when the database %s', async (_name, open) => {
  vi.stubGlobal('indexedDB', { open });
  const { title, body } = await wordsOfPush(0, ['en'], 20);
  expect([title, body]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
});
