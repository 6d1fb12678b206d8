/**
 * A first look, begun by the script that runs before a page's body is read and taken by the app. The two are
 * scripts of their own and share no module, so it lies on the page between them.
 */
import { lookFirst, type FirstLook } from '../vault/first-look.ts';
import { openFirst } from '../vault/open-first.ts';
import type { View } from '../vault/view.ts';
import { vaultName } from './vault-name.ts';

type Looking = Promise<FirstLook | null>;

const page = globalThis as { firstLook?: Looking };

export function beginLook(views: readonly View[]): Looking {
  const looking = lookFirst(openFirst(vaultName), views);
  page.firstLook = looking;
  return looking;
}

/** Whoever comes after the app finds nothing of it on the page. */
export function takeLook(): Looking {
  const { firstLook = Promise.resolve(null) } = page;
  delete page.firstLook;
  return firstLook;
}
