import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';

import { type fromBase64Url, type toBase64Url } from '#core/kernel/bytes.ts';

interface Base64 {
  readonly fromBase64Url: typeof fromBase64Url;
  readonly toBase64Url: typeof toBase64Url;
}

/** What browsers bring and Node does not yet, as lenient as theirs: blanks and padding pass. */
function bringNative(): void {
  Object.assign(Uint8Array, {
    fromBase64: (text: string) => new Uint8Array(Buffer.from(text, 'base64url')),
  });
  Object.assign(Uint8Array.prototype, {
    toBase64(this: Uint8Array) {
      return Buffer.from(this).toString('base64url');
    },
  });
}

afterEach(() => {
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
  Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
});

/** Read anew, because the module looks once at what the browser has. */
async function setup(native: boolean): Promise<Base64> {
  if (native) bringNative();
  vi.resetModules();
  return import('#core/kernel/bytes.ts');
}

test.each([false, true])(
  'bytes come back from base64url, with the browser’s own: %s',
  async (native) => {
    const base64 = await setup(native);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = base64.toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64.fromBase64Url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  },
);

test.each([
  [false, 'AA=='],
  [true, 'AA=='],
  [false, 'A A'],
  [true, 'A A'],
  [false, 'a+b/'],
  [true, 'a+b/'],
])('with the browser’s own %s, %j is no base64url', async (native, text) => {
  const base64 = await setup(native);
  expect(() => base64.fromBase64Url(text)).toThrow('not base64url');
});

test('megabytes do not overflow the stack', async () => {
  const base64 = await setup(false);
  const bytes = new Uint8Array(2_000_000).map((_, index) => index * 7);
  expect(base64.fromBase64Url(base64.toBase64Url(bytes))).toEqual(bytes);
});
