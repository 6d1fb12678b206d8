/** The right thing fast: by how long there is, by what is here, alone or with someone, by words. */
import { mayFollow } from '../../content/may-follow.ts';
import type { Here, Practice } from '../../content/practice.ts';
import { textsOfPractice } from '../../content/practice-texts.ts';
import { shortSeconds } from './play-time.ts';
import type { Run } from './runs.ts';

/** Seconds there are. */
export const times = [20, 60, 180, 600] as const;

export interface Wish {
  readonly seconds: number | null;
  readonly here: Here | null;
  readonly who: 'alone' | 'together' | null;
  readonly text: string;
}

export const anything: Wish = { seconds: null, here: null, who: null, text: '' };

export const isAnything = ({ seconds, here, who, text }: Wish): boolean =>
  seconds === null && here === null && who === null && text.trim() === '';

/** A guess of seconds may be a little over (chosen). */
const slack = 1.3;

/** How people say things, beside the words that practices use. */
export interface Tongue {
  /** What is here, as it is named on the screen. */
  readonly heres: Readonly<Record<Here, string>>;
  /** Other words that somebody may type for it. */
  readonly alike: Readonly<Record<Here, readonly string[]>>;
  /** Ends of words that make no difference, longest first. */
  readonly endings: readonly string[];
}

/**
 * What fits, first what fits whole and not only in its shortest version. Where no word is found as it was typed, near
 * ones are; then those that stand anywhere in a practice; then what has at least one of them.
 */
export function found(
  practices: readonly Practice[],
  wish: Wish,
  tongue?: Tongue,
): readonly Practice[] {
  const { seconds, here, who } = wish;
  const fits = practices.filter(
    (practice) =>
      (seconds === null || shortSeconds(practice) <= seconds * slack) &&
      (here === null || practice.here.includes(here)) &&
      (who === null || (practice.kind === 'together') === (who === 'together')),
  );
  const said = searched(fits, plain(wish.text).split(/\s+/).filter(Boolean), tongue);
  if (seconds === null) return said;
  const isWhole = ({ minutes }: Practice): boolean => minutes * 60 <= seconds * slack;
  return [...said.filter(isWhole), ...said.filter((practice) => !isWhole(practice))];
}

function searched(
  practices: readonly Practice[],
  terms: readonly string[],
  tongue?: Tongue,
): readonly Practice[] {
  if (terms.length === 0) return practices;
  const texts = practices.map((practice) => {
    const heres = practice.here.flatMap((here) =>
      tongue ? [tongue.heres[here], ...tongue.alike[here]] : [],
    );
    const text = plain([practice.title, practice.about, ...heres].join(' '));
    return { practice, title: plain(practice.title), text };
  });
  const stems = terms.map((term) => stemOf(term, tongue?.endings ?? []));
  type Text = (typeof texts)[number];
  const isAsTyped = ({ text }: Text, term: string): boolean => text.includes(term);
  const isClose = ({ text }: Text, term: string, at: number): boolean => {
    const stem = stems[at] ?? term;
    return wordsOf(text).some((word) => word.startsWith(stem) || isNear(term, word));
  };
  const isSaid = (each: Text, term: string, at: number): boolean =>
    isClose(each, term, at) ||
    wordsOf(wholeOf(each.practice)).some((word) => word.startsWith(stems[at] ?? term));
  const ways = [
    ...[isAsTyped, isClose, isSaid].map(
      (is) => (each: Text) => terms.every((term, at) => is(each, term, at)),
    ),
    (each: Text) => terms.some((term, at) => term.length > 3 && isClose(each, term, at)),
  ];
  let some: Text[] = [];
  for (const way of ways) if (some.length === 0) some = texts.filter(way);
  const inTitle = ({ title }: { readonly title: string }): boolean =>
    stems.every((stem) => wordsOf(title).some((word) => word.startsWith(stem)));
  return [...some.filter(inTitle), ...some.filter((each) => !inTitle(each))].map(
    ({ practice }) => practice,
  );
}

