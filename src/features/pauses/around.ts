/** What goes on around the person: a call, a shared screen, a film, quiet. It delays pauses and is no rest. */
import { hourMs } from '../../kernel/civil-time.ts';
import { type Around, type EngineState, type Until } from './engine-state.ts';
import { type Presence, type SeenCause } from './events.ts';
import { change, deferUntil, tell, type Turn } from './turn.ts';
import {
  afterAbsence,
  causesAround,
  causeOf,
  comeBack,
  leave,
  letWaitingGo,
  policyOf,
  stoppingCause,
} from './whereabouts.ts';

type AroundCause = keyof Around;

/** What is never said to be over is believed this long by the other shell (chosen: longer than any call). */
const seenAtMostMs = 24 * hourMs;

/** Takes in what the shell can see; without a look at it, what it saw last stands. */
export function followAround(turn: Turn, presence: Presence | undefined): void {
  for (const cause of causesAround) {
    const since = turn.state.around[cause];
    const begins = beginOf(turn, cause, presence);
    if (since === undefined && begins !== undefined) begin(turn, cause, begins);
    else if (since !== undefined && begins === undefined)
      end(turn, cause, since, endOf(turn, cause));
  }
}

/** When the cause that is in force now began, as far as it is new. */
function beginOf(
  { state, at }: Turn,
  cause: AroundCause,
  presence: Presence | undefined,
): number | undefined {
  const seen = (now: boolean | undefined): number | undefined => {
    if (presence) return now ? at.wall : undefined;
    return state.around[cause];
  };
  switch (cause) {
    case 'quiet':
      return state.quiet && state.quiet.until > at.wall ? state.quiet.at : undefined;
    case 'call':
      return state.call && state.call.until > at.wall ? state.call.at : undefined;
    case 'meeting':
      return seen(presence?.meeting);
    case 'sharing':
      return seen(presence?.sharing);
    case 'media':
      return seen(presence && isWatching(presence));
    case 'meetingThere':
    case 'sharingThere': {
      // A shell that is gone sees nothing, whatever it said last.
      const said = state.speaker === 'other' ? saidOf(state, cause) : undefined;
      return said && said.until > at.wall ? said.at : undefined;
    }
  }
}

/** Of several devices whichever says it the longest: where it ended first, it goes on elsewhere. */
function saidOf({ there }: EngineState, cause: 'meetingThere' | 'sharingThere'): Until | undefined {
  const what = cause === 'meetingThere' ? 'meeting' : 'sharing';
  return Object.entries(there ?? {})
    .filter(([name]) => name.startsWith(what))
    .map(([, said]) => said)
    .toSorted((a, b) => b.until - a.until || b.at - a.at)[0];
}

/** Music behind one's work is no film: only a still person watches, or a screen that is all film. */
const isWatching = ({ state, watching, fullscreen }: Presence): boolean =>
  fullscreen === true || (watching === true && state === 'idle');

const isSeen = (cause: AroundCause): cause is SeenCause =>
  cause === 'meeting' || cause === 'sharing';

function tellSeen(turn: Turn, what: SeenCause, ms: number): void {
  const { wall: at } = turn.at;
  const device = turn.state.devices?.own;
  tell(turn, { type: 'seen', what, ...(device !== undefined && { device }), at, until: at + ms });
}

function endOf({ state, at }: Turn, cause: AroundCause): number {
  const decided = decidedEnd(state, cause);
  return decided ? Math.min(decided.until, at.wall) : at.wall;
}

function decidedEnd(state: EngineState, cause: AroundCause): Until | null | undefined {
  if (cause === 'quiet' || cause === 'call') return state[cause];
  return cause === 'meetingThere' || cause === 'sharingThere' ? saidOf(state, cause) : null;
}

function begin(turn: Turn, cause: AroundCause, since: number): void {
  change(turn, { around: { ...turn.state.around, [cause]: since } });
  if (isSeen(cause)) tellSeen(turn, cause, seenAtMostMs);
  if (policyOf(turn, causeOf(cause)).counts !== 'keep') leave(turn, turn.at.wall, causeOf(cause));
}

function end(turn: Turn, name: AroundCause, since: number, until: number): void {
  const others = Object.entries(turn.state.around).filter(([other]) => other !== name);
  change(turn, { around: Object.fromEntries(others) });
  if (isSeen(name)) {
    change(turn, { released: Math.max(turn.state.released ?? until, until) });
    tellSeen(turn, name, 0);
  }
  const cause = causeOf(name);
  if (cause !== 'quiet') deferUntil(turn, cause, until);
  // The call that was told of is over and the one that is seen is not, or the other way round.
  if (
    causesAround.some((other) => turn.state.around[other] !== undefined && causeOf(other) === cause)
  )
    return;
  const { whereabouts } = turn.state;
  const { counts, back } = policyOf(turn, cause);
  if (whereabouts.is === 'away' && whereabouts.cause === cause) comeBack(turn, until);
  else if (counts === 'fresh' && stoppingCause(turn) === undefined)
    afterAbsence(turn, since, until, cause);
  else if (back !== 'offer') letWaitingGo(turn, cause, back === 'fresh');
}
