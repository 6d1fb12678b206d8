import canonicalize from 'canonicalize';

import type { PackDeckId } from '../../content/schema.ts';
import { utf8, type Bytes } from '../../kernel/bytes.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Change, Item, WriteFailure } from '../../vault/item.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { fingerprintOf, isSignedBy, nameFor } from '../../vault/signatures.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { itemKind } from './item-kind.ts';
import { deckFields, deckIdOf, deckKind, deckRecordId, type TakenDeck } from './deck-records.ts';
import {
  isOwn,
  itemFields,
  itemRecordId,
  lineFields,
  lineKind,
  lineRecordId,
  noteFields,
  noteKind,
  noteRecordId,
  packFields,
  packKind,
  packRecordId,
  personFields,
  plainJson,
} from './pack-records.ts';
import { deckLevel } from './pack-deck.ts';
import type { PackPractice } from './pack-schema.ts';
import type { ReadPack } from './read-pack.ts';
import { refusal, type Refusal } from './refusal.ts';
import { takenOf, type Taken } from './taken.ts';

/** A pack that was read, and who signed it. */
export interface CheckedPack extends ReadPack {
  /** What the pack is called here: another signer's pack of the same id is another pack. */
  readonly name: string;
  readonly signer: 'none' | 'unknown' | { readonly key: string; readonly fingerprint: string };
}

/** What a signature is about: the pack without it, in the one spelling that its values have (RFC 8785). */
export const signedBytes = (signed: Readonly<Record<string, unknown>>): Bytes =>
  utf8(`comma-pack|${canonicalize(signed) ?? ''}`);

export async function checkPack(read: ReadPack): Promise<Result<CheckedPack, Refusal>> {
  const { pack, signed } = read;
  const { signature } = pack;
  if (!signature) return ok({ ...read, name: await nameFor(`|${pack.id}`), signer: 'none' });
  const { key, sig } = signature;
  const holds = await isSignedBy(key, sig, signedBytes(signed));
  if (holds === false) return err(refusal('changed'));
  // Unproven, it is nobody's: it never passes for a newer edition of a signed one.
  if (holds === null) return ok({ ...read, name: await nameFor(`|${pack.id}`), signer: 'unknown' });
  const fingerprint = await fingerprintOf(key);
  return ok({ ...read, name: await nameFor(`${key}|${pack.id}`), signer: { key, fingerprint } });
}

