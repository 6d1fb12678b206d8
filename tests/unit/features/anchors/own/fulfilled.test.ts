import { expect, test } from 'vitest';

import { notedOfMovements, notedOfOccasions } from '#core/features/anchors/own/fulfilled.ts';

const zone = 'Europe/Berlin';
const at = (hour: number): { readonly at: number; readonly zone: string } => ({
  at: Date.UTC(2026, 10, 27, hour - 1),
  zone,
});

test('a day on which nothing happened keeps nothing', () => {
  expect(notedOfOccasions({ sort: 'yes' }, [])).toBeNull();
  expect(notedOfMovements({ sort: 'amount' }, [])).toBeNull();
});

test('what happened keeps an anchor, and the first of it one that asks for a time', () => {
  expect(notedOfOccasions({ sort: 'yes' }, [at(13)])).toEqual({ type: 'yes' });
  expect(notedOfOccasions({ sort: 'steps' }, [at(13)])).toEqual({ type: 'yes' });
  // How often somebody ate is no amount.
  expect(notedOfOccasions({ sort: 'amount' }, [at(13), at(19)])).toEqual({ type: 'yes' });
  expect(notedOfOccasions({ sort: 'clock' }, [at(13), at(8)])).toEqual({
    type: 'clock',
    minute: 480,
  });
});

test('an amount of movement is its minutes together, and any length counts that nobody measured', () => {
  const moved = (minutes: number | null): Parameters<typeof notedOfMovements>[1][number] => ({
    ...at(9),
    minutes,
  });
  const amount = (...all: (number | null)[]): unknown =>
    notedOfMovements({ sort: 'amount' }, all.map(moved));
  expect(amount(20, null, 15)).toEqual({ type: 'amount', amount: 35 });
  expect(amount(null)).toEqual({ type: 'yes' });
  expect(notedOfMovements({ sort: 'yes' }, [moved(20)])).toEqual({ type: 'yes' });
});
