/**
 * The way through a practice: step by step, each of which can be left out, and enough at any of them is done.
 * Reads no clock: `at` is steady milliseconds from the caller, apart from `startedAt`, which is the wall's.
 */
import type { Practice } from '../../content/practice.ts';
import type { Step } from '../../content/practice-steps.ts';
import { lengthMs } from './play-time.ts';

/** One thing put into one place, with a note beside it. */
export interface Sorted {
  readonly item: string;
  /** Of a thing that has sides. */
  readonly side?: string;
  readonly into: string;
  readonly note?: string;
}

/** One of several things, and a number for it. */
export interface Rated {
  readonly item: string;
  readonly value: number;
}

/** Picks are ids of options, or own words; pairs are rows of two columns. */
export type Answer =
  | string
  | number
  | readonly string[]
  | readonly (readonly [string, string])[]
  | readonly Sorted[]
  | readonly Rated[];

export type Answers = Readonly<Record<string, Answer>>;

export interface Play {
  readonly practice: string;
  /** The shortest version, which counts like the whole. */
  readonly short: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Position in the practice's steps. */
  readonly step: number;
  readonly stepAt: number;
  /** Since when its time stands still; null while it runs. */
  readonly heldAt: number | null;
  readonly answers: Answers;
  /** The entry that its answers began with; empty where they began with nothing. */
  readonly after: string;
  readonly ended: 'finished' | 'enough' | null;
}

export type PlayMove =
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'next' | 'back' | 'enough' | 'hold' | 'goOn' };

export const beginPlay = (
  practice: Practice,
  short: boolean,
  { wall, at }: { readonly wall: number; readonly at: number },
  answers: Answers = {},
  after = '',
): Play => ({
  practice: practice.id,
  short,
  startedAt: wall,
  step: (short ? practice.shortest[0] : 0) ?? 0,
  stepAt: at,
  heldAt: null,
  answers,
  after,
  ended: null,
});

/** A move that has no meaning where the practice stands changes nothing. */
export function movePlay(play: Play, move: PlayMove, practice: Practice, at: number): Play {
  if (play.ended) return play;
  const go = (step: number): Play => ({ ...play, step, stepAt: at, heldAt: null });
  switch (move.type) {
    case 'answer':
      return { ...play, answers: answered(play.answers, move.id, move.answer) };
    case 'enough':
      return { ...play, ended: 'enough' };
    case 'next': {
      if (endsHere(practice.steps[play.step], play.answers)) return { ...play, ended: 'enough' };
      const next = ahead(practice, play).find((step) => step > play.step);
      return next === undefined ? { ...play, ended: 'finished' } : go(next);
    }
    case 'back': {
      const before = stepBefore(practice, play);
      return before === undefined ? play : go(before);
    }
    case 'hold':
      return play.heldAt === null ? { ...play, heldAt: at } : play;
    case 'goOn':
      return play.heldAt === null
        ? play
        : { ...play, stepAt: play.stepAt + at - play.heldAt, heldAt: null };
  }
}

/** What `back` goes to. Where two people share unseen lists it goes no further than to where the screen changed hands. */
export function stepBefore(practice: Practice, play: Play): number | undefined {
  const { steps } = practice;
  const isUnseen = steps.some((step) => step.k === 'beside' && step.shared !== undefined);
  const hands = steps.findLastIndex((step, at) => at <= play.step && step.k === 'turn');
  return ahead(practice, play).findLast((step) => step < play.step && (!isUnseen || step >= hands));
}

/** How long its step has run, in milliseconds. */
export const elapsedMs = ({ stepAt, heldAt }: Play, at: number): number =>
  Math.max(0, (heldAt ?? at) - stepAt);

/** A page that nobody sees looks about once a second; what comes later than this was asleep (chosen). */
const lateMs = 1_500;

/**
 * On to the next step once the time of this one is over. The next one begins when this one was due to end, so that
 * late looks do not add up; after a sleep it begins when somebody is back, and nothing is cut short.
 */
export function passTime(play: Play, practice: Practice, at: number): Play {
  const step = practice.steps[play.step];
  const length = step && lengthMs(step, play.short);
  if (play.ended || length === undefined || length === null) return play;
  const late = elapsedMs(play, at) - length;
  if (late < 0) return play;
  return movePlay(play, { type: 'next' }, practice, late > lateMs ? at : at - late);
}

/** Positions of the steps that this way through has, as it stands with these answers. */
export const ahead = ({ steps, shortest }: Practice, { short, answers }: Play): number[] =>
  [...steps.keys()].filter(
    (step) => (!short || shortest.includes(step)) && isShown(steps[step], answers),
  );

export function isShown(step: Step | undefined, answers: Answers): boolean {
  if (step === undefined) return false;
  if (!step.when) return true;
  const { id, is } = step.when;
  return pickedAt(answers, id).some((picked) => is.includes(picked));
}

const endsHere = (step: Step | undefined, answers: Answers): boolean =>
  step?.k === 'pick' &&
  step.ends !== undefined &&
  pickedAt(answers, step.id).some((picked) => step.ends?.includes(picked));

export const pickedAt = (answers: Answers, id: string): readonly string[] => {
  const answer = answers[id];
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : [];
};

/** Taking an answer back leaves no trace of it. */
function answered(answers: Answers, id: string, answer: Answer): Answers {
  if (!isNoAnswer(answer)) return { ...answers, [id]: answer };
  return Object.fromEntries(Object.entries(answers).filter(([each]) => each !== id));
}

const isNoAnswer = (answer: Answer): boolean => typeof answer !== 'number' && answer.length === 0;

/** A practice with the pages of its cards in their places. */
export function withCards(practice: Practice, all: readonly Practice[]): Practice {
  const steps: Step[] = [];
  const shortest: number[] = [];
  practice.steps.forEach((step, at) => {
    const card = step.k === 'card' ? all.find(({ id }) => id === step.of) : undefined;
    // A card's questions stay its own: here it is only read.
    const pages = card?.steps.filter(({ k }) => k === 'page' || k === 'say') ?? [];
    const put = step.k === 'card' ? pages.map((page) => whenOf(page, step)) : [step];
    if (practice.shortest.includes(at)) shortest.push(...put.map((_, n) => steps.length + n));
    steps.push(...put);
  });
  return { ...practice, steps, shortest };
}

const whenOf = (page: Step, { when }: Step): Step => (when ? { ...page, when } : page);
