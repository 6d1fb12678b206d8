/** What stands in an editor: an entry as a person is writing it, kept as a draft until it is one. */
import { textField, type Stored } from '../../kernel/stored.ts';
import { isPrivate, type Entry, type EntryDraft } from './entry.ts';

export interface Written {
  readonly text: string;
  readonly title: string;
  readonly feelings: readonly string[];
  readonly tags: readonly string[];
  /** Null means the moment it is kept. */
  readonly at: number | null;
  /** Where `at` was read off a clock; empty while nothing was chosen. */
  readonly zone: string;
  readonly isPrivate: boolean;
}

export const nothingWritten: Written = {
  text: '',
  title: '',
  feelings: [],
  tags: [],
  at: null,
  zone: '',
  isPrivate: false,
};

/** A chosen time, or that it is to be private, is nothing worth keeping alone. */
export const isNothing = ({ text, title, feelings, tags }: Written): boolean =>
  text.trim() === '' && title.trim() === '' && feelings.length === 0 && tags.length === 0;

export const writtenOf = (entry: Entry): Written => {
  const { text, title, feelings, tags, at, zone } = entry;
  return { text, title, feelings, tags, at, zone, isPrivate: isPrivate(entry) };
};

/** Blank spaces a person has just typed are still theirs, though nothing keeps them. */
export function followed(typed: Written, kept: Written): Written {
  const edge = (mine: string, theirs: string): string =>
    mine.trim() === theirs ? mine : theirs + (/\s*$/.exec(mine)?.[0] ?? '');
  return { ...kept, text: edge(typed.text, kept.text), title: edge(typed.title, kept.title) };
}

/** What is still unsaid after `kept` was kept, when somebody typed on meanwhile. */
export const leftAfter = (kept: string, now: string): string =>
  now.startsWith(kept) ? now.slice(kept.length) : now;

export const draftOf = (
  { title, feelings, tags, at, zone, isPrivate: closed }: Written,
  now: { readonly at: number; readonly zone: string },
): EntryDraft => ({
  ...{ title, feelings, tags, isPrivate: closed },
  ...(at === null ? now : { at, zone }),
});

/** Empty for nothing, which clears a draft's place. */
export const serialiseWritten = (written: Written): string =>
  isNothing(written) ? '' : JSON.stringify(written);

export function parseWritten(kept: string): Written {
  if (kept === '') return nothingWritten;
  const fields = fieldsOf(kept);
  // Anything else is words somebody wrote: shown as they are rather than lost.
  if (!fields) return { ...nothingWritten, text: kept };
  const stored: Stored = { id: '', fields, text: '' };
  const names = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return {
    text: textField(stored, 'text'),
    title: textField(stored, 'title'),
    feelings: names(fields['feelings']),
    tags: names(fields['tags']),
    at: typeof fields['at'] === 'number' ? fields['at'] : null,
    zone: textField(stored, 'zone'),
    isPrivate: stored.fields['isPrivate'] === true,
  };
}

function fieldsOf(kept: string): Readonly<Record<string, never>> | null {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, never>)
      : null;
  } catch {
    return null; // plain words
  }
}
