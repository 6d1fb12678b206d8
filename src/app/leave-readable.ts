/** The plan for a hard moment, left readable while locked where the person chose so; kept up to date by any open page. */
import { planViews } from '../features/help/plan.svelte.ts';
import type { Item } from '../vault/item.ts';
import {
  forgetReadable,
  leaveReadable,
  leftReadableView,
  refreshReadable,
} from '../vault/lock/left-readable.ts';
import { scrub } from '../vault/lock/scrub.ts';
import { onChange } from '../vault/on-change.ts';
import { rowsOf } from '../vault/rows-of.ts';
import type { Vault } from '../vault/vault.ts';

const planIn = async (vault: Vault): Promise<Item[]> =>
  (await vault.openRows(await rowsOf(vault.db, planViews))).filter(({ alive }) => alive);

export async function leavePlanReadable(vault: Vault): Promise<void> {
  await leaveReadable(vault.db, await planIn(vault));
}

/** The copy is on the disk no more once this has resolved. */
export async function takePlanBack(vault: Vault): Promise<void> {
  await forgetReadable(vault.db);
  await scrub(vault.db, vault.setup.random);
}

export const isPlanLeftReadable = async ({ db }: Vault): Promise<boolean> =>
  (await rowsOf(db, [leftReadableView])).length > 0;

/** Brings the copy up to date, where there is one and the lock is open. */
export async function refreshPlan(vault: Vault): Promise<void> {
  const isOpen = (): boolean => vault.lockKey !== null;
  if (!isOpen()) return;
  const items = await planIn(vault);
  // Closed meanwhile: what was read then is no plan.
  if (isOpen()) await refreshReadable(vault.db, items);
}

/** Follows the plan for as long as the page lives. */
export function keepPlanReadable(vault: Vault): void {
  onChange(
    () => rowsOf(vault.db, planViews),
    () => void refreshPlan(vault).catch(reportError),
  );
  vault.onKeys(() => void refreshPlan(vault).catch(reportError));
}
