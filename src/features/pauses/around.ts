/** What goes on around the person: a call, a shared screen, a film, quiet. It delays pauses and is no rest. */
import { type Around } from './engine-state.ts';
import { type Presence } from './events.ts';
import { change, deferUntil, type Turn } from './turn.ts';
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
  }
}

/** Music behind one's work is no film: only a still person watches, or a screen that is all film. */
const isWatching = ({ state, watching, fullscreen }: Presence): boolean =>
  fullscreen === true || (watching === true && state === 'idle');

function endOf({ state, at }: Turn, cause: AroundCause): number {
  const decided = cause === 'quiet' || cause === 'call' ? state[cause] : null;
  return decided ? Math.min(decided.until, at.wall) : at.wall;
}

function begin(turn: Turn, cause: AroundCause, since: number): void {
  change(turn, { around: { ...turn.state.around, [cause]: since } });
  if (policyOf(turn, causeOf(cause)).counts !== 'keep') leave(turn, turn.at.wall, causeOf(cause));
}

function end(turn: Turn, name: AroundCause, since: number, until: number): void {
  const others = Object.entries(turn.state.around).filter(([other]) => other !== name);
  change(turn, { around: Object.fromEntries(others) });
  if (name === 'meeting' || name === 'sharing')
    change(turn, { released: Math.max(turn.state.released ?? until, until) });
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
