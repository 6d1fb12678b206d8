/** A deck out of a pack: whether it belongs, and how private it is. */
import { speaksOfIntimacy, tellingWords } from '../../content/telling.ts';
import type { PackDeck, PackLine } from './pack-schema.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Never below what its subject has. */
export const deckLevel = ({ area, level = 1 }: Pick<PackDeck, 'area' | 'level'>): 1 | 2 =>
  area === 'shame' || area === 'intimacy' ? 2 : level;

/** Its place is told from within the deck. */
export function deckRefusal(deck: PackDeck, lines: readonly PackLine[]): Refusal | null {
  const { id, title, about = '', area } = deck;
  if (!lines.some((line) => line.deck === id)) return refusal('deckEmpty');
  const said = [title, about];
  if (area !== 'intimacy' && said.some(speaksOfIntimacy)) return refusal('area');
  const [telling] = said.flatMap(tellingWords);
  return deckLevel(deck) === 2 && telling !== undefined
    ? refusal('tells', [], telling.toLowerCase())
    : null;
}