/** Case and accents are nobody's concern in a search. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u);

const wholes = new WeakMap<Practice, string>();

/** All that it says, worked out once: a library may be long, and somebody is typing. */
function wholeOf(practice: Practice): string {
  const known = wholes.get(practice) ?? plain(textsOfPractice(practice).join(' '));
  wholes.set(practice, known);
  return known;
}

/** What is left of a word without its ending; four letters at least, or it would begin too many (chosen). */
const stemOf = (term: string, endings: readonly string[]): string => {
  const ending = endings.find((each) => term.endsWith(each) && term.length - each.length >= 4);
  return ending === undefined ? term : term.slice(0, -ending.length);
};

/** One slip in a word of four letters or more, two from eight (chosen). */
const slipsIn = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Whether the word begins as the term would but for a slip: a letter too many, too few, another, or two that changed places. */
function isNear(term: string, word: string): boolean {
  const most = slipsIn(term);
  if (word.length + most < term.length) return false;
  let [before, row] = [[] as number[], Array.from({ length: term.length + 1 }, (_, at) => at)];
  let best = row[term.length] ?? 0;
  for (let at = 1; at <= Math.min(word.length, term.length + most); at++) {
    const next = [at];
    for (let of = 1; of <= term.length; of++) {
      const same = term[of - 1] === word[at - 1];
      const swapped =
        at > 1 && of > 1 && term[of - 1] === word[at - 2] && term[of - 2] === word[at - 1];
      next[of] = Math.min(
        (row[of] ?? 0) + 1,
        (next[of - 1] ?? 0) + 1,
        (row[of - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[of - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
    best = Math.min(best, next[term.length] ?? Infinity);
  }
  return best <= most;
}

/** What is of level 2 comes up by itself nowhere, not even among what was done. */
const comesUp = ({ level }: Practice): boolean => level < 2;

/** The last few that were done, newest first. `runs` in any order. */
export function recent(
  practices: readonly Practice[],
  runs: readonly Run[],
  most: number,
): readonly Practice[] {
  const ids = new Set(
    runs.toSorted((a, b) => b.startedAt - a.startedAt).map(({ practice }) => practice),
  );
  return named(practices.filter(comesUp), [...ids]).slice(0, most);
}

/**
 * What helped by the person's own word: what they said at the end, and how far the numbers before and after
 * went the better way. The mean of all times, and only above nothing.
 */
export function helpful(
  practices: readonly Practice[],
  runs: readonly Run[],
  most: number,
): readonly Practice[] {
  const marks = practices
    .filter(comesUp)
    .map((practice) => {
      const told = runs
        .filter((run) => run.practice === practice.id)
        .flatMap((run) => marksOf(practice, run));
      return { practice, mean: told.reduce((sum, mark) => sum + mark, 0) / told.length };
    })
    .filter(({ mean }) => mean > 0);
  return marks
    .toSorted((a, b) => b.mean - a.mean)
    .map(({ practice }) => practice)
    .slice(0, most);
}

/** What the person said of one run, and how far its numbers went the better way: from -2 to 2, and none unsaid. */
export const marksOf = (practice: Practice, run: Run): readonly number[] =>
  [run.helped, moved(practice, run)].filter((mark) => mark !== null);

/** From -2 to 2, as far as the scale goes; null where one of the two was left out. */
function moved({ steps }: Practice, { scales }: Run): number | null {
  const { before, after } = scales;
  const scale = steps.find((step) => step.k === 'scale' && step.id === 'after');
  if (scale?.k !== 'scale' || before === undefined || after === undefined) return null;
  const change = ((after - before) * 2) / scale.top;
  return scale.better === 'higher' ? change : -change;
}

/** In the order of the ids; what is not among them (any more) is left out. */
export const named = (
  practices: readonly Practice[],
  ids: readonly string[],
): readonly Practice[] => ids.flatMap((id) => practices.filter((practice) => practice.id === id));

/** What goes well with it, in its own order: of `practices`, which are those of welcome areas, and whoever wrote it. */
export const following = (
  practice: Practice,
  practices: readonly Practice[],
): readonly Practice[] =>
  named(practices, practice.next ?? []).filter((next) => mayFollow(next, practice));
