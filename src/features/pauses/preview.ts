/**
 * The coming day, by the engine itself and through the simulator's own entry: what comes when the person is at it in their hours and takes each
 * pause, and what comes instead if there is a call, a lunch or a flight. Loaded with the screen that draws it.
 */
import { zoned } from '../../kernel/civil-time.ts';
import { hoursOf, zoneOf } from './active-time.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { openSpans, type OpenSpan } from './hours.ts';
import { type LedgerDetail, type Verdict } from './ledger.ts';
import { promptIdOf } from './prompt.ts';
import { defaultRules, type PauseRules } from './rules.ts';
import { simulate } from './simulate.ts';
import { type Happening, type Scenario, type TimedHappening } from './simulation/scenario.ts';

/** Two instants, the first one before the second. */
export interface PreviewSpan {
  readonly from: number;
  readonly until: number;
}

export interface WhatIf {
  readonly meetings?: readonly PreviewSpan[];
  /** Away from the computer: lunch, a walk. */
  readonly away?: readonly PreviewSpan[];
  readonly zoneChange?: { readonly at: number; readonly zone: string };
  /** Somebody sets the computer's clock. Summer time needs nothing: it lies in the zone. */
  readonly clockChange?: { readonly at: number; readonly byMinutes: number };
}

export interface PreviewMoment {
  readonly at: number;
  readonly prompt: string;
  /** `shown` is a pause that comes, and is taken; `held` waits for its cause to end; else why none comes. */
  readonly verdict: Verdict;
  readonly cause?: NonNullable<LedgerDetail['cause']>;
}

const dayMs = 24 * 3_600_000;

/** Everything that becomes of a prompt in the 24 hours from `at`, in order. */
export function previewDay(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  whatIf: WhatIf = {},
): PreviewMoment[] {
  const end = at.wall + dayMs;
  const present = presence(rules, at, end, whatIf);
  const isAway = within(whatIf.away ?? []);
  const isPresent = within(present);
  const scenario: Scenario = {
    zone: at.zone,
    start: at.wall,
    lengthMs: dayMs,
    rules,
    repairs: [],
    answer: 'take',
    answerAfterMs: 0,
    alarms: 'elapsed',
    happenings: [
      {
        afterMs: 0,
        happening: { type: isPresent(at.wall) && !isAway(at.wall) ? 'input' : 'idle' },
      },
      ...expected(present, at.wall, end, whatIf),
    ],
  };
  // Outside of their hours a person comes for what they asked to come then.
  const comes = (instant: number): boolean => !isPresent(instant) && !isAway(instant);
  const rows = simulate(scenario, { foresight: { state, at, comes } });
  return rows.flatMap(({ at: instant, slot, verdict, detail: { cause } }) =>
    slot === undefined || verdict === 'taken' || instant > end
      ? []
      : [{ at: instant, prompt: promptIdOf(slot), verdict, ...(cause !== undefined && { cause }) }],
  );
}

const within =
  (spans: readonly PreviewSpan[]) =>
  (instant: number): boolean =>
    spans.some(({ from, until }) => from <= instant && instant < until);

/** When the person is at the computer: in the hours of any prompt; with none at all, in usual ones. */
function presence(
  rules: PauseRules,
  at: Moment,
  end: number,
  { zoneChange }: WhatIf,
): readonly OpenSpan[] {
  const change = zoneChange?.at ?? end;
  const hours = (from: number, until: number, there: Moment): OpenSpan[] =>
    rules.prompts
      .filter(({ on, hours }) => on && hours !== 'any')
      .flatMap((prompt) => {
        const { week, off } = hoursOf(prompt, rules);
        return openSpans(week, from, until, zoneOf(prompt, there), off);
      })
      .map((span) => ({ from: Math.max(from, span.from), until: Math.min(until, span.until) }))
      .filter((span) => span.from < span.until);
  const spans = hours(at.wall, change, at);
  if (zoneChange) spans.push(...hours(change, end, { ...at, zone: zoneChange.zone }));
  if (spans.length > 0 || rules.prompts.some((prompt) => prompt.on && prompt.hours !== 'any'))
    return merged(spans);
  return openSpans(defaultRules.hours, at.wall, end, at.zone);
}

function merged(spans: readonly OpenSpan[]): OpenSpan[] {
  const out: OpenSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = out.at(-1);
    if (before && span.from <= before.until)
      out[out.length - 1] = { from: before.from, until: Math.max(before.until, span.until) };
    else out.push(span);
  }
  return out;
}

function expected(
  present: readonly OpenSpan[],
  from: number,
  end: number,
  { meetings = [], away = [], zoneChange, clockChange }: WhatIf,
): TimedHappening[] {
  const isAway = within(away);
  const isPresent = within(present);
  const moments: { at: number; happening: Happening }[] = [];
  for (const span of present) {
    if (!isAway(span.from)) moments.push({ at: span.from, happening: { type: 'input' } });
    moments.push({ at: span.until, happening: { type: 'idle' } });
  }
  for (const span of away) {
    moments.push({ at: span.from, happening: { type: 'idle' } });
    if (isPresent(span.until)) moments.push({ at: span.until, happening: { type: 'input' } });
  }
  for (const span of meetings)
    moments.push(
      { at: span.from, happening: { type: 'meeting', on: true } },
      { at: span.until, happening: { type: 'meeting', on: false } },
    );
  if (zoneChange)
    moments.push({ at: zoneChange.at, happening: { type: 'zone', zone: zoneChange.zone } });
  if (clockChange)
    moments.push({
      at: clockChange.at,
      happening: { type: 'clock', byMs: clockChange.byMinutes * 60_000 },
    });
  return moments
    .filter(({ at }) => at >= from && at < end)
    .sort((a, b) => a.at - b.at)
    .map(({ at, happening }) => ({ afterMs: at - from, happening }));
}

/** The change of summer or winter time within 24 hours of `at`, if there is one. */
export function nearClockChange(
  zone: string,
  at: number,
): { readonly at: number; readonly byMinutes: number } | undefined {
  const next = zoned(at, zone).getTimeZoneTransition('next');
  if (!next || next.epochMilliseconds > at + dayMs) return undefined;
  const before = next.subtract({ milliseconds: 1 });
  const byMinutes = (next.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
  return byMinutes === 0 ? undefined : { at: next.epochMilliseconds, byMinutes };
}
