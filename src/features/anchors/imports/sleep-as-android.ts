/** Sleep as Android: a header before every record, since each names the minutes it measured. */
import { hourMs, isZone } from '../../../kernel/civil-time.ts';
import { readAnswer } from '../sleep/night.ts';
import type { Row } from './csv.ts';
import { asQuestions, leftOf, type Answers, type LeftOut, type Reading } from './found.ts';
import { foundSleeps, type Sleep } from './sleeps.ts';
import { epochOf } from './wall.ts';

export const androidColumns = ['id', 'tz', 'from', 'to', 'hours'] as const;

/** Numbers that mean that nothing was measured. */
const unmeasured = ['', '-1', '-1.0', '-2.0'];

/** Kept with the night. Where it was, and the curves, are left in the file. */
const besides = ['Sched', 'Snore', 'Noise', 'Cycles', 'DeepSleep'] as const;

const isHeader = ({ cells }: Row): boolean => cells[0] === 'Id' && cells[1] === 'Tz';

export function readSleepAsAndroid(rows: readonly Row[], answers: Answers): Reading {
  const sleeps: Sleep[] = [];
  const left: LeftOut[] = [];
  let names: readonly string[] = [];
  let [records, open] = [0, 0];
  for (const [at, row] of rows.entries()) {
    if (isHeader(row)) {
      names = row.cells;
      // The last header has to have its record, or the file breaks off.
      if (at === rows.length - 1)
        return { type: 'trouble', trouble: { type: 'cutOff', line: row.line } };
      continue;
    }
    // A third line of a record holds the noise of each minute.
    if (row.cells[0] === '' || row.cells[0] === undefined) continue;
    const fixed = names.indexOf('LenAdjust') + 1;
    if (row.cells.length < fixed)
      return {
        type: 'trouble',
        trouble: { type: at === rows.length - 1 ? 'cutOff' : 'uneven', line: row.line },
      };
    records += 1;
    const of = (name: string): string => row.cells[names.indexOf(name)] ?? '';
    const told = of('Tz');
    const zone = isZone(told) ? told : answers.zone;
    if (zone === undefined) {
      open += 1;
      continue;
    }
    const sleep = sleepOf(of, row.line, zone);
    if (sleep) sleeps.push(sleep);
    else left.push({ why: 'unreadable', lines: [row.line] });
  }
  if (records === 0) return { type: 'trouble', trouble: { type: 'nothing' } };
  if (open > 0) return asQuestions('sleep-as-android', [{ type: 'zone' }]);
  if (sleeps.length === 0)
    return { type: 'trouble', trouble: { type: 'unreadable', line: 2, column: 'Id' } };
  return { type: 'found', found: foundSleeps('sleep-as-android', sleeps, leftOf(left)) };
}

/** `From` and `To` are the same twice in autumn: when it began is `Id`, and how long it was is `Hours`. */
function sleepOf(of: (name: string) => string, line: number, zone: string): Sleep | undefined {
  const start = epochOf(of('Id'));
  const hours = Number(of('Hours') || Number.NaN);
  if (start === undefined || !Number.isFinite(hours) || hours < 0 || hours > 1_000)
    return undefined;
  const stars = Number(of('Rating'));
  const adjust = of('LenAdjust');
  // `-1.0` is a record that was typed in, `-1` a minute awake.
  const awake = adjust === '-1.0' ? 0 : Number(adjust) || 0;
  const rating = stars > 0 && stars <= 5 ? Math.max(1, Math.round(stars)) : null;
  const kept = besides.filter((name) => !unmeasured.includes(of(name)));
  return {
    ...{ source: of('Id').trim(), line, zone },
    at: { intoBed: start, outOfBed: start + hours * hourMs },
    answers: {
      quality: rating,
      selfTst: readAnswer('selfTst', Math.max(0, Math.round(hours * 60 + awake))) ?? null,
    },
    comment: of('Comment').replaceAll(' \\n ', '\n'),
    extra: {
      ...Object.fromEntries(kept.map((name) => [name, of(name)])),
      ...(rating !== null && rating !== stars && { Rating: of('Rating') }),
    },
  };
}
