/** How long a person has been at it since an interval began: computed from when things started. */
import { type EngineState, type Moment } from './engine-state.ts';
import { openSpanAt, openSpans, type DatesOff, type OpenSpan, type WeekHours } from './hours.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';

/** How far back a carried-over interval may reach. */
const carryMs = 8 * 24 * 3_600_000;

const always: WeekHours = Array<WeekHours[number]>(7).fill([{ from: 0, until: 1440 }]);

/** The hours a prompt keeps, and the dates on which it has none. */
export function hoursOf(
  prompt: Prompt,
  rules: PauseRules,
): { readonly week: WeekHours; readonly off: readonly DatesOff[] } {
  if (prompt.hours === 'any') return { week: always, off: [] };
  return { week: prompt.hours === 'usual' ? rules.hours : prompt.hours, off: rules.daysOff };
}

export const zoneOf = (prompt: Prompt, at: Moment): string => prompt.zone ?? at.zone;

/** The open span of a prompt at this moment, or none when it is not welcome now. */
export function openAt(prompt: Prompt, rules: PauseRules, at: Moment): OpenSpan | undefined {
  if (prompt.hours === 'any') return anyHour;
  const { week, off } = hoursOf(prompt, rules);
  return openSpanAt(week, at.wall, zoneOf(prompt, at), off);
}

const anyHour: OpenSpan = { from: -Infinity, until: Infinity };

/** Active milliseconds inside the prompt's hours since its anchor. */
export function activeMs(
  state: EngineState,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
  open = openAt(prompt, rules, at),
): number {
  const anchor = state.prompts[prompt.id]?.anchor ?? at.wall;
  const counted = countedSpans(anchor, prompt, rules, at, open);
  const within = (from: number, until: number): number =>
    counted.reduce(
      (sum, span) =>
        sum + Math.max(0, Math.min(until, span.until, at.wall) - Math.max(from, span.from, anchor)),
      0,
    );
  let active = state.whereabouts.is === 'away' ? 0 : within(state.whereabouts.from, at.wall);
  for (const [from, until] of state.spans) if (until > anchor) active += within(from, until);
  return active;
}

function countedSpans(
  anchor: number,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
  open: OpenSpan | undefined,
): readonly OpenSpan[] {
  const { counts } = rules.policies.outside;
  if (prompt.hours === 'any' || counts === 'keep') return [anyHour];
  if (counts !== 'freeze') return open ? [open] : [];
  const from = Math.max(anchor, at.wall - carryMs);
  const { week, off } = hoursOf(prompt, rules);
  return openSpans(week, Math.min(from, at.wall), at.wall, zoneOf(prompt, at), off);
}

/** Milliseconds of activity still to come before the prompt is due; zero when it is due. */
export function remainingMs(
  state: EngineState,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
  open = openAt(prompt, rules, at),
): number {
  if (prompt.cadence.type !== 'active') return Infinity;
  const length = prompt.cadence.everyMinutes * 60_000;
  return Math.max(0, length - activeMs(state, prompt, rules, at, open));
}
