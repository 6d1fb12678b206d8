/** One draft typed in by two windows at once: both are kept, as far as possible where they were typed. */
import type { Written } from './written.ts';

/** A stretch of `base` that became other words. */
interface Edit {
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

function editOf(base: string, now: string): Edit {
  const most = Math.min(base.length, now.length);
  let from = 0;
  while (from < most && base[from] === now[from]) from++;
  let tail = 0;
  while (tail < most - from && base.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { from, until: base.length - tail, words: now.slice(from, now.length - tail) };
}

/** `theirs` comes first where both were typed at one place, on a line of its own. */
export function unitedText(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const [here, there] = [editOf(base, mine), editOf(base, theirs)];
  const [first, second] = here.from < there.from ? [here, there] : [there, here];
  const onePlace = first.from === second.from && first.until === second.until;
  if (first.until <= second.from && !onePlace) {
    const between = base.slice(first.until, second.from);
    const before = base.slice(0, first.from) + first.words + between;
    const after = second.words + base.slice(second.until);
    // Where they touch, each may count on a space that the other took away.
    const glued = between === '' && /\S$/.test(before) && /^\S/.test(after);
    return before + (glued ? ' ' : '') + after;
  }
  const until = Math.max(here.until, there.until);
  // What one of them took away and the other typed into is kept as both left it.
  const whole = ({ from, until: end, words }: Edit): string =>
    base.slice(first.from, from) + words + base.slice(end, until);
  const parts = [whole(there), whole(here)].filter((part) => part.trim() !== '');
  return base.slice(0, first.from) + parts.join('\n') + base.slice(until);
}

const unitedNames = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] => {
  const stays = (name: string): boolean =>
    !base.includes(name) || (mine.includes(name) && theirs.includes(name));
  return [...new Set([...theirs, ...mine])].filter(stays);
};

/** `base` is what both windows began from. */
export function united(base: Written, mine: Written, theirs: Written): Written {
  const time = mine.at === base.at ? theirs : mine;
  return {
    text: unitedText(base.text, mine.text, theirs.text),
    title: unitedText(base.title, mine.title, theirs.title).replaceAll('\n', ' '),
    feelings: unitedNames(base.feelings, mine.feelings, theirs.feelings),
    tags: unitedNames(base.tags, mine.tags, theirs.tags),
    at: time.at,
    zone: time.zone,
    isPrivate: mine.isPrivate === base.isPrivate ? theirs.isPrivate : mine.isPrivate,
  };
}
