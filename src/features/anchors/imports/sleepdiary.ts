/** The standard form of the sleepdiary project: what somebody did from when until when, sleep among it. */
import { isZone, minutesToClock, minuteOfDay } from '../../../kernel/civil-time.ts';
import type { Json } from '../../../kernel/json.ts';
import { isObject } from '../../../kernel/read.ts';
import { readAnswer, type ClockName } from '../sleep/night.ts';
import { asQuestions, leftOf, type Answers, type LeftOut, type Reading } from './found.ts';
import { limits } from './limits.ts';
import { lastUntil } from './sorted.ts';
import { foundSleeps, type Sleep } from './sleeps.ts';
import { lastInstant } from './wall.ts';

type Told = Readonly<Record<string, unknown>>;

export const isSleepdiary = (value: unknown): value is Told =>
  isObject(value) && value['file_format'] === 'Standard';

const momentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= lastInstant ? Math.trunc(value) : undefined;

export function readSleepdiary(file: Told, answers: Answers): Reading {
  const { records } = file;
  if (!Array.isArray(records))
    return { type: 'trouble', trouble: { type: 'noColumn', column: 'records' } };
  if (records.length === 0) return { type: 'trouble', trouble: { type: 'nothing' } };
  if (records.length > limits.rows) return { type: 'trouble', trouble: { type: 'tooManyRows' } };
  const told = records.map((record: unknown): Told => (isObject(record) ? record : {}));
  const beds = told.flatMap(bedOf).toSorted((a, b) => a.from - b.from);
  const sleeps: Sleep[] = [];
  const left: LeftOut[] = [];
  let open = 0;
  for (const [at, record] of told.entries()) {
    const lines = [at + 1];
    // Time in bed is told by the sleep in it.
    if (record['status'] !== 'asleep') {
      if (record['status'] !== 'in bed') left.push({ why: 'otherRecord', lines });
      continue;
    }
    const [start, end] = [momentOf(record['start']), momentOf(record['end'])];
    if (start === undefined) left.push({ why: 'unreadable', lines });
    else if (end === undefined) left.push({ why: 'running', lines });
    else {
      const zone = [record['end_timezone'], record['start_timezone'], answers.zone].find(isZone);
      if (zone === undefined) open += 1;
      else sleeps.push(sleepOf(record, at + 1, { start, end, zone }, beds));
    }
  }
  if (open > 0) return asQuestions('sleepdiary', [{ type: 'zone' }]);
  if (sleeps.length === 0 && left.every(({ why }) => why === 'otherRecord'))
    return { type: 'trouble', trouble: { type: 'nothing' } };
  const found = foundSleeps('sleepdiary', sleeps, leftOf(left));
  return { type: 'found', found: { ...found, numbered: 'record' } };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly zone: string;
}

const read = [
  ...['status', 'start', 'end', 'start_timezone', 'end_timezone', 'duration', 'comments'],
  ...['day_number', 'start_of_new_day', 'is_primary_sleep', 'missing_record_after'],
];

function sleepOf(record: Told, line: number, span: Span, beds: readonly Bed[]): Sleep {
  const { start, zone } = span;
  const bedZone = record['start_timezone'];
  const { duration } = record;
  const asleep = typeof duration === 'number' ? Math.round(duration / 60_000) : undefined;
  return {
    ...{ source: String(start), line, zone },
    ...(isZone(bedZone) && { bedZone }),
    at: timesOf(span, beds),
    ...(record['is_primary_sleep'] === true && { isNap: false }),
    answers: { selfTst: readAnswer('selfTst', asleep) ?? null },
    comment: commentOf(record['comments'], zone),
    extra: Object.fromEntries(
      Object.entries(record).flatMap(([name, value]): [string, Json][] =>
        read.includes(name) || (Array.isArray(value) && value.length === 0)
          ? []
          : [[name, plainOf(value)]],
      ),
    ),
  };
}

/** As it is told, or as its text where parts lie in parts. */
function plainOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value
    : JSON.stringify(value);
}

interface Bed {
  readonly from: number;
  readonly until: number;
}

function bedOf({ status, start, end }: Told): Bed[] {
  const [from, until] = [momentOf(start), momentOf(end)];
  return status === 'in bed' && from !== undefined && until !== undefined ? [{ from, until }] : [];
}

/** What lies around a sleep is the time in bed; alone, its ends are all that is known of it. */
function timesOf({ start, end }: Span, beds: readonly Bed[]): Partial<Record<ClockName, number>> {
  const bed = lastUntil(beds, start, ({ from }) => from);
  return bed && bed.until >= end
    ? { intoBed: bed.from, trySleep: start, finalWake: end, outOfBed: bed.until }
    : { intoBed: start, outOfBed: end };
}

function commentOf(comments: unknown, zone: string): string {
  if (!Array.isArray(comments)) return '';
  return comments
    .flatMap((comment: unknown) => {
      if (typeof comment === 'string') return [comment];
      if (!isObject(comment) || typeof comment['text'] !== 'string') return [];
      const time = momentOf(comment['time']);
      const when = time === undefined ? '' : `${minutesToClock(minuteOfDay(time, zone))}: `;
      return [when + comment['text']];
    })
    .join('\n');
}
