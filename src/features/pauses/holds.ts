/** Why a prompt that is due waits. Waiting for a call to end is no lateness; waiting out a quiet is. */
import { currentSlot, type PendingSlot } from './engine-state.ts';
import { type HoldCause } from './policies.ts';
import { isBehind } from './speaking.ts';
import { promptState, type Turn } from './turn.ts';
import { inForce } from './whereabouts.ts';

/** A call's end becomes a seam when nothing follows it for this long (pauses reference, rules 8 and T36). */
export const seamMs = 60_000;
/** Keys this recent are typing (chosen: longer than the gaps between words). */
export const typingMs = 5_000;
/** Typing holds a prompt this long; then it comes as a quiet notice (chosen). */
const typingLimitMs = 2 * 60_000;
/** Whatever else defers a prompt, it does so no longer than this (chosen: a long meeting). */
export const holdLimitMs = 2 * 3_600_000;

/** `silent` holds are shorter than what a person would ask about. */
export type Hold = { readonly cause: HoldCause; readonly silent?: boolean } | null;

export function holdOf(turn: Turn, slot: PendingSlot): Hold {
  const { state, rules } = turn;
  const [around] = inForce(state);
  if (around) return { cause: around };
  if (promptState(turn, slot.prompt)?.stretch === 'closed') return { cause: 'outside' };
  if (isAtSeam(turn)) return { cause: 'meeting', silent: true };
  if (isTyping(turn, slot)) return { cause: 'typing' };
  if (state.speaker === 'other') return { cause: 'other' };
  if (!rules.everyDevice && isBehind(state, turn.at.wall)) return { cause: 'device' };
  return slot.phase === 'due' ? holdBehindAnother(turn, slot) : null;
}

function holdBehindAnother(turn: Turn, slot: PendingSlot): Hold {
  const { state, rules, at } = turn;
  if (currentSlot(state)) return { cause: 'gap', silent: true };
  const { last } = state;
  const isNear = last && at.wall - last.at < rules.gapMinutes * 60_000;
  if (!isNear) return null;
  return last.prompt !== slot.prompt || othersWaitForGap(turn, slot) ? { cause: 'gap' } : null;
}

/** Then a prompt that comes more often than the gap is long lets them through. */
const othersWaitForGap = ({ state }: Turn, { prompt }: PendingSlot): boolean =>
  state.slots.some(
    (other) =>
      other.prompt !== prompt &&
      other.phase === 'due' &&
      !other.asked &&
      other.heldBy.includes('gap'),
  );

/** What defers a prompt does not make it late; quiet, whoever else speaks and an empty chair do. */
export const defers = ({ cause }: NonNullable<Hold>): boolean =>
  cause !== 'quiet' && cause !== 'other' && cause !== 'device';

/** Closed hours end by themselves; whatever else defers, it does so no longer than the limit. */
export const hasLimit = (hold: NonNullable<Hold>): boolean =>
  defers(hold) && hold.cause !== 'outside';

const isAtSeam = ({ state, at }: Turn): boolean =>
  [state.released, state.call?.until].some(
    (end) => typeof end === 'number' && end <= at.wall && at.wall - end < seamMs,
  );

const isTyping = ({ typedAt, at }: Turn, { typingSince, phase }: PendingSlot): boolean =>
  phase === 'due' &&
  typedAt !== undefined &&
  at.wall - typedAt < typingMs &&
  at.wall - (typingSince ?? at.wall) < typingLimitMs;

/** It waited for the keys as long as it may: it comes, but not in between them. */
export const outwaitedTyping = ({ typedAt, at }: Turn, { typingSince }: PendingSlot): boolean =>
  typingSince !== undefined &&
  typedAt !== undefined &&
  at.wall - typedAt < typingMs &&
  at.wall - typingSince >= typingLimitMs;