/** What was taken from packs. */
export class PacksState {
  readonly #vault: Vault;
  readonly #taken: Live<Taken | null>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#taken = live(
      () => this.#rows(),
      async (rows) => takenOf(await vault.openRows(rows)),
      null,
    );
  }

  /** Null until it is known. */
  get taken(): Taken | null {
    return this.#taken.current;
  }

  /** As it is now, once. */
  async read(): Promise<Taken> {
    return takenOf(await this.#vault.openRows(await this.#rows()));
  }

  /** All that was chosen, or nothing; taking the same again changes nothing. A deck comes with any of its lines. */
  async take(
    { pack, name, signer }: CheckedPack,
    chosen: ReadonlySet<string>,
  ): Promise<Result<unknown, WriteFailure>> {
    const { practices = [], decks = [], lines = [], plan = [], people = [] } = pack;
    const items = await this.#vault.openRows(await this.#rows());
    const here = takenOf(items);
    const takenAt = this.#vault.setup.wall();
    const from = { name, by: pack.by };
    const key = typeof signer === 'object' ? signer.key : '';
    const ofItem = (id: string): Promise<string> => nameFor(`${name}|${id}`);
    const before = here.packs.find((each) => each.name === name);
    const changes: Change[] = [
      {
        ...{ id: packRecordId(name), kind: packKind, fate: 'restore' },
        fields: packFields(
          { ...pack, edition: Math.max(pack.edition, before?.edition ?? 0) },
          key,
          before?.takenAt ?? takenAt,
        ),
      },
    ];
    for (const [place, made] of practices.entries())
      if (chosen.has(made.id))
        changes.push({
          ...{ id: itemRecordId(await ofItem(made.id)), kind: itemKind, fate: 'restore' },
          fields: itemFields(from, made, place),
        });
    /** By their ids within the pack: what they are called here, and how private they are now. */
    const called: { readonly item: string; readonly id: PackDeckId; readonly level: 1 | 2 }[] = [];
    for (const [place, deck] of decks.entries()) {
      const of = await ofItem(deck.id);
      const stands = here.decks.find(({ id, gone }) => id === deckIdOf(of) && !gone);
      const isNeeded = lines.some((line) => line.deck === deck.id && chosen.has(line.id));
      const isTaken = chosen.has(deck.id) || (isNeeded && !stands);
      if (isTaken)
        changes.push({
          ...{ id: deckRecordId(of), kind: deckKind, fields: deckFields(from, deck, place) },
        });
      const level = !isTaken && stands ? stands.level : deckLevel(deck);
      called.push({ item: deck.id, id: deckIdOf(of), level });
    }
    for (const [place, line] of lines.entries())
      if (chosen.has(line.id)) {
        const id = lineRecordId(await ofItem(line.id));
        const known = here.lines.find((each) => each.id === id) ?? null;
        const of = called.find(({ item }) => item === line.deck);
        const { id: deck, level } = of ?? { id: line.deck, level: 1 };
        const fields = lineFields(from, { ...line, deck, level }, known, takenAt + place);
        changes.push({ id, kind: lineKind, fields });
      }
    changes.push(...releveled(items, called, changes));
    for (const [place, note] of plan.entries())
      if (chosen.has(note.id)) {
        const id = noteRecordId(await ofItem(note.id));
        const known = here.notes.find((each) => each.id === id);
        const isTheirs = known !== undefined && known.text !== known.made;
        changes.push({
          ...{ id, kind: noteKind, fate: 'restore', fields: noteFields(name, note, place) },
          ...(!isTheirs && { text: note.text }),
        });
      }
    for (const [place, person] of people.entries())
      if (chosen.has(person.id)) {
        const id = noteRecordId(await ofItem(person.id));
        const known = here.people.find((each) => each.id === id);
        const isTheirs = known !== undefined && known.now !== known.made;
        changes.push({
          ...{ id, kind: noteKind, fate: 'restore' },
          fields: personFields(name, person, place, isTheirs),
          ...(!isTheirs && { text: person.text ?? '' }),
        });
      }
    return this.#vault.write(...changes);
  }

  /** Takes away what was taken; what the person has changed stays theirs. The answer brings it back. */
  async remove(
    name: string,
  ): Promise<Result<() => Promise<Result<unknown, WriteFailure>>, WriteFailure>> {
    const { practices, decks, lines, notes, people } = await this.read();
    const went = practices.filter((item) => item.pack === name && !isOwn(item));
    const wentLines = lines.filter(
      (line) => line.pack === name && !line.gone && line.text === line.made,
    );
    const wentNotes = notes.filter(({ pack, text, made }) => pack === name && text === made);
    const wentPeople = people.filter(
      ({ pack, now, made, isReached }) => pack === name && now === made && !isReached,
    );
    const wentDecks = decks.filter(({ pack, gone }) => pack === name && !gone);
    const fates = (fate: 'forget' | 'restore'): Change[] => [
      { id: packRecordId(name), kind: packKind, fate },
      ...went.map(({ id }) => ({ id, kind: itemKind, fate })),
      ...[...wentNotes, ...wentPeople].map(({ id }) => ({ id, kind: noteKind, fate })),
      ...wentDecks.map(({ record }) => ({
        ...{ id: record, kind: deckKind },
        fields: { gone: fate === 'forget' },
      })),
      ...wentLines.map(({ id, made }) => ({
        ...{ id, kind: lineKind },
        fields: fate === 'forget' ? { text: '', gone: true } : { text: made, gone: false },
      })),
    ];
    const removed = await this.#vault.write(...fates('forget'));
    return removed.ok ? ok(() => this.#vault.write(...fates('restore'))) : removed;
  }

  async removeOne(
    id: string,
  ): Promise<Result<() => Promise<Result<unknown, WriteFailure>>, WriteFailure>> {
    const removed = await this.#vault.write({ id, kind: itemKind, fate: 'forget' });
    return removed.ok
      ? ok(() => this.#vault.write({ id, kind: itemKind, fate: 'restore' }))
      : removed;
  }

  /** Null goes back to the wording of the pack. */
  edit(id: string, own: PackPractice | null): Promise<Result<unknown, WriteFailure>> {
    const fields = { own: own && plainJson(own) };
    return this.#vault.write({ id, kind: itemKind, fields });
  }

  /** A blank title brings back that of the pack. */
  rename({ record, made }: TakenDeck, title: string): Promise<Result<unknown, WriteFailure>> {
    const own = title.trim() === made ? '' : title.trim();
    return this.#vault.write({ id: record, kind: deckKind, fields: { own } });
  }

  #rows(): Promise<Row[]> {
    const kinds = [packKind, itemKind, deckKind, lineKind, noteKind].map((kind) => [kind, '']);
    return this.#vault.db.rec.where('[kind+day]').anyOf(kinds).toArray();
  }
}

/** Lines that stand in a deck are as private as it is, those of the person's own, too. */
const releveled = (
  items: readonly Item[],
  decks: readonly { readonly id: PackDeckId; readonly level: 1 | 2 }[],
  beside: readonly Change[],
): Change[] =>
  decks.flatMap(({ id: deck, level }) =>
    items
      .filter(({ id, kind, fields, alive }) => {
        const isIn = alive && kind === lineKind && fields['deck'] === deck;
        return isIn && fields['level'] !== level && beside.every((change) => change.id !== id);
      })
      .map(({ id, kind }) => ({ id, kind, fields: { level } })),
  );
