import { expect, test } from 'vitest';

import { notSafeIn } from '#core/app/note-safety.ts';
import { practicesFor } from '#core/content/practices.ts';
import { parseSafety, safetyFields } from '#core/features/help/safety.ts';

const record = (fields: Parameters<typeof parseSafety>[0][number]['fields'], alive = true) => ({
  ...{ id: 'help:safety', fields, text: '', alive },
});

test('nothing stands first until somebody says so, and what was said comes back as it was kept', () => {
  const nowhere = { first: false, entry: '' };
  expect(parseSafety([])).toEqual(nowhere);
  expect(parseSafety([record({ first: 'yes', entry: 7 })])).toEqual(nowhere);
  const said = { first: true, entry: 'entry:1' };
  expect(parseSafety([record(safetyFields(said))])).toEqual(said);
  expect(parseSafety([record(safetyFields(said), false)])).toEqual(nowhere);
});

test('a practice that asks whether a no is safe hears it, and an answer that was left out says nothing', () => {
  const { practices } = practicesFor(['en']);
  const asking = practices.filter((practice) => notSafeIn(practice, { safe: ['no'] }));
  expect(asking.map(({ id }) => id)).toContain('how-easy-is-a-no');
  for (const practice of asking) {
    expect(notSafeIn(practice, { safe: ['yes'] }), practice.id).toBe(false);
    expect(notSafeIn(practice, {}), practice.id).toBe(false);
  }
});
