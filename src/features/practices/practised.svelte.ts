import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { rowsOfDays } from '../../vault/rows-of-days.ts';
import type { Vault } from '../../vault/vault.ts';
import { parseRun, runKind, type Run } from './runs.ts';

/** Enough to tell what helps, and opened in a blink (chosen). */
const lastRuns = 200;
const lastDay = '9999-12-31';

/** What was practised lately. */
export const runsOf = (vault: Vault): Live<readonly Run[]> =>
  live(
    () => rowsOfDays(vault.db, runKind, '', lastDay).reverse().limit(lastRuns).toArray(),
    async (rows) =>
      (await vault.openRows(rows)).flatMap((item) => (item.alive ? (parseRun(item) ?? []) : [])),
    [],
  );
