import { expect, test } from 'vitest';

import { nothingLive, parseLive, textOf } from '../../../../extension/content/live-media.ts';

test.each([nothingLive, { call: true, sharing: false }, { call: true, sharing: true }])(
  'what one script says the other hears: %o',
  (live) => {
    expect(parseLive(textOf(live))).toEqual(live);
  },
);

test.each([undefined, null, 7, {}, '', 'calling', 'x'.repeat(1_000)])(
  'whatever else a page says, nothing is on: %s',
  (said) => {
    expect(parseLive(said)).toEqual(nothingLive);
  },
);

test('a shared screen is a call', () => {
  expect(parseLive('sharing')).toEqual({ call: true, sharing: true });
});
