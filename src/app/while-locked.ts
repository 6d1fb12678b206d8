/** Keeps what a locked device needs in order to prompt: rules without a word of the person's own. */
import { promptKind } from '../features/pauses/prompt-fields.ts';
import { promptViews } from '../features/pauses/prompt-rows.ts';
import { rulesPrefix } from '../features/pauses/rules-fields.ts';
import { siteKind } from '../features/sites/site.ts';
import { rowsOf } from '../vault/rows-of.ts';
import { putWhileLocked } from '../vault/lock/while-locked.ts';
import { settingsId } from '../vault/settings-record.ts';
import type { Item } from '../vault/item.ts';
import type { Vault } from '../vault/vault.ts';
import { daysView, recordView } from '../vault/view.ts';

/** The lines of help stay reachable, so their region is known; sites are named in the browser's own list as well. */
const fieldsOf: Readonly<Record<string, (field: string) => boolean>> = {
  settings: (field) => field.startsWith(rulesPrefix) || field.startsWith('help.'),
  [promptKind]: (field) => field !== 'name' && field !== 'notice',
  [siteKind]: (field) => field !== 'name' && field !== 'reason',
};

function bareOf(item: Item): Item {
  const isKept = fieldsOf[item.kind] ?? ((): boolean => false);
  const fields = Object.entries(item.fields).filter(([field]) => isKept(field));
  return { ...item, fields: Object.fromEntries(fields), text: '' };
}

/** `first`: no lock is on yet, and one is about to be. */
export async function keepWhileLocked(vault: Vault, first = false): Promise<void> {
  const { db } = vault;
  const views = [recordView(settingsId), ...promptViews, daysView(siteKind, '', '')];
  const items = await vault.openRows(await rowsOf(db, views));
  // Closed meanwhile: what was kept before still stands.
  if (first || vault.lockKey) await putWhileLocked(db, items.map(bareOf));
}
