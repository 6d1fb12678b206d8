/**
 * The timing of pauses as one pure function: what happened, when, and under which rules, in; what is
 * remembered and what is to be done, out. Nothing here waits, stores or shows; the same code runs in
 * both shells.
 */
import { followAround } from './around.ts';
import {
  askNow,
  beInCall,
  endQuiet,
  finish,
  keepQuiet,
  keepStill,
  letGo,
  open,
  putOff,
  show,
  skip,
  takeAnchor,
} from './answers.ts';
import { followClock } from './clock-steps.ts';
import { followHours } from './due.ts';
import { hear } from './elsewhere.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { type PauseEffect, type PauseEvent, type Presence } from './events.ts';
import { clearSurfaces, considerOffers } from './offer.ts';
import { knownOutlook } from './outlook.ts';
import { type PauseRules } from './rules.ts';
import { isQuiet } from './quiet-step.ts';
import { askRivals, followDevices, hearSigns } from './speaking.ts';
import { change, changePrompt, dropSpans, note, type Turn } from './turn.ts';
import { nextWake } from './wake.ts';
import { doubtStillness, sense } from './whereabouts.ts';

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly PauseEffect[];
  /**
   * `now`: the state is stored before the effects are carried out. `soon`: nothing but its marks in time moved;
   * it may wait for half a minute in memory, and a background that dies meanwhile loses only what its death
   * costs anyway.
   */
  readonly keep: 'now' | 'soon';
}

export function step(state: EngineState, event: PauseEvent, at: Moment, rules: PauseRules): Step {
  const presence = presenceOf(event);
  const turn: Turn = {
    state,
    at,
    rules,
    effects: [],
    opens: new Map(),
    typedAt: presence?.typedAt ?? ('typedAt' in event ? event.typedAt : undefined),
  };
  followClock(turn, event.type === 'started', presence?.lastInput);
  if (!knownOutlook(turn)) followHours(turn, event.type === 'rulesChanged');
  takeIn(turn, event);
  followAround(turn, presence);
  doubtStillness(turn);
  followDevices(turn, presence);
  considerOffers(turn, event.type === 'heartbeat' || event.type === 'started');
  askRivals(turn);
  if (turn.state.prompts !== state.prompts) dropSpans(turn);
  const promised = nextWake(turn);
  change(turn, { promised, seen: { wall: at.wall, mono: at.mono, boot: at.boot } });
  const keep = turn.effects.length > 0 || !isQuiet(state, turn.state) ? 'now' : 'soon';
  turn.effects.push({ type: 'wake', at: promised });
  return { state: turn.state, effects: turn.effects, keep };
}

const presenceOf = (event: PauseEvent): Presence | undefined =>
  event.type === 'presence' || event.type === 'heartbeat' ? event.presence : undefined;

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
      askNow(turn, event.prompt);
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
    case 'notToday':
      keepStill(turn, event);
      break;
    case 'skipped':
      skip(turn, event.prompt);
      break;
    case 'lessAnswered':
      changePrompt(turn, event.prompt, { lessAnswered: true, declined: 0 });
      break;
    case 'call':
      beInCall(turn, event);
      break;
    case 'anchor':
      takeAnchor(turn, event);
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
      if (event.devices) hearSigns(turn, event.devices.own, event.devices.signs);
      hear(turn, event.facts);
      break;
    case 'speaker':
      change(turn, { speaker: event.who });
      break;
  }
}
