/** People writing: every word is new, so whatever becomes of it can be told at the end. */
import type { Rec } from '#core/vault/record.ts';
import { forgotten, purged, restored, withBody, withFields } from '#core/vault/edit-record.ts';

import type { Device } from '../support/device.ts';
import type { Seeded } from '../support/seeded.ts';

export interface Book {
  /** Saved words, by record. */
  readonly added: Map<string, string>;
  readonly removed: Set<string>;
  /** What was in a record each time it was forgotten. */
  readonly seenByForgetters: Map<string, Set<string>>;
  /** Times that a record was forgotten while others had words in it that did not stand there. */
  blindForgets: number;
}

export const createBook = (): Book => ({
  added: new Map(),
  removed: new Set(),
  seenByForgetters: new Map(),
  blindForgets: 0,
});

export const hotRecords = ['a', 'b'] as const;
/** Erased now and then, so its words are not counted. */
export const coldRecord = 'z';

/** Nobody of the fleet ever gets to see it. */
export const strangersRecord = 'not of this journal';

export const wordsIn = (rec: Rec | null): string[] =>
  (rec?.text ?? '').split(/\s+/).filter(Boolean);

export async function writeSomething(
  device: Device,
  book: Book,
  chance: Seeded,
  wall: number,
): Promise<void> {
  const at = { wall, tie: `t${chance.below(1e6)}` };
  const kind = chance.next();
  if (kind < 0.72) return writeWords(device, book, chance);
  const id = chance.pick([...hotRecords, coldRecord]);
  if (kind < 0.84) {
    const value = chance.below(1000);
    await device.edit(id, (rec) => withFields(rec, { [chance.pick(['mood', 'day'])]: value }, at));
  } else if (kind < 0.9) {
    const rec = await device.edit(id, (rec, bodies) => forgotten(rec, at, bodies));
    const seen = book.seenByForgetters.get(id) ?? new Set();
    const stood = new Set(wordsIn(rec));
    for (const word of stood) seen.add(word);
    const isUnseen = ([word, home]: readonly [string, string]): boolean =>
      home === id && !book.removed.has(word) && !stood.has(word);
    if ([...book.added].some(isUnseen)) book.blindForgets++;
    book.seenByForgetters.set(id, seen);
  } else if (kind < 0.95) {
    await device.edit(id, (rec, bodies) => restored(rec, at, bodies));
  } else {
    const text = `cold${chance.below(1000)}`;
    await device.edit(coldRecord, (rec, bodies) =>
      chance.chance(0.5)
        ? purged(forgotten(rec, at, bodies))
        : withBody(rec, `${rec.text ?? ''} ${text}`, bodies),
    );
  }
}

/** One save: some words added, some removed, some white space changed. */
async function writeWords(device: Device, book: Book, chance: Seeded): Promise<void> {
  const id = chance.pick(hotRecords);
  const fresh = Array.from({ length: 1 + chance.below(3) }, (_, at) => `w${book.added.size + at}`);
  // Taken now, so that a second writer in the middle of this one gets other words.
  for (const word of fresh) book.added.set(word, id);
  const place = chance.next();
  const cut = chance.chance(0.3) ? chance.next() : undefined;
  const gap = chance.pick([' ', ' ', '\n', '\n\n']);
  let removed: string[] = [];
  await device.edit(id, (rec, bodies) => {
    const words = wordsIn(rec);
    removed = cut === undefined ? [] : words.splice(Math.floor(cut * words.length), 1);
    words.splice(Math.floor(place * (words.length + 1)), 0, ...fresh);
    const text = words.reduce(
      (all, word, index) => all + (index === Math.floor(place * 5) ? gap : ' ') + word,
      '',
    );
    return withBody(rec, text, bodies);
  });
  for (const word of removed) book.removed.add(word);
}
