/** The decks that came in packs, without the rest of what came with them. */
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { deckKind, parseDeck, type TakenDeck } from './deck-records.ts';

const rowsOf = ({ db }: Vault): Promise<Row[]> =>
  db.rec.where('[kind+day]').equals([deckKind, '']).toArray();

const decksIn = async (vault: Vault, rows: readonly Row[]): Promise<readonly TakenDeck[]> =>
  (await vault.openRows(rows))
    .flatMap((item) => (item.alive ? (parseDeck(item) ?? []) : []))
    .toSorted((a, b) => a.place - b.place);

/** As they are now, once. */
export const readDecks = async (vault: Vault): Promise<readonly TakenDeck[]> =>
  decksIn(vault, await rowsOf(vault));

/** As long as a screen shows them; null until they are known. */
export const takenDecksOf = (vault: Vault): Live<readonly TakenDeck[] | null> =>
  live<Row[], readonly TakenDeck[] | null>(
    () => rowsOf(vault),
    (rows) => decksIn(vault, rows),
    null,
  );
