/** How long a person has been at it since the interval began: computed from when things started. */
import { type EngineState, type Moment } from './engine-state.ts';
import { openSpanAt, openSpans, type OpenSpan } from './hours.ts';
import { type PauseRules } from './rules.ts';

/** How far back a carried-over interval may reach. */
const carryMs = 8 * 24 * 3_600_000;

/** The open span at this moment, or none when pauses are not welcome now. */
export const openAt = (rules: PauseRules, at: Moment): OpenSpan | undefined =>
  openSpanAt(rules.hours, at.wall, at.zone);

/** Active milliseconds inside hours since the anchor. */
export function activeMs(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  open = openAt(rules, at),
): number {
  const spans = [...state.spans];
  if (state.whereabouts.is !== 'away') spans.push([state.whereabouts.from, at.wall]);
  const counted = countedSpans(state, rules, at, open);
  return spans
    .flatMap(([from, until]) =>
      counted.map(
        (open) => Math.min(until, open.until, at.wall) - Math.max(from, open.from, state.anchor),
      ),
    )
    .reduce((sum, length) => sum + Math.max(0, length), 0);
}

function countedSpans(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  open: OpenSpan | undefined,
): readonly OpenSpan[] {
  if (rules.betweenHours === 'fresh') return open ? [open] : [];
  const from = Math.max(state.anchor, at.wall - carryMs);
  return openSpans(rules.hours, Math.min(from, at.wall), at.wall, at.zone);
}

/** Milliseconds of activity still to come before a pause is due; zero when it is due. */
export const remainingMs = (
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  open = openAt(rules, at),
): number => Math.max(0, rules.everyMinutes * 60_000 - activeMs(state, rules, at, open));
