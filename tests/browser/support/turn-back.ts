import type { Locator } from 'playwright-core';

/**
 * Chooses the day before the one that stands there, or one further back. After midnight the newest of a list of days
 * is the coming one, so the first of them is no day to count from.
 */
export async function turnBack(days: Locator, by = 1): Promise<void> {
  const index = await days.evaluate((select) => (select as HTMLSelectElement).selectedIndex);
  await days.selectOption({ index: index + by });
}
