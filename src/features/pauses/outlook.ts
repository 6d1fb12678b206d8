/**
 * Up to when no prompt can fall due, open or close while nothing but time passes. Hundreds of prompts are asked
 * once after each decision, not at every heartbeat: the answer is remembered for the very objects it was given for.
 */
import { remainingMs } from './active-time.ts';
import { nextMoment, stillUntil } from './coming.ts';
import { isStill, opening } from './due.ts';
import { type EngineState } from './engine-state.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { openOf, type Turn } from './turn.ts';

interface Outlook {
  /** The next moment at which something becomes of a prompt. */
  readonly until: number;
  /** Whether active time is being counted for any prompt: only then does a heartbeat learn anything. */
  readonly counts: boolean;
}

interface Given {
  readonly rules: PauseRules;
  readonly spans: EngineState['spans'];
  readonly anchors: EngineState['anchors'];
  readonly around: string;
  readonly from: number;
  readonly outlook: Outlook;
}

const remembered = new WeakMap<EngineState['prompts'], Given>();

/** The outlook that was given before, while it holds. */
export function knownOutlook(turn: Turn): Outlook | undefined {
  const { state, rules, at } = turn;
  const given = remembered.get(state.prompts);
  if (!given || given.rules !== rules) return undefined;
  if (given.spans !== state.spans || given.anchors !== state.anchors) return undefined;
  if (at.wall < given.from || at.wall >= given.outlook.until) return undefined;
  return given.around === aroundOf(turn) ? given.outlook : undefined;
}

export function outlookOf(turn: Turn): Outlook {
  const known = knownOutlook(turn);
  if (known) return known;
  const { state, rules, at } = turn;
  const { spans, anchors } = state;
  let until = Infinity;
  for (const instant of promptMoments(turn))
    if (instant > at.wall) until = Math.min(until, instant);
  const outlook = { until, counts: isCounting(turn) };
  const around = aroundOf(turn);
  remembered.set(state.prompts, { rules, spans, anchors, around, from: at.wall, outlook });
  return outlook;
}

/** What else a prompt's moment depends on. */
function aroundOf({ state: { whereabouts, slots }, at }: Turn): string {
  const from = whereabouts.is === 'away' ? 'away' : whereabouts.from;
  return [at.zone, from, ...slots.map(({ prompt }) => prompt)].join(' ');
}

const isCounting = (turn: Turn): boolean =>
  turn.rules.prompts.some(
    (prompt) =>
      prompt.cadence.type === 'active' &&
      turn.state.prompts[prompt.id]?.stretch === 'open' &&
      !isStill(turn, prompt),
  );

function* promptMoments(turn: Turn): Generator<number> {
  const { state, rules } = turn;
  const openings = new Set<string>();
  for (const prompt of rules.prompts) {
    const kept = state.prompts[prompt.id];
    if (!kept || kept.stretch === 'off') continue;
    if (kept.stretch === 'closed') {
      const name = typeof prompt.hours === 'string' ? prompt.hours : prompt.id;
      if (!openings.has(name)) yield opening(turn, prompt).until ?? Infinity;
      openings.add(name);
    } else yield openOf(turn, prompt)?.until ?? Infinity;
    yield dueMoment(turn, prompt);
  }
}

function dueMoment(turn: Turn, prompt: Prompt): number {
  const { state, rules, at } = turn;
  if (prompt.cadence.type !== 'active') return nextMoment(state, prompt, rules, at)?.at ?? Infinity;
  if (isStill(turn, prompt)) return stillUntil(state, prompt, rules, at);
  if (state.whereabouts.is === 'away' || state.prompts[prompt.id]?.stretch !== 'open')
    return Infinity;
  if (state.slots.some((slot) => slot.prompt === prompt.id)) return Infinity;
  return at.wall + remainingMs(state, prompt, rules, at, openOf(turn, prompt));
}
