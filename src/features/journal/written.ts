/** What stands in an editor: an entry as a person is writing it, kept as a draft until it is one. */
import { textField } from '../../kernel/stored.ts';
import type { Entry, EntryDraft } from './entry.ts';

export interface Written {
  readonly text: string;
  readonly title: string;
  readonly feelings: readonly string[];
  readonly tags: readonly string[];
  /** Null means the moment it is kept. */
  readonly at: number | null;
  /** Where `at` was read off a clock; empty while nothing was chosen. */
  readonly zone: string;
}

export const nothingWritten: Written = {
  text: '',
  title: '',
  feelings: [],
  tags: [],
  at: null,
  zone: '',
};

/** A chosen time alone is nothing worth keeping. */
export const isNothing = ({ text, title, feelings, tags }: Written): boolean =>
  text.trim() === '' && title.trim() === '' && feelings.length === 0 && tags.length === 0;

export const writtenOf = ({ text, title, feelings, tags, at, zone }: Entry): Written => ({
  text,
  title,
  feelings,
  tags,
  at,
  zone,
});

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
  { title, feelings, tags, at, zone }: Written,
  now: { readonly at: number; readonly zone: string },
): EntryDraft => ({ title, feelings, tags, at: at ?? now.at, zone: at === null ? now.zone : zone });

/** Empty for nothing, which clears a draft's place. */
export const serialiseWritten = (written: Written): string =>
  isNothing(written) ? '' : JSON.stringify(written);

export function parseWritten(kept: string): Written {
  if (kept === '') return nothingWritten;
  const fields = fieldsOf(kept);
  // Anything else is words somebody wrote: shown as they are rather than lost.
  if (!fields) return { ...nothingWritten, text: kept };
  const stored = { id: '', fields, text: '' };
  const names = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return {
    text: textField(stored, 'text'),
    title: textField(stored, 'title'),
    feelings: names(fields['feelings']),
    tags: names(fields['tags']),
    at: typeof fields['at'] === 'number' ? fields['at'] : null,
    zone: textField(stored, 'zone'),
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
