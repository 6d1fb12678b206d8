/** The right thing fast: by how long there is, by what is here, alone or with someone, by words. */
import { mayFollow } from '../../content/may-follow.ts';
import type { Here, Practice } from '../../content/practice.ts';
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

/**
 * What fits, first what fits whole and not only in its shortest version. `heres` are the words for what is here:
 * they are searched, too. Where no word is found as it was typed, near ones are.
 */
export function found(
  practices: readonly Practice[],
  wish: Wish,
  heres?: Readonly<Record<Here, string>>,
): readonly Practice[] {
  const { seconds, here, who } = wish;
  const fits = practices.filter(
    (practice) =>
      (seconds === null || shortSeconds(practice) <= seconds * slack) &&
      (here === null || practice.here.includes(here)) &&
      (who === null || (practice.kind === 'together') === (who === 'together')),
  );
  const said = searched(fits, plain(wish.text).split(/\s+/).filter(Boolean), heres);
  if (seconds === null) return said;
  const isWhole = ({ minutes }: Practice): boolean => minutes * 60 <= seconds * slack;
  return [...said.filter(isWhole), ...said.filter((practice) => !isWhole(practice))];
}

function searched(
  practices: readonly Practice[],
  terms: readonly string[],
  heres?: Readonly<Record<Here, string>>,
): readonly Practice[] {
  if (terms.length === 0) return practices;
  const texts = practices.map((practice) => ({
    practice,
    title: plain(practice.title),
    text: plain(
      [practice.title, practice.about, ...practice.here.map((here) => heres?.[here] ?? '')].join(
        ' ',
      ),
    ),
  }));
  const exact = texts.filter(({ text }) => terms.every((term) => text.includes(term)));
  const some =
    exact.length > 0
      ? exact
      : texts.filter(({ text }) => {
          const words = text.split(/[^\p{L}\p{N}]+/u);
          return terms.every((term) => words.some((word) => isNear(term, word)));
        });
  const inTitle = ({ title }: { readonly title: string }): boolean =>
    terms.every((term) => title.includes(term));
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
