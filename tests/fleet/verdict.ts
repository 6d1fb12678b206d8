/** What became of every word, and whether everybody agrees. */
import { isDeepStrictEqual } from 'node:util';

import type { Bodies } from '#core/vault/bodies.ts';
import { open } from '#core/vault/open.ts';
import { wireIdOf, type VaultKeys } from '#core/vault/keys.ts';
import { isAlive, type Rec } from '#core/vault/record.ts';

import type { Fault } from './faults.ts';
import type { Fleet } from './members.ts';
import { coldRecord, hotRecords, strangersRecord, wordsIn } from './writer.ts';

export interface Verdict {
  readonly words: number;
  readonly lost: number;
  readonly doubled: number;
  /** Letters that nobody wrote in that order, or a deleted word that came back. */
  readonly garbled: number;
  readonly diverged: number;
  readonly dirty: number;
  /** Records that stayed deleted although they hold words no deleter had seen. */
  readonly buried: number;
  /** Devices with a record of somebody else's journal. */
  readonly strayed: number;
  /** Syncs of the whole fleet until nobody had news; infinite when it never got there. */
  readonly rounds: number;
  /** Why somebody could not sync at the end, if so. */
  readonly stopped: string | null;
  /** What went wrong on the way, and how often. */
  readonly faults: ReadonlyMap<Fault, number>;
}

export const isClean = (verdict: Verdict): boolean => {
  const { lost, doubled, garbled, diverged, dirty, buried, strayed, rounds } = verdict;
  return lost + doubled + garbled + diverged + dirty + buried + strayed === 0 && rounds <= 6;
};

export async function judge(
  fleet: Fleet,
  keys: VaultKeys,
): Promise<Omit<Verdict, 'rounds' | 'stopped'>> {
  const { members, book, faults } = fleet;
  const tally = { lost: 0, doubled: 0, garbled: 0, diverged: 0, dirty: 0, buried: 0, strayed: 0 };
  for (const { device, lines } of members)
    for (const { name } of lines) tally.dirty += device.dirty(name).length;
  tally.strayed = members.filter(({ device }) => device.store.rows.has(strangersRecord)).length;

  const { bodies } = members[0]?.device.context ?? unmanned();
  for (const id of [...hotRecords, coldRecord]) {
    const held = await Promise.all(members.map(({ device }) => device.read(id)));
    const [first] = held;
    const everywhere = [...held, await atRelay(fleet, keys, id)];
    if (!everywhere.every((rec) => isSame(rec, first ?? null, bodies))) tally.diverged++;
    if (id === coldRecord) continue;
    for (const rec of held) {
      const words = wordsIn(rec);
      const once = new Set(words);
      tally.doubled += words.length - once.size;
      for (const word of once)
        if (book.added.get(word) !== id || book.removed.has(word)) tally.garbled++;
      for (const [word, home] of book.added)
        if (home === id && !book.removed.has(word) && !once.has(word)) tally.lost++;
      const seen = book.seenByForgetters.get(id);
      if (rec && !isAlive(rec) && words.some((word) => !seen?.has(word))) tally.buried++;
    }
  }
  return { words: book.added.size, ...tally, faults };
}

function unmanned(): never {
  throw new Error('a fleet needs devices');
}

async function atRelay({ relay }: Fleet, keys: VaultKeys, id: string): Promise<Rec | null> {
  const wire = await wireIdOf(keys, id);
  const ct = await relay.held(wire);
  if (!ct) return null;
  const opened = await open(keys, wire, ct);
  return opened.ok ? opened.value : null;
}

/** Same registers, words and authors, in whatever order they were gathered. */
function isSame(a: Rec | null, b: Rec | null, bodies: Bodies): boolean {
  const meaning = (rec: Rec | null): unknown =>
    rec && {
      ...rec,
      body: bodies.seen(rec.body),
      text: rec.text ?? '',
    };
  return isDeepStrictEqual(meaning(a), meaning(b));
}
