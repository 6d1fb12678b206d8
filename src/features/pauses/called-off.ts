/**
 * Moments for which no sleeping device has to be woken any more, as far as this one knows: answered or taken up
 * here, or in a time for which the person wants nothing. A device that sleeps cannot hear of it by itself.
 */
import { openAt } from './active-time.ts';
import { stillUntil } from './coming.ts';
import { isStill } from './due.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { type Ending } from './ledger.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { speaksHere } from './speaking.ts';
import { momentsAhead, ringsAhead, type Reach, type WakeMoment } from './wakes.ts';

/** A wake may still be on its way for so long after its moment: its own lateness, and a relay's patience. */
const backMs = 20 * 60_000;

/** What a person did; other endings say only that nobody was here. */
const answers: ReadonlySet<Ending> = new Set([
  'taken',
  'left early',
  'not now',
  'not today',
  'skipped',
  'joined',
  'rest credited',
]);

/**
 * Moments that former rules had and these have no more: a device that sleeps still counts on them. Slots, in no order;
 * `most` of each prompt.
 */
export function droppedBy(
  former: PauseRules,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  { ms, most }: Reach,
): string[] {
  const end = at.wall + ms;
  return former.prompts.filter(ringsAhead).flatMap((prompt) => {
    const had = momentsOf(prompt, state, former, at, end, most).filter(
      (moment) => moment.at > at.wall,
    );
    const now = rules.prompts.find(({ id }) => id === prompt.id);
    const stands = new Set(now && rules.on ? slotsOf(now, state, rules, at, end) : []);
    return had.flatMap(({ slot }) => (stands.has(slot) ? [] : slot));
  });
}

function* slotsOf(
  prompt: Prompt,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  end: number,
): Generator<string> {
  if (!ringsAhead(prompt)) return;
  for (const moment of momentsAhead(prompt, state, rules, at, at.wall, end))
    if (openAt(prompt, rules, { ...at, wall: moment.at })) yield moment.slot;
}

/** Slots, soonest first. */
export function calledOff(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  { ms, most }: Reach,
): string[] {
  const answered = new Set(
    state.settled.flatMap(([slot, ending]) => (answers.has(ending) ? slot : [])),
  );
  // Whoever is in use speaks, also while something holds the pause back.
  if (state.whereabouts.is !== 'away' && speaksHere(state, at))
    for (const { slot } of state.slots) answered.add(slot);
  return rules.prompts
    .filter(({ cadence }) => cadence.type !== 'active')
    .flatMap((prompt) => {
      const until = unwantedUntil(prompt, state, rules, at);
      return momentsOf(
        prompt,
        state,
        rules,
        at,
        Math.min(at.wall + ms, Math.max(at.wall, until)),
        most,
      ).filter((moment) => (moment.at > at.wall ? moment.at < until : answered.has(moment.slot)));
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ slot }) => slot);
}

function unwantedUntil(prompt: Prompt, state: EngineState, rules: PauseRules, at: Moment): number {
  if (!rules.on || !ringsAhead(prompt)) return Infinity;
  const still = isStill({ state, rules, at }, prompt) ? stillUntil(state, prompt, rules, at) : 0;
  return Math.max(state.quiet?.until ?? 0, still);
}

function momentsOf(
  prompt: Prompt,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  end: number,
  most: number,
): WakeMoment[] {
  const found: WakeMoment[] = [];
  for (const moment of momentsAhead(prompt, state, rules, at, at.wall - backMs, end)) {
    if (found.length >= most) break;
    found.push(moment);
  }
  return found;
}
