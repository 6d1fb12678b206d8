/** The texts of a pack, wherever they stand in it. */

interface Said {
  readonly text: string;
  readonly at: readonly (string | number)[];
}

/** Fields whose texts nobody reads, and fields whose keys are ids of the author's, so that any of them may be read. */
const unread = new Set([
  ...['id', 'k', 'signature', 'format', 'of', 'from', 'is', 'ends', 'paired', 'next', 'readOn'],
]);
const byId = new Set(['options', 'into', 'items', 'sides']);

/** Every text that somebody might read, with its place. */
export function textsIn(value: unknown, at: Said['at'] = [], all = false): readonly Said[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    unread.has(key) && !all
      ? []
      : textsIn(each, [...at, Array.isArray(value) ? Number(key) : key], byId.has(key) && !all),
  );
}
