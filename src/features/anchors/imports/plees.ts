/** Plees Tracker: when a sleep began and ended, a rating, and in later versions a comment and how often one woke. */
import { err, ok, type Result } from '../../../kernel/result.ts';
import { readAnswer } from '../sleep/night.ts';
import {
  asQuestions,
  leftOf,
  type Answers,
  type LeftOut,
  type Question,
  type Reading,
} from './found.ts';
import { foundSleeps, type Sleep } from './sleeps.ts';
import type { Table, TableRow } from './table.ts';
import { epochOf, inLatinDigits, momentsOf, plainTime } from './wall.ts';

/** `length` says once more what the two times say. */
const known = ['sid', 'start', 'stop', 'length', 'rating', 'comment', 'wakes'];

export const pleesColumns = ['sid', 'start', 'stop'] as const;

export function readPlees(table: Table, answers: Answers): Reading {
  const { zone } = answers;
  if (zone === undefined) return asQuestions('plees', [{ type: 'zone' }]);
  const sleeps: Sleep[] = [];
  const questions: Question[] = [];
  const left: LeftOut[] = [];
  for (const row of table.records) {
    const times = timesOf(row, zone, answers);
    if (!times.ok) {
      if (typeof times.error === 'string') left.push({ why: times.error, lines: [row.line] });
      else questions.push(...times.error);
      continue;
    }
    const [intoBed, outOfBed] = times.value;
    sleeps.push({
      ...{ source: row.of('sid').trim(), line: row.line, zone },
      at: { intoBed, outOfBed },
      answers: {
        // No star is no answer; nor does it tell a night without waking from one that nobody counted.
        quality: readAnswer('quality', Number(row.of('rating'))) ?? null,
        awakenings: readAnswer('awakenings', Number(row.of('wakes'))) || null,
      },
      comment: row.of('comment'),
      extra: row.beside(known),
    });
  }
  if (questions.length > 0) return asQuestions('plees', questions);
  if (sleeps.length === 0 && table.records.length > 0)
    return {
      type: 'trouble',
      trouble: { type: 'unreadable', line: table.records[0]?.line ?? 1, column: 'start' },
    };
  return { type: 'found', found: foundSleeps('plees', sleeps, leftOf(left)) };
}

type Times = readonly [start: number, stop: number];

function timesOf(
  row: TableRow,
  zone: string,
  { twice = {} }: Answers,
): Result<Times, 'unreadable' | 'running' | readonly Question[]> {
  const [start, stop] = (['start', 'stop'] as const).map((name) => ({
    name,
    ...momentsIn(row.of(name), zone),
  }));
  if (!start || !stop || start.moments.length === 0) return err('unreadable');
  if (row.of('stop').trim() === '' || row.of('stop').trim() === '0') return err('running');
  if (stop.moments.length === 0) return err('unreadable');
  const ways = start.moments.flatMap((from) =>
    stop.moments.flatMap((until): Times[] => (until >= from ? [[from, until]] : [])),
  );
  const length = minutesOf(row.of('length'));
  const fitting =
    length === undefined
      ? ways
      : ways.filter(([from, until]) => Math.abs((until - from) / 60_000 - length) <= 1);
  let left = fitting.length > 0 ? fitting : ways;
  // Turned round: it is left out by its length.
  if (left.length === 0) return ok([start.moments[0] ?? 0, stop.moments[0] ?? 0]);
  for (const [end, { name, moments, wall }] of [start, stop].entries()) {
    if (new Set(left.map((way) => way[end])).size < 2) continue;
    const key = `${row.line}.${name}`;
    const which = twice[key];
    if (which === undefined) return err([{ type: 'twice', key, at: wall }]);
    left = left.filter((way) => way[end] === moments[which]);
  }
  return left[0] ? ok(left[0]) : err('unreadable');
}

/** Milliseconds; of the pretty export a clock time, with or without its offset. None for anything else. */
function momentsIn(
  told: string,
  zone: string,
): { readonly moments: readonly number[]; readonly wall: string } {
  const text = inLatinDigits(told.trim());
  const epoch = epochOf(text);
  if (epoch !== undefined) return { moments: [epoch], wall: '' };
  const [, date, clock, offset] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)(?: (Z|[+-]\d\d:\d\d))?$/.exec(text) ?? [];
  const wall = plainTime(`${date ?? ''}T${clock ?? ''}`);
  if (!wall) return { moments: [], wall: '' };
  const name = wall.toString({ smallestUnit: 'minute' });
  if (offset === undefined) return { moments: momentsOf(wall, zone), wall: name };
  const instant = Temporal.Instant.from(`${wall.toString()}${offset}`);
  return { moments: [instant.epochMilliseconds], wall: name };
}

/** Of `7:45` or `7:45:10`. */
function minutesOf(told: string): number | undefined {
  const [, hours, minutes] = /^(\d+):(\d\d)(?::\d\d)?$/.exec(inLatinDigits(told.trim())) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
