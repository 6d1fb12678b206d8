/** The stored engine state, if it can be trusted as a whole; a state in pieces would tell untrue times. */
import { hourMs, isDate, isZone } from '../../kernel/civil-time.ts';
import { freshState, type EngineState, type Moment } from './engine-state.ts';
import { endings } from './ledger.ts';
import { causes, holdCauses } from './policies.ts';
import { levels } from './prompt.ts';

/** `repaired` is false on a first run, when there is nothing to repair. */
export function parseState(stored: unknown, at: Moment): { state: EngineState; repaired: boolean } {
  if (stored === undefined || stored === null) return { state: freshState(at), repaired: false };
  return isEngineState(stored)
    ? { state: stored, repaired: false }
    : { state: freshState(at), repaired: true };
}

type Check = (value: unknown) => boolean;

/** Beyond the year 9999 a number is no moment of anybody's, and no calendar can hold it. */
const latest = Date.UTC(9999, 11, 31);
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const instant: Check = (value) => number(value) && Math.abs(value as number) <= latest;
const minuteShown: Check = (value) =>
  value === '' ||
  (typeof value === 'string' && /T\d\d:\d\d$/.test(value) && isDate(value.slice(0, -6)));
const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const pair =
  (first: Check, second: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const fields = new Map<string, unknown>(Object.entries(value));
    return Object.entries(checks).every(([field, check]) => check(fields.get(field)));
  };

const mapOf =
  (check: Check): Check =>
  (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every(check);

const here = shape({ is: oneOf('here'), from: instant });
const still = shape({ is: oneOf('still'), from: instant, since: instant, watching: flag });
const away = shape({
  is: oneOf('away'),
  since: instant,
  cause: oneOf(...causes, 'closed'),
});
const until = shape({ at: instant, until: instant });

const engineState = shape({
  version: oneOf(2),
  seen: shape({ wall: instant, mono: number, boot: text }),
  through: shape({ civil: minuteShown, at: instant, zone: isZone }),
  promised: orNull(instant),
  silentUntil: optional(instant),
  whereabouts: (value) => here(value) || still(value) || away(value),
  touchedAt: orNull(instant),
  spans: listOf(pair(instant, instant)),
  prompts: mapOf(
    shape({
      anchor: instant,
      stretch: oneOf('open', 'closed', 'off'),
      snooze: orNull(until),
      notToday: orNull(isDate),
      declined: number,
      lessAnswered: flag,
    }),
  ),
  slots: listOf(
    shape({
      slot: text,
      prompt: text,
      dueAt: instant,
      phase: oneOf('due', 'decided', 'shown', 'open'),
      at: instant,
      asked: flag,
      surface: optional(oneOf('badge', 'popup', 'window', 'notification', 'banner')),
      level: optional(oneOf(...levels)),
      alias: optional(text),
      heldBy: listOf(oneOf(...holdCauses)),
      heldUntil: instant,
      typingSince: optional(instant),
    }),
  ),
  quiet: orNull(shape({ at: instant, until: instant, by: oneOf('length', 'clock') })),
  call: orNull(until),
  around: mapOf(instant),
  there: optional(mapOf(until)),
  released: orNull(instant),
  anchors: mapOf(shape({ at: instant, told: instant })),
  last: orNull(shape({ prompt: text, at: instant })),
  speaker: oneOf('here', 'other'),
  devices: optional(
    shape({
      own: text,
      turn: number,
      told: orNull(instant),
      here: flag,
      used: instant,
      asked: optional(shape({ at: instant, slot: text })),
      others: listOf(
        shape({
          device: text,
          turn: number,
          at: instant,
          here: flag,
          heard: instant,
          asks: optional(instant),
          asked: optional(instant),
        }),
      ),
    }),
  ),
  settled: listOf(pair(text, oneOf(...endings))),
  heard: listOf(text),
});

const isEngineState = (value: unknown): value is EngineState =>
  engineState(value) && isTold(value as EngineState);

/** A clock may have been put right by this much without anything else having moved (chosen). */
const toleranceMs = 60_000;

/** What is remembered has happened: a beginning that lies ahead would hold pauses back until then, without a word. */
function isTold({ seen, whereabouts, spans, prompts, slots, last }: EngineState): boolean {
  const now = seen.wall + toleranceMs;
  const tomorrow = new Date(now + dayMs).toISOString().slice(0, 10);
  return (
    Object.values(prompts).every(
      ({ anchor, notToday }) => anchor <= now && (notToday === null || notToday <= tomorrow),
    ) &&
    slots.every(({ at }) => at <= now) &&
    slots.filter(({ phase }) => phase !== 'due').length <= 1 &&
    new Set(slots.map(({ slot }) => slot)).size === slots.length &&
    spans.every(([from, until]) => from < until && until <= now) &&
    (whereabouts.is === 'away' ? whereabouts.since : whereabouts.from) <= now &&
    (last?.at ?? now) <= now
  );
}

const dayMs = 24 * hourMs;
