/**
 * Here, still or away: what counts as work and what counts as rest. An absence runs from the last
 * input; as long as a pause it is one, shorter it simply does not count as work.
 */
import { activeMs } from './active-time.ts';
import { type AwayCause } from './engine-state.ts';
import { type Presence } from './events.ts';
import { bank, change, intervalSlot, restart, settle, tell, type Turn } from './turn.ts';

/** A touch this short between two still spells is a reader turning the page (chosen). */
const touchMs = 60_000;
/** Nobody reads one page for longer than this (chosen). */
const readingMs = 15 * 60_000;
/** Less work than this before a rest is not worth a row in the ledger (chosen). */
const worthMs = 60_000;

export function sense(turn: Turn, presence: Presence): void {
  const { wall } = turn.at;
  const quietFor = presence.state === 'idle' ? turn.rules.idleMinutes * 60_000 : 0;
  const lastInput = Math.min(wall, presence.lastInput ?? wall - quietFor);
  switch (presence.state) {
    case 'active':
      comeBack(turn, lastInput);
      break;
    case 'locked':
      leave(turn, lastInput, 'locked');
      break;
    case 'idle':
      growStill(turn, lastInput, presence.watching ?? false);
      break;
  }
}

function growStill(turn: Turn, lastInput: number, watching: boolean): void {
  const { whereabouts: now, touchedAt } = turn.state;
  if (now.is === 'away') return;
  const reading = touchedAt !== null && lastInput - touchedAt < touchMs;
  // The end of a film is the last sign of whoever watched it.
  if (now.is === 'still' && now.watching && !watching) leave(turn, turn.at.wall, 'idle');
  else if (watching || reading || now.is === 'still') {
    // A later notice of the same stillness is not a sign of life.
    const since = now.is === 'still' ? Math.min(now.since, lastInput) : lastInput;
    change(turn, { whereabouts: { is: 'still', from: now.from, since, watching } });
  } else leave(turn, lastInput, 'idle');
}

/** A still spell that outlasts any page was an absence from its beginning. */
export function doubtStillness(turn: Turn): void {
  const now = turn.state.whereabouts;
  if (now.is === 'still' && !now.watching && turn.at.wall - now.since > readingMs)
    leave(turn, now.since, 'idle');
}

export function leave(turn: Turn, lastSign: number, cause: AwayCause): void {
  const now = turn.state.whereabouts;
  if (now.is === 'away') {
    if (cause === 'locked') change(turn, { whereabouts: { ...now, cause } });
    return;
  }
  const since = Math.max(now.from, lastSign);
  bank(turn, now.from, since);
  change(turn, { whereabouts: { is: 'away', since, cause }, touchedAt: null });
}

export function comeBack(turn: Turn, at: number): void {
  const now = turn.state.whereabouts;
  if (now.is === 'here') return;
  if (now.is === 'still') {
    change(turn, { whereabouts: { is: 'here', from: now.from }, touchedAt: at });
    return;
  }
  const until = Math.max(now.since, at);
  const absence = until - now.since;
  if (absence >= turn.rules.lengthSeconds * 1000) creditRest(turn, now.since, until, now.cause);
  const wasStill = now.cause === 'idle' && absence <= readingMs;
  change(turn, { whereabouts: { is: 'here', from: until }, touchedAt: wasStill ? until : null });
}

function creditRest(turn: Turn, from: number, until: number, cause: AwayCause): void {
  const { pending, stretch } = turn.state;
  if (pending?.phase === 'open') return;
  const worked = activeMs(turn.state, turn.rules, turn.at, turn.open);
  if (pending || (stretch === 'open' && worked >= worthMs)) {
    const slot = pending?.slot ?? intervalSlot(turn.state);
    settle(
      turn,
      slot,
      'rest credited',
      { seconds: Math.round((until - from) / 1000), cause },
      until,
    );
    tell(turn, { type: 'rested', slot, from, until });
  }
  restart(turn, until);
}
