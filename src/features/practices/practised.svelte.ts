import { lastDay } from '../../kernel/dates.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { rowsOfDays } from '../../vault/rows-of-days.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { parseRun, runKind, type Run } from './runs.ts';

/** Enough to tell what helps, and opened in a blink (chosen). */
const lastRuns = 200;

const rowsOf = ({ db }: Vault, most = lastRuns): Promise<Row[]> =>
  rowsOfDays(db, runKind, '', lastDay).reverse().limit(most).toArray();

const runsIn = async (vault: Vault, rows: readonly Row[]): Promise<readonly Run[]> =>
  (await vault.openRows(rows)).flatMap((item) => (item.alive ? (parseRun(item) ?? []) : []));

/** What was practised lately, once. */
export const readRuns = async (vault: Vault): Promise<readonly Run[]> =>
  runsIn(vault, await rowsOf(vault));

/** However long ago it was. */
export const readAllRuns = async (vault: Vault): Promise<readonly Run[]> =>
  runsIn(vault, await rowsOf(vault, Infinity));

/** What was practised lately, as long as a screen shows it. */
export const runsOf = (vault: Vault): Live<readonly Run[]> =>
  live(
    () => rowsOf(vault),
    (rows) => runsIn(vault, rows),
    [],
  );
