/** The right thing fast: by how long there is, by what is here, alone or with someone, by words. */
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

/** What fits, first what fits whole and not only in its shortest version. */
export function found(practices: readonly Practice[], wish: Wish): readonly Practice[] {
  const { seconds, here, who } = wish;
  const terms = plain(wish.text).split(/\s+/).filter(Boolean);
  const fits = practices.filter(
    (practice) =>
      (seconds === null || shortSeconds(practice) <= seconds * slack) &&
      (here === null || practice.here.includes(here)) &&
      (who === null || (practice.kind === 'together') === (who === 'together')) &&
      terms.every((term) => plain(`${practice.title} ${practice.about}`).includes(term)),
  );
  if (seconds === null) return fits;
  const isWhole = ({ minutes }: Practice): boolean => minutes * 60 <= seconds * slack;
  return [...fits.filter(isWhole), ...fits.filter((practice) => !isWhole(practice))];
}

/** Case and accents are nobody's concern in a search. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

/** The last few that were done, newest first. `runs` in any order. */
export function recent(
  practices: readonly Practice[],
  runs: readonly Run[],
  most: number,
): readonly Practice[] {
  const ids = new Set(
    runs.toSorted((a, b) => b.startedAt - a.startedAt).map(({ practice }) => practice),
  );
  return named(practices, [...ids]).slice(0, most);
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
    .map((practice) => {
      const told = runs
        .filter((run) => run.practice === practice.id)
        .flatMap((run) => [run.helped, moved(practice, run)])
        .filter((mark) => mark !== null);
      return { practice, mean: told.reduce((sum, mark) => sum + mark, 0) / told.length };
    })
    .filter(({ mean }) => mean > 0);
  return marks
    .toSorted((a, b) => b.mean - a.mean)
    .map(({ practice }) => practice)
    .slice(0, most);
}

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
