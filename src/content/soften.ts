/** The Comma: a sentence that ended goes on. */

/** The harsh sentence up to where its full stop stood, without the stop. */
export const unfinished = (harsh: string): string => harsh.trim().replace(/[\s.!?…,;:–—-]+$/u, '');

/** The whole sentence, joined by exactly one comma and closed, whichever marks the person typed. */
export function softened(harsh: string, ending: string): string {
  const rest = ending.trim().replace(/^[\s,]+/u, '');
  if (rest === '') return harsh.trim();
  return `${unfinished(harsh)}, ${rest}${/[.!?…]$/u.test(rest) ? '' : '.'}`;
}
