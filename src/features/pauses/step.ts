/**
 * The timing of pauses as one pure function: what happened, when, and under which rules, in; what is
 * remembered and what is to be done, out. Nothing here waits, stores or shows; the same code runs in
 * both shells.
 */
import { openAt } from './active-time.ts';
import { askNow, endQuiet, finish, keepQuiet, letGo, open, putOff, show } from './answers.ts';
import { followClock } from './clock-steps.ts';
import { hear } from './elsewhere.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { type PauseEffect, type PauseEvent } from './events.ts';
import { considerOffer, followHours, shelve } from './offer.ts';
import { type PauseRules } from './rules.ts';
import { change, note, settle, tell, type Turn } from './turn.ts';
import { nextWake } from './wake.ts';
import { doubtStillness, sense } from './whereabouts.ts';

/** The shell stores `state` before it carries out `effects`. */
export function step(
  state: EngineState,
  event: PauseEvent,
  at: Moment,
  rules: PauseRules,
): { state: EngineState; effects: readonly PauseEffect[] } {
  const turn: Turn = { state, at, rules, open: openAt(rules, at), effects: [] };
  followClock(turn, event.type === 'started');
  followHours(turn, event.type === 'rulesChanged');
  takeIn(turn, event);
  doubtStillness(turn);
  considerOffer(turn, event.type === 'heartbeat' || event.type === 'started');
  const promised = nextWake(turn);
  change(turn, { promised, seen: { wall: at.wall, mono: at.mono, boot: at.boot } });
  turn.effects.push({ type: 'wake', at: promised });
  return { state: turn.state, effects: turn.effects };
}

function takeIn(turn: Turn, event: PauseEvent): void {
  switch (event.type) {
    case 'started':
      if (event.repaired) note(turn, 'state repaired', {});
      if (event.alone) clearSurfaces(turn);
      break;
    case 'heartbeat':
      if (event.presence) sense(turn, event.presence);
      break;
    case 'presence':
      sense(turn, event.presence);
      break;
    case 'pauseNow':
      askNow(turn);
      break;
    case 'shown':
      show(turn, event.slot, event.surface);
      break;
    case 'opened':
      open(turn, event.slot);
      break;
    case 'finished':
      finish(turn, event.slot, event.seconds, event.how);
      break;
    case 'snoozed':
      putOff(turn, event);
      break;
    case 'notNow':
      letGo(turn, event.slot);
      break;
    case 'quiet':
      keepQuiet(turn, event);
      break;
    case 'quietEnded':
      endQuiet(turn);
      break;
    case 'rulesChanged':
      if (event.repairs?.length) note(turn, 'settings repaired', { count: event.repairs.length });
      break;
    case 'elsewhere':
      hear(turn, event.facts);
      break;
    case 'speaker':
      change(turn, { speaker: event.who });
      break;
  }
}

/** After a start nothing of the last run is on the screen: an offer comes again, a pause is over. */
function clearSurfaces(turn: Turn): void {
  const { pending } = turn.state;
  if (pending?.phase === 'open') {
    settle(turn, pending.slot, 'interrupted');
    tell(turn, { type: 'took', slot: pending.slot, from: pending.at, until: turn.at.wall });
  } else if (pending?.phase === 'shown') shelve(turn, pending);
}
