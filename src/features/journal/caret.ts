/** Where the caret goes when words around it change by another hand: it stays with what it stood beside. */
export function movedCaret(before: string, after: string, caret: number): number {
  let same = 0;
  while (same < caret && before[same] === after[same]) same++;
  if (same === caret) return caret;
  let tail = 0;
  const most = Math.min(before.length - caret, after.length);
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return tail === before.length - caret ? after.length - tail : Math.min(same, after.length);
}
