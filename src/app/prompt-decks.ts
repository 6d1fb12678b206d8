/** Which decks the lines of a pause may come from. It comes up by itself, so nothing private does, nor what is not welcome. */
import type { Area } from '../content/practice.ts';
import { isPackDeckId } from '../content/schema.ts';
import type { TakenDeck } from '../features/packs/deck-records.ts';
import { parseAreas } from '../features/practices/welcome.ts';
import { readSettings } from '../vault/settings-record.ts';
import type { Vault } from '../vault/vault.ts';

export const mayComeUp =
  (welcome: readonly Area[]) =>
  ({ level, area }: TakenDeck): boolean =>
    level < 2 && welcome.includes(area);

/** Of those chosen for a prompt; a deck that is gone for now is left out, and comes back with its pack. */
export async function comingUp(
  vault: Vault,
  chosen: readonly string[],
): Promise<readonly string[]> {
  if (!chosen.some(isPackDeckId)) return chosen;
  const { readDecks } = await import('../features/packs/taken-decks.svelte.ts');
  const may = mayComeUp(parseAreas(await readSettings(vault)));
  const decks = (await readDecks(vault)).filter(may);
  return chosen.filter((each) => !isPackDeckId(each) || decks.some(({ id }) => id === each));
}
