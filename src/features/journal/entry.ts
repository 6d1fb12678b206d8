/** What an entry is: words written at a time, which is not always the time they were typed. */
import { dayOf, isDate, isZone } from '../../kernel/civil-time.ts';
import type { Json } from '../../kernel/json.ts';
import { memberFields, members, numberField, textField, type Stored } from '../../kernel/stored.ts';

/** The kind of its record. */
export const entryKind = 'entry';

export type EntrySource = 'pause' | 'note' | 'practice' | 'journal';

export interface Entry {
  readonly id: string;
  /** The moment the entry is about, chosen by the person. */
  readonly at: number;
  /** Where they were then; times are shown as their clock showed them. */
  readonly zone: string;
  readonly day: string;
  /** The moment it was first written down. */
  readonly created: number;
  readonly title: string;
  readonly text: string;
  readonly feelings: readonly string[];
  readonly tags: readonly string[];
  readonly source: EntrySource;
  /** Which shell it was written in. */
  readonly shell: string;
  /** The practice it came out of; empty where it came out of none. */
  readonly practice: string;
  /** 2 keeps it out of previews, suggestions and usual exports. */
  readonly level: 1 | 2;
  /** A letter: nothing of it is shown, found or handed out before this moment. Null for any other entry. */
  readonly opensAt: number | null;
}

export interface EntryDraft {
  readonly at: number;
  readonly zone: string;
  readonly title?: string;
  readonly feelings?: readonly string[];
  readonly tags?: readonly string[];
  /** The person's own word that it is private; left out, it stays as it was. */
  readonly isPrivate?: boolean;
  /** Said once, when it is made. */
  readonly practice?: { readonly id: string; readonly level: number };
  readonly opensAt?: number | null;
  /** Answers that a later run of its practice may begin with; kept and erased with the entry. */
  readonly sheet?: string;
}

/** Shown to nobody who did not ask for it: not on a list, not in a usual export. */
export const isPrivate = ({ level }: Pick<Entry, 'level'>): boolean => level === 2;

export const entryRecordId = (id: string): string => `entry:${id}`;

const feeling = 'feeling.';
const tag = 'tag.';

/** Whether this browser knows a zone, by its name: asking is slow, and a journal has thousands of entries and few zones. */
const zones = new Map<string, boolean>();

function knows(zone: string): boolean {
  const known = zones.get(zone) ?? isZone(zone);
  zones.set(zone, known);
  return known;
}

/** Another device may know a newer zone, or have left out the day; the entry is shown all the same. */
export function parseEntry(stored: Stored): Entry {
  const at = numberField(stored, 'at') ?? numberField(stored, 'created') ?? 0;
  const source = textField(stored, 'source');
  const [named, day] = [textField(stored, 'zone'), textField(stored, 'day')];
  const zone = knows(named) ? named : 'UTC';
  return {
    id: stored.id,
    at,
    zone,
    day: isDate(day) ? day : dayOf(at, zone),
    created: numberField(stored, 'created') ?? at,
    title: textField(stored, 'title'),
    text: stored.text.trim(),
    feelings: members(stored.fields, feeling),
    tags: members(stored.fields, tag),
    source: source === 'pause' || source === 'note' || source === 'practice' ? source : 'journal',
    shell: textField(stored, 'shell'),
    practice: textField(stored, 'practice'),
    level: numberField(stored, 'level') === 2 ? 2 : 1,
    opensAt: momentField(stored, 'opensAt'),
  };
}

/** The last moment that a clock can show, in epoch milliseconds. */
const lastMoment = 8.64e15;

const momentField = (stored: Stored, name: string): number | null => {
  const at = numberField(stored, name);
  return at !== null && Math.abs(at) <= lastMoment ? at : null;
};

/** The fields of a new entry. */
export function newEntryFields(
  draft: EntryDraft,
  origin: { readonly source: EntrySource; readonly shell: string; readonly created: number },
  dayStart: number,
): Record<string, Json> {
  return {
    ...origin,
    ...practiceFields(draft.practice?.id ?? '', draft.practice?.level ?? 1),
    ...opensFields(draft.opensAt),
    ...(draft.sheet && { sheet: draft.sheet }),
    ...editedEntryFields(null, draft, dayStart),
  };
}

const practiceFields = (practice: string, level: number): Record<string, Json> => ({
  ...(practice !== '' && { practice }),
  ...(level === 2 && { level }),
});

const opensFields = (opensAt: number | null | undefined): Record<string, Json> =>
  typeof opensAt === 'number' ? { opensAt } : {};

/** Every field of an entry that already has its day. */
export const wholeEntryFields = (entry: Entry): Record<string, Json> => {
  const { at, zone, day, created, title, feelings, tags, source, shell } = entry;
  return {
    ...{ at, zone, day, created, title, source, shell },
    ...practiceFields(entry.practice, entry.level),
    ...opensFields(entry.opensAt),
    ...memberFields(feeling, [], feelings),
    ...memberFields(tag, [], tags),
  };
};

/** Only the fields that the edit changes, so that an edit elsewhere at the same time is kept too. */
export function editedEntryFields(
  before: Entry | null,
  draft: EntryDraft,
  dayStart: number,
): Record<string, Json> {
  const fields: Record<string, Json> = {
    ...memberFields(feeling, before?.feelings ?? [], draft.feelings ?? []),
    ...memberFields(tag, before?.tags ?? [], draft.tags ?? []),
  };
  if (before?.at !== draft.at || before.zone !== draft.zone) {
    fields['at'] = draft.at;
    fields['zone'] = draft.zone;
    fields['day'] = dayOf(draft.at, draft.zone, dayStart);
  }
  const title = draft.title?.trim() ?? '';
  if (title !== (before?.title ?? '')) fields['title'] = title;
  const was = before?.level ?? 1;
  const level = levelOf(draft, was);
  if (level !== was) fields['level'] = level;
  return fields;
}

/** What the draft makes of an entry that had this level. */
export const levelOf = (draft: Pick<EntryDraft, 'isPrivate'>, was: 1 | 2): 1 | 2 =>
  draft.isPrivate === undefined ? was : draft.isPrivate ? 2 : 1;

/** `#words` a person types become tags; case is theirs, duplicates are one. */
export function parseTags(typed: string): string[] {
  const names = typed.split(/[\s,]+/).map((name) => name.replace(/^#+/, '').slice(0, 40));
  return [...new Set(names.filter(Boolean))];
}
