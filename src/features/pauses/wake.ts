/** When the engine next has to look: the truth is in the state, the alarm only knocks. */
import { remainingMs } from './active-time.ts';
import { nextOpening } from './hours.ts';
import { type Turn } from './turn.ts';

/** While someone is here, often enough to notice sleep; browsers allow no shorter alarm. */
const heartbeatMs = 30_000;
/** While nobody is here, the return itself wakes us. */
const awayMs = 60_000;
/** Never a storm, whatever the clock does. */
const soonestMs = 1_000;

export function nextWake({ state, rules, at, open }: Turn): number | null {
  const { pending, quiet, snooze, whereabouts } = state;
  const { wall } = at;
  if (!pending && state.stretch === 'off') return null;
  if (!pending && !open) return nextOpening(rules.hours, wall, at.zone) ?? null;
  const ahead = [wall + (whereabouts.is === 'away' && !pending ? awayMs : heartbeatMs)];
  if (open) ahead.push(open.until);
  if (quiet) ahead.push(quiet.until);
  if (snooze) ahead.push(snooze.until);
  if (pending?.phase === 'shown') ahead.push(pending.at + rules.withdrawMinutes * 60_000);
  if (!pending && whereabouts.is !== 'away') ahead.push(wall + remainingMs(state, rules, at, open));
  return Math.max(wall + soonestMs, Math.min(...ahead.filter((instant) => instant > wall)));
}
