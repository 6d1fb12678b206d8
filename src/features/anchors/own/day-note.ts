/** What was noted of one day of an anchor. A day without one says nothing. */
import { isDate, minutesToClock, parseClock } from '../../../kernel/civil-time.ts';
import type { Json } from '../../../kernel/json.ts';
import { readBetween, readWhole } from '../../../kernel/read-number.ts';
import { isObject, readOneOf, type Read } from '../../../kernel/read.ts';
import { memberFields, members, textField, type Stored } from '../../../kernel/stored.ts';
import { mostAmount } from '../consistency/target.ts';

export const dayNoteKind = 'anchor-day';

/** Two devices that note one day of an anchor write one record. */
export const dayNoteId = (anchor: string, date: string): string =>
  `${dayNoteKind}:${anchor}:${date}`;

export type DayNoted =
  | { readonly type: 'yes' }
  /** Some of it, without a number. */
  | { readonly type: 'part' }
  | { readonly type: 'notToday' }
  /** This one day; a while of rest is a record of its own. */
  | { readonly type: 'rest' }
  | { readonly type: 'amount'; readonly amount: number }
  /** Minutes since midnight, by the clock on the wall. */
  | { readonly type: 'clock'; readonly minute: number }
  /** Which steps, by their ids. */
  | { readonly type: 'steps'; readonly done: readonly string[] };

/** What may be told of a day besides. */
export interface Told {
  /** How reactive the day was, 0 to 10. */
  readonly reactive: number | null;
  /** Why a time was later than wanted; both are fine. */
  readonly reason: 'good' | 'hard' | null;
}

export interface DayNote extends Told {
  readonly id: string;
  readonly anchor: string;
  readonly date: string;
  readonly noted: DayNoted | null;
  readonly note: string;
}

const donePrefix = 'done.';

const readNoted =
  (fields: Stored['fields']): Read<DayNoted> =>
  (value) => {
    if (!isObject(value)) return undefined;
    switch (value['type']) {
      case 'yes':
      case 'part':
      case 'notToday':
      case 'rest':
        return { type: value['type'] };
      case 'amount': {
        const amount = readBetween(0, mostAmount)(value['amount']);
        return amount === undefined ? undefined : { type: 'amount', amount };
      }
      case 'clock': {
        const minute = typeof value['at'] === 'string' ? parseClock(value['at']) : undefined;
        return minute === undefined || minute >= 1440 ? undefined : { type: 'clock', minute };
      }
      case 'steps': {
        const done = members(fields, donePrefix);
        // The last tick taken back: nothing is noted any more.
        return done.length === 0 ? undefined : { type: 'steps', done };
      }
      default:
        return undefined;
    }
  };

const readReactive = readWhole(0, 10);

/** Null where it is not known of what day or anchor. */
export function parseDayNote(stored: Stored): DayNote | null {
  const { id, fields } = stored;
  const [anchor, date] = [textField(stored, 'anchor'), textField(stored, 'day')];
  if (anchor === '' || !isDate(date)) return null;
  return {
    ...{ id, anchor, date },
    noted: readNoted(fields)(fields['noted']) ?? null,
    reactive: readReactive(fields['reactive']) ?? null,
    reason: readOneOf('good', 'hard')(fields['reason']) ?? null,
    note: stored.text.trim(),
  };
}

const doneIn = (noted: DayNoted | null): readonly string[] =>
  noted?.type === 'steps' ? noted.done : [];

function notedField(noted: DayNoted | null): Json {
  if (noted === null) return null;
  if (noted.type === 'clock') return { type: 'clock', at: minutesToClock(noted.minute) };
  return noted.type === 'steps' ? { type: 'steps' } : { ...noted };
}

/** A tick is a field of its own, so that two devices that tick two steps tick both. */
export const notedFields = (
  before: DayNoted | null,
  after: DayNoted | null,
): Record<string, Json> => ({
  noted: notedField(after),
  ...memberFields(donePrefix, doneIn(before), doneIn(after)),
});

/** What every note of a day tells besides. */
export const dayFields = (anchor: string, date: string): Record<string, Json> => ({
  ...{ anchor, day: date },
});

export const byId = <Note extends { readonly id: string }>(
  notes: readonly Note[],
): ReadonlyMap<string, Note> => new Map(notes.map((note) => [note.id, note]));
