/** What came, in words. */
import type { BringWords } from '../content/bring.ts';
import type { Count } from '../features/anchors/imports/plan.ts';

/** Of a kind of record: so many of them. A newer app may know more kinds. */
export const kindWords =
  ({ preview: { kinds } }: BringWords) =>
  (kind: string, count: number): string =>
    kind in kinds ? kinds[kind as keyof typeof kinds](count) : String(count);

export function brought(counts: readonly Count[], words: BringWords): string {
  const named = kindWords(words);
  const came = counts.filter(({ fate }) => fate === 'fresh' || fate === 'changed');
  return came.length === 0
    ? words.done.nothing
    : words.done.brought(came.map(({ kind, count }) => named(kind, count)));
}
