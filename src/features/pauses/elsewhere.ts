/**
 * What the other shell on this computer has done. Facts may come twice, in any order and in any pieces:
 * the interval begins at the latest ending of all, every slot that was answered stays answered, and of
 * two decisions about quiet or later the younger one stands.
 */
import { dayOf, hourMs } from '../../kernel/civil-time.ts';
import { activeMs } from './active-time.ts';
import { isStill } from './due.ts';
import { type AnchorMoment, type EngineState, type Until } from './engine-state.ts';
import { type PauseFact } from './events.ts';
import { promptIdOf, type Prompt } from './prompt.ts';
import { keeperOf, promptOrFirst } from './rules.ts';
import {
  change,
  changePrompt,
  factName,
  hearOnce,
  intervalSlot,
  openOf,
  promptState,
  remember,
  restart,
  settle,
  type Turn,
} from './turn.ts';

/** An interval this young leaves no row when the other shell begins a new one (chosen). */
const worthMs = 60_000;
const dayMs = 24 * hourMs;
/** Two clocks that count as showing the same time differ by no more (chosen: twice what is taken for one time). */
const aheadMs = 60_000;

/** Oldest first, so that the rows of a late message are those of one that came in time. */
export function hear(turn: Turn, facts: readonly PauseFact[]): void {
  for (const fact of facts.toSorted(byAge)) if (hearOnce(turn, fact)) take(turn, fact);
}

const instantOf = (fact: PauseFact): number => {
  if ('told' in fact) return fact.told;
  return 'at' in fact ? fact.at : fact.until;
};

function byAge(a: PauseFact, b: PauseFact): number {
  return instantOf(a) - instantOf(b) || (factName(a) < factName(b) ? -1 : 1);
}

function take(turn: Turn, fact: PauseFact): void {
  const { quiet, call, anchors } = turn.state;
  switch (fact.type) {
    case 'took':
    case 'rested':
    case 'letGo':
    case 'notToday':
      heardEnding(turn, fact.slot, instantOf(fact), fact.type);
      if (fact.type === 'notToday') heardNotToday(turn, fact.slot, fact.day);
      break;
    case 'snoozed': {
      const id = promptIdOf(fact.slot);
      const kept = promptState(turn, id);
      if (kept && stands(turn, fact, kept.snooze))
        changePrompt(turn, id, { snooze: { at: fact.at, until: fact.until } });
      break;
    }
    case 'quiet':
      if (stands(turn, fact, quiet))
        change(turn, { quiet: { at: fact.at, until: fact.until, by: fact.by } });
      break;
    case 'call':
      if (stands(turn, fact, call)) change(turn, { call: { at: fact.at, until: fact.until } });
      break;
    case 'seen': {
      const { there } = turn.state;
      const name = fact.device === undefined ? fact.what : `${fact.what} ${fact.device}`;
      if (stands(turn, fact, there?.[name] ?? null))
        change(turn, { there: { ...there, [name]: { at: fact.at, until: fact.until } } });
      break;
    }
    case 'anchor':
      if (isLater(turn, fact, anchors[fact.anchor]))
        change(turn, {
          anchors: { ...anchors, [fact.anchor]: { at: fact.at, told: fact.told } },
        });
      break;
  }
}

/** Two tellings of one instant are the same in any order when the larger moment wins. */
function isLater({ at }: Turn, fact: AnchorMoment, known: AnchorMoment | undefined): boolean {
  if (fact.told > at.wall + aheadMs) return false;
  return !known || fact.told > known.told || (fact.told === known.told && fact.at > known.at);
}

function heardNotToday(turn: Turn, slot: string, day: string): void {
  const id = promptIdOf(slot);
  const known = promptState(turn, id)?.notToday ?? null;
  if (day > dayOf(turn.at.wall + dayMs, turn.at.zone)) return;
  if (known === null || day > known) changePrompt(turn, id, { notToday: day });
  const keeper = keeperOf(turn.rules, id);
  if (!keeper || !isStill(turn, keeper)) return;
  // Ended there, whatever else is heard in whatever order; the interval is for other news to begin.
  for (const waiting of turn.state.slots)
    if (waiting.prompt === keeper.id && waiting.phase !== 'open' && !waiting.asked)
      settle(turn, waiting.slot, 'elsewhere', {}, 0);
}

/** What ended there ends here: the prompt's own slot, and of a pause taken every one it was long enough for. */
function heardEnding(
  turn: Turn,
  slot: string,
  instant: number,
  type: 'took' | 'rested' | 'letGo' | 'notToday',
): void {
  const end = Math.min(instant, turn.at.wall);
  for (const prompt of answeredBy(turn, slot, type)) endHere(turn, prompt, slot, end, type);
  if (!turn.state.slots.some((each) => each.slot === slot)) remember(turn, slot, 'elsewhere');
}

function answeredBy(turn: Turn, slot: string, type: string): readonly Prompt[] {
  const id = promptIdOf(slot);
  const mine = keeperOf(turn.rules, id);
  if (type !== 'took') return mine ? [mine] : [];
  const { lengthSeconds } = promptOrFirst(turn.rules, id);
  return turn.rules.prompts.filter(
    (prompt) =>
      prompt === mine ||
      (prompt.cadence.type === 'active' && prompt.lengthSeconds <= lengthSeconds),
  );
}

function endHere(turn: Turn, prompt: Prompt, slot: string, end: number, type: string): void {
  const { slots, prompts } = turn.state;
  const anchor = prompts[prompt.id]?.anchor ?? end;
  const waiting = slots.find((each) => each.prompt === prompt.id);
  // A moment of the day is not answered by what ended before it came; an interval would not have run on.
  const since = prompt.cadence.type === 'active' ? anchor : Math.max(anchor, waiting?.dueAt ?? 0);
  if (waiting && waiting.phase !== 'open' && (waiting.slot === slot || end > since))
    settle(turn, waiting.slot, 'elsewhere', {}, end);
  else if (
    !waiting &&
    type === 'took' &&
    prompt.cadence.type === 'active' &&
    end > anchor &&
    workedMs(turn, prompt, end) >= worthMs
  )
    settle(turn, intervalSlot(turn.state, prompt.id), 'elsewhere', {}, end);
  restart(turn, prompt.id, end);
}

/** What the interval held when it ended, however late this shell hears of it. */
const workedMs = (turn: Turn, prompt: Prompt, end: number): number =>
  activeMs(turn.state, prompt, turn.rules, { ...turn.at, wall: end }, openOf(turn, prompt));

type Decision = Until | NonNullable<EngineState['quiet']>;

/** A decision that claims to come from the future says nothing. */
function stands({ at }: Turn, fact: Decision, known: Decision | null): boolean {
  if (fact.at > at.wall + aheadMs) return false;
  if (!known || fact.at !== known.at) return !known || fact.at > known.at;
  if (fact.until !== known.until) return fact.until > known.until;
  // Of two that differ in nothing else it does not matter which, only that it is always the same.
  return 'by' in fact && 'by' in known && fact.by > known.by;
}
