/** What stands in an address for a practice, so that a list of visited pages, or a bar that others see, says nothing of it. */
import { hrefOf } from './routes.ts';

/** The same on every device: a person's own link leads there again. Seven letters and figures at most (FNV-1a, 32 bits). */
export function neutral(id: string): string {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Whether an address means this one; one that was written out by hand is understood, too. */
export const isNamed = (id: string, of: string): boolean => of === neutral(id) || of === id;

/** A run that begins with what one entry holds. */
export const playFromHref = (id: string, entry: string): string =>
  hrefOf('play', `${neutral(id)}/${entry}`);

export const playHref = (id: string): string => hrefOf('play', neutral(id));
