import { expect, test } from 'vitest';

import { connectPort } from '../../../../pwa/adapters/bridge-connect.ts';
import { createFakePorts } from '../../../support/fake-port.ts';

test('the page asks for our extension by its id and name, and hears when it leaves', async () => {
  const { near, far } = createFakePorts();
  const asked: unknown[] = [];
  let errorsRead = 0;
  const channel = connectPort({
    connect(...args) {
      asked.push(args);
      return near;
    },
    get lastError() {
      return errorsRead++;
    },
  });
  const left = new Promise<void>((resolve) => {
    channel.onClose(resolve);
  });
  far.disconnect();
  await left;
  expect(asked).toEqual([[__EXTENSION_ID__, { name: 'comma-bridge' }]]);
  // An unread error would stand in the page's console.
  expect(errorsRead).toBe(1);
});
