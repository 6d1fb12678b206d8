/** When the person is asked for their recovery kit: gently, and less and less often. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isKitKept, kitAsking, kitKept } from '#core/app/kit-asking.ts';
import type { SettingsFields } from '#core/vault/settings-record.ts';

const day = 86_400_000;
const start = 1_800_000_000_000;

/** Days at which it is asked when the person looks every day and always says later. */
function askedOn(days: number): number[] {
  const found: number[] = [];
  let fields: SettingsFields = {};
  for (let count = 0; count <= days; count++) {
    const asking = kitAsking(fields, 'key', start + count * day);
    if (asking.type === 'begin') fields = { ...fields, ...asking.keep };
    if (asking.type !== 'ask') continue;
    found.push(count);
    fields = { ...fields, ...asking.later };
  }
  return found;
}

test('it is not asked on the day a journal begins to be shared, then the next day, and then ever less often', () => {
  expect(askedOn(500)).toEqual([1, 15, 43, 99, 211, 323, 435]);
});

test('once the kit is confirmed nobody asks for it, and another key has a kit of its own, a day later', () => {
  const fields = kitKept('key');
  expect(isKitKept(fields, 'key')).toBe(true);
  expect(kitAsking(fields, 'key', start)).toEqual({ type: 'no' });
  expect(isKitKept(fields, 'new key')).toBe(false);
  const begun = kitAsking(fields, 'new key', start);
  const kept = begun.type === 'begin' ? { ...fields, ...begun.keep } : fields;
  expect(kitAsking(kept, 'new key', start + day - 1)).toEqual({ type: 'no' });
  expect(kitAsking(kept, 'new key', start + day)).toMatchObject({ type: 'ask' });
});

test('a clock that ran years ahead when it was put off does not silence it for years', () => {
  const ahead = kitAsking({}, 'key', start + 4_000 * day);
  const kept = ahead.type === 'begin' ? ahead.keep : {};
  expect(kitAsking(kept, 'key', start).type).toBe('begin');
});

test('whatever stands in the settings, it is asked at most once in a day', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const first = kitAsking({ 'kit.asked': stored as never }, 'key', start);
      if (first.type !== 'ask') return;
      expect(kitAsking(first.later, 'key', start + day)).toEqual({ type: 'no' });
    }),
  );
});
