/** Targets, notes and rests in words. */
import type { AnchorWords } from '../../../content/anchors.ts';
import type { Rest } from '../consistency/day-state.ts';
import type { Measure } from '../consistency/target.ts';
import { measureOf } from './anchor-day.ts';
import type { Anchor } from './anchor.ts';
import type { DayNoted } from './day-note.ts';

/** Times, dates and numbers in the person's own way of writing them. */
export interface Tell {
  /** Of minutes since midnight. */
  readonly clock: (minute: number) => string;
  readonly number: (value: number) => string;
  readonly weekday: (date: string) => string;
  readonly shortWeekday: (date: string) => string;
  readonly longDate: (date: string) => string;
  readonly month: (date: string) => string;
}

const opened = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function measureWords(anchor: Anchor, measure: Measure, words: AnchorWords, tell: Tell): string {
  const { target, line } = words;
  switch (measure.type) {
    case 'yes':
      return '';
    case 'amount':
      return target[measure.bound](line.amount(tell.number(measure.amount), anchor.unit));
    case 'steps':
      return target.steps(measure.least, anchor.steps.length);
    case 'clock':
      if (measure.bound === 'between')
        return target.between(tell.clock(measure.minute), tell.clock(measure.until));
      return measure.bound === 'within'
        ? target.within(measure.apart, tell.clock(measure.minute))
        : target[measure.bound](tell.clock(measure.minute));
  }
}

/** `At least 20 minutes, 3 times a week.` */
export function targetSentence(anchor: Anchor, words: AnchorWords, tell: Tell): string {
  const { target } = anchor;
  if (!target) return words.target.none;
  const what = measureWords(anchor, target.measure, words, tell);
  const isNight = anchor.bedtime || anchor.from === 'sleep';
  const often = (isNight ? words.target.nights : words.target.often)(target.times, target.every);
  const grace =
    target.measure.type === 'clock' && target.measure.grace > 0
      ? [words.target.grace[target.measure.bound](target.measure.grace)]
      : [];
  const sentence = `${opened([what, often].filter(Boolean).join(isNight ? ' ' : ', '))}.`;
  return [sentence, ...grace].join(' ');
}

/** What was noted of a day, short; empty where nothing was. */
export function notedWords(
  anchor: Anchor,
  noted: DayNoted | null,
  words: AnchorWords,
  tell: Tell,
): string {
  switch (noted?.type) {
    case undefined:
      return '';
    case 'yes':
      return words.states.done;
    case 'part':
      return words.states.part;
    case 'notToday':
    case 'rest':
      return words.states[noted.type];
    case 'amount':
      return words.line.amount(tell.number(noted.amount), anchor.unit);
    case 'clock':
      return tell.clock(noted.minute);
    case 'steps': {
      const measure = measureOf(anchor);
      const of = Math.max(anchor.steps.length, measure.type === 'steps' ? measure.least : 1);
      return words.line.steps(noted.done.length, Math.max(of, noted.done.length));
    }
  }
}

const near = 6;

/** `Resting until Thursday.` */
export function restWords(rest: Rest, today: string, words: AnchorWords, tell: Tell): string {
  if (rest.until === null) return words.line.restingOpen;
  const days = Temporal.PlainDate.from(today).until(rest.until).days;
  return words.line.resting(
    days >= 0 && days <= near ? tell.weekday(rest.until) : tell.longDate(rest.until),
  );
}

/** Days after which somebody who comes back is welcomed (chosen: a week). */
const welcomedAfter = 7;

/** Something was noted before, and then nothing for a week or more; today is not looked at. */
export function isWelcomedBack(noted: readonly string[], today: string): boolean {
  const before = noted
    .filter((date) => date < today)
    .sort()
    .at(-1);
  if (before === undefined || noted.includes(today)) return false;
  return Temporal.PlainDate.from(before).until(today).days > welcomedAfter;
}
