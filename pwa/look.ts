/**
 * The first look: begun by the script that runs before the body is read, taken by the app. The two are scripts
 * of their own and share no module, so it lies on the page between them.
 */
import { todayViews } from '#core/app/first-views.ts';
import { vaultName } from '#core/app/vault-name.ts';
import { lookFirst, type FirstLook } from '#core/vault/first-look.ts';
import { openFirst } from '#core/vault/open-first.ts';

import { clock } from './clock.ts';

type Looking = Promise<FirstLook | null>;

const page = globalThis as { firstLook?: Looking };

export function beginLook(): void {
  // Without it no day can be told: the app fetches its polyfill and asks the tables.
  if ('Temporal' in globalThis)
    page.firstLook = lookFirst(openFirst(vaultName), todayViews(clock.wall(), clock.zone()));
}

/** Whoever comes after the app finds nothing of it on the page. */
export function takeLook(): Looking {
  const { firstLook = Promise.resolve(null) } = page;
  delete page.firstLook;
  return firstLook;
}
