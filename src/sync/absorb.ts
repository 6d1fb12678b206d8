/**
 * Takes in rows from a peer. Opening and merging happen outside the transaction; the commit says which
 * versions they were made on, and everything is done again when one has moved on meanwhile.
 */
import type { Bytes } from '../kernel/bytes.ts';
import { err, type Result } from '../kernel/result.ts';
import { revOf } from '../kernel/revision.ts';
import type { OpenFailure } from '../vault/envelope.ts';
import type { VaultKeys } from '../vault/keys.ts';
import type { Row } from '../vault/row.ts';
import { openRow } from '../vault/open-row.ts';
import { rowOf } from '../vault/seal-row.ts';
import { meet, openAsRow, type SealedRow } from './meet.ts';
import { Stopped, type Round } from './round.ts';
import type { Asked, Held, Mark, PeerState, SyncCommit, SyncWrite } from './store.ts';
import { wavesOf } from './waves.ts';

export interface TheirRow {
  readonly id: string;
  readonly rev: string;
  readonly ct: Bytes;
}

/** Whether a row came unasked, or as the answer to a push it stood in the way of. */
export type Look = 'pulled' | 'conflict';

interface Outcome {
  readonly write?: SyncWrite;
  readonly mark?: Mark;
  readonly quarantined?: NonNullable<SyncCommit['quarantined']>[number];
  /** The row is unsynced from this version on, although it may have been clean before. */
  readonly unclean?: number;
  readonly isNews: boolean;
}

/** Chosen: somebody typing into the same row saves about once a second, a try takes milliseconds. */
const attempts = 20;

/** `next` is committed together with the last of the rows: the cursor never moves without the data. */
export async function absorb(
  round: Round,
  rows: readonly TheirRow[],
  look: Look,
  next: Partial<PeerState> = {},
): Promise<void> {
  const waves = wavesOf(rows, ({ id }) => id);
  if (rows.length === 0 && !round.moves(next)) return;
  for (const [index, wave] of waves.entries())
    await absorbWave(round, wave, look, index === waves.length - 1 ? next : {});
}

async function absorbWave(
  round: Round,
  rows: readonly TheirRow[],
  look: Look,
  next: Partial<PeerState>,
): Promise<void> {
  const opened = await Promise.all(rows.map((row) => openTheirs(round, row)));
  const asked = rows.map(({ id }, index): Asked => {
    const theirs = opened[index];
    return { wire: id, id: theirs?.ok ? theirs.value.id : null };
  });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = await round.store.readHeld(round.peer.name, asked);
    const outcomes = await Promise.all(
      rows.flatMap((row, index) => {
        const [theirs, here] = [opened[index], held[index]];
        return theirs && here ? outcomeOf(round, row, theirs, here, look) : [];
      }),
    );
    const writes = outcomes.flatMap(({ write }) => write ?? []);
    const quarantined = outcomes.flatMap((outcome) => outcome.quarantined ?? []);
    const unclean = outcomes.flatMap((outcome) => outcome.unclean ?? []);
    const marks = outcomes.flatMap(({ mark }) => mark ?? []);
    const now = unclean.length > 0 ? round.doubt(Math.min(...unclean)) : round.state;
    const state = { ...now, ...next };
    const done = await round.commit(state, { writes, marks, quarantined });
    if (!done) continue;
    for (const [index, { mark }] of writes.entries())
      if (mark && !mark.behind) round.settle(done.first + index);
    if (look === 'conflict') for (const { wire } of quarantined) round.unreadable.add(wire);
    round.report.pulled += outcomes.filter(({ isNews }) => isNews).length;
    round.report.merged += writes.length;
    round.report.quarantined += quarantined.length;
    return;
  }
  throw new Stopped({ type: 'Unsettled' });
}

/** Each row is opened once a round, however often it is asked for; it may be asked for ahead of its turn. */
export function openTheirs(round: Round, row: TheirRow): Promise<Result<SealedRow, OpenFailure>> {
  const opening = round.opened.get(row) ?? openBytes(round.context.keys, row);
  round.opened.set(row, opening);
  return opening;
}

/** The label is the peer's word; only the bytes count. */
const openBytes = (keys: VaultKeys, row: TheirRow): Promise<Result<SealedRow, OpenFailure>> =>
  revOf(row.ct) === row.rev
    ? openAsRow(keys, row.id, row.ct)
    : Promise.resolve(err({ type: 'Tampered' }));

async function outcomeOf(
  round: Round,
  row: TheirRow,
  theirs: Result<SealedRow, OpenFailure>,
  { row: mine, mark }: Held,
  look: Look,
): Promise<Outcome> {
  const { id: wire, rev, ct } = row;
  const isNews = mark?.rev !== rev;
  if (!isNews && !round.verifying && revOf(ct) === rev) return { isNews };
  if (!theirs.ok) {
    // Sealed by one of the person's own devices, only not readable here: never written over.
    if (!mine || theirs.error.type !== 'Tampered')
      return { quarantined: { wire, rev, ct }, isNews };
    return { ...(await answerToDamage(round, row, mine, mark, look)), isNews };
  }
  if (!isNews) return { isNews };
  const met = await meet(mine, theirs.value, round.context);
  if (met === 'theirs') return { quarantined: { wire, rev, ct }, isNews };
  if (met === 'ours') return { isNews };
  if (met.write) {
    const expect = mine?.lv ?? null;
    return { write: { expect, row: met.write, mark: { rev, behind: met.ahead } }, isNews };
  }
  const lv = mine?.lv ?? 0;
  if (!met.ahead) return { mark: { wire, rev, lv }, isNews };
  return { mark: { wire, rev, lv: lv - 1 }, unclean: lv, isNews };
}

/**
 * The first time, a push on the old base makes the peer show its row once more. If that is broken too, the
 * push after it goes on top of the broken one.
 */
async function answerToDamage(
  { context }: Round,
  { id: wire, rev, ct }: TheirRow,
  mine: Row,
  mark: Mark | null,
  look: Look,
): Promise<Omit<Outcome, 'isNews'>> {
  const base = look === 'conflict' ? rev : mark?.rev;
  if (rev !== revOf(mine.ct)) {
    const kept = base === undefined ? {} : { mark: { wire, rev: base, lv: mine.lv - 1 } };
    return { ...kept, unclean: mine.lv };
  }
  // A peer takes a revision it knows for stored already, so ours needs a seal of its own.
  const opened = await openRow(context.keys, mine);
  if (!opened.ok) return { quarantined: { wire, rev, ct } };
  const row = await rowOf(context.keys, opened.value, context.random);
  return { write: { expect: mine.lv, row, mark: { rev, behind: true } } };
}
