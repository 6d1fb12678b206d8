/** What bringing a file would do to what is here already: new, the same, changed there since, or left as it is. */
import type { Json } from '../../../kernel/json.ts';
import type { Stored } from '../../../kernel/stored.ts';
import { anchorKind } from '../own/anchor.ts';
import { dayNoteKind } from '../own/day-note.ts';
import { figuresOf } from '../sleep/figures.ts';
import { nightId, nightKind, parseNight } from '../sleep/night.ts';
import { readImported, type Found, type FoundRecord, type Imported } from './found.ts';
import { printOf } from './print.ts';

/** A record that is here; one that was put away is not alive, one that was erased holds nothing any more. */
export interface Here extends Stored {
  readonly kind: string;
  readonly alive: boolean;
}

/** `yours`: written or changed here, and stays. `away`: brought before and put away here. */
export type Fate = 'fresh' | 'same' | 'changed' | 'yours' | 'away';

const fates: readonly Fate[] = ['fresh', 'changed', 'same', 'yours', 'away'];

export interface Planned {
  readonly record: FoundRecord;
  readonly fate: Fate;
  /** It was erased here by taking an import back, so it has to come back before it holds anything. */
  readonly wasErased?: boolean;
  /** What an earlier import made of it, where that is what changes. */
  readonly before?: Here;
}

const isErased = ({ alive, fields }: Here): boolean => !alive && Object.keys(fields).length === 0;

/** Nobody changed it since an import made it. */
function isUntouched({ fields, text, alive }: Here): boolean {
  const imported = readImported(fields['imported']);
  return alive && imported !== null && imported.print === printOf(fields, text);
}

/** What is here, found by its name, by what the other program calls it, and by when it was. */
interface Known {
  readonly from: string;
  readonly byId: ReadonlyMap<string, Here>;
  readonly bySource: ReadonlyMap<string, Here>;
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
  /** Names that records of this file have got already. */
  readonly given: Set<string>;
}

const sourceName = (kind: string, source: string): string => `${kind} ${source}`;

export function planOf({ from, records }: Found, here: readonly Here[]): Planned[] {
  const bySource = new Map<string, Here>();
  for (const item of here) {
    const imported = readImported(item.fields['imported']);
    if (imported?.from === from) bySource.set(sourceName(item.kind, imported.id), item);
  }
  const others = here.filter(
    ({ alive, fields }) => alive && readImported(fields['imported'])?.from !== from,
  );
  const known: Known = {
    ...{ from, bySource, given: new Set() },
    byId: new Map(here.map((item) => [item.id, item])),
    busy: timesOf(others),
  };
  // What stays in its place is given that place before others look for one.
  const named = new Map<FoundRecord, Planned>();
  const claimed = new Set<Here>();
  for (const find of [ofSource, ofPlace])
    for (const record of records) {
      const before = named.has(record) ? undefined : find(record, known);
      if (!before || claimed.has(before)) continue;
      claimed.add(before);
      const isThere = before.fields['day'] === record.fields['day'];
      const id = isThere ? before.id : freeId(record, known);
      known.given.add(id);
      named.set(record, plannedAgain({ ...record, id }, before));
    }
  const plan = records.map((record) => named.get(record) ?? plannedAnew(record, known));
  // The days of an anchor that was put away here stay away with it.
  const away = new Set(plan.flatMap(({ record, fate }) => (fate === 'away' ? [record.id] : [])));
  return plan.map((planned) => {
    const { anchor } = planned.record.fields;
    const isAway = planned.fate === 'fresh' && typeof anchor === 'string' && away.has(anchor);
    return isAway ? { record: planned.record, fate: 'away' } : planned;
  });
}

/** What an earlier import made of what has that name there. A program that was installed anew counts from one again. */
function ofSource(record: FoundRecord, { bySource }: Known): Here | undefined {
  const named = bySource.get(sourceName(record.kind, record.source));
  if (!named || named.fields['day'] === record.fields['day']) return named;
  const [one, other] = [spanOf(named), spanOf(record)];
  return one && other && overlap(one, other) ? named : undefined;
}

/** What an earlier import of that program put where this would lie. */
function ofPlace({ id }: FoundRecord, { from, byId }: Known): Here | undefined {
  const there = byId.get(id);
  return readImported(there?.fields['imported'])?.from === from ? there : undefined;
}

function plannedAgain(record: FoundRecord, before: Here): Planned {
  if (!before.alive) return { record, fate: 'away' };
  if (!isUntouched(before)) return { record, fate: 'yours' };
  const { fields, text } = record;
  const isSame =
    before.id === record.id && printOf(before.fields, before.text) === printOf(fields, text);
  return isSame ? { record, fate: 'same' } : { record, fate: 'changed', before };
}

function plannedAnew(record: FoundRecord, known: Known): Planned {
  const { byId, given } = known;
  const isNight = record.kind === nightKind;
  if (isNight && isSlept(record, known)) return { record, fate: 'yours' };
  const id = isNight ? freeId(record, known) : record.id;
  const there = byId.get(id);
  if (given.has(id) || (there && !isErased(there)))
    return { record, fate: there?.alive === false ? 'away' : 'yours' };
  given.add(id);
  return { record: { ...record, id }, fate: 'fresh', wasErased: there !== undefined };
}

/** Where another sleep of that day lies already, a further one has a name of its own. */
function freeId(record: FoundRecord, { from, byId, given }: Known): string {
  const { id, kind, fields } = record;
  const there = byId.get(id);
  const isFree = !given.has(id) && (!there || isErased(there));
  const { day, enteredAt } = fields;
  if (isFree || kind !== nightKind || typeof day !== 'string') return id;
  return nightId(day, `${from}-${Number(enteredAt) / 60_000}`);
}

type Span = readonly [from: number, until: number];

interface Busy {
  readonly date: string;
  /** Null where its times are not known: then it is the night of that date. */
  readonly span: Span | null;
}

const overlap = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

/** Null where its times are not known. */
function spanOf(item: Stored): Span | null {
  const night = parseNight(item);
  const instants = night ? Object.values(figuresOf(night).times.at) : [];
  return instants.length < 2 ? null : [Math.min(...instants), Math.max(...instants)];
}

function timesOf(items: readonly Stored[]): ReadonlyMap<string, readonly Busy[]> {
  const busy = items.flatMap((item): Busy[] => {
    const date = item.fields['day'];
    return typeof date === 'string' && parseNight(item) ? [{ date, span: spanOf(item) }] : [];
  });
  return Map.groupBy(busy, ({ date }) => date);
}

/** A night that was written here, or came from another program, is not brought a second time. */
function isSlept(record: FoundRecord, { busy }: Known): boolean {
  const night = parseNight(record);
  if (!night) return true;
  const date = Temporal.PlainDate.from(night.date);
  const near = [-1, 0, 1].flatMap((days) => busy.get(date.add({ days }).toString()) ?? []);
  const mine = near.length === 0 ? null : spanOf(record);
  return near.some(({ date: of, span }) =>
    span === null || mine === null ? of === night.date : overlap(span, mine),
  );
}

/** The fields as they are written, with what they say of the import that made them; what the file holds no more is null. */
export function importedFields(
  { record, before }: Planned,
  from: string,
  by: string,
): Record<string, Json> {
  const { id, fields, text, source } = record;
  const earlier = readImported(before?.fields['imported']);
  const gone =
    before?.id === id ? Object.keys(before.fields).filter((name) => !(name in fields)) : [];
  const imported: Imported = {
    ...{ from, id: source, by: earlier?.by ?? by },
    print: printOf(fields, text),
  };
  return {
    ...Object.fromEntries(gone.map((name) => [name, null])),
    ...fields,
    imported: { ...imported },
  };
}

/** An anchor that somebody noted days of since is in use, and stays. */
export function untouchedOf(made: readonly Here[], here: readonly Here[]): Here[] {
  const untouched = made.filter(isUntouched);
  const going = new Set(untouched.map(({ id }) => id));
  const used = new Set(
    here.flatMap(({ id, alive, fields }) => (alive && !going.has(id) ? [fields['anchor']] : [])),
  );
  return untouched.filter(({ id }) => !used.has(id));
}

/** What is looked through for what an import made, and for what has come to hang on it. */
export const kindsMade = (counts: Readonly<Record<string, number>>): string[] => [
  ...new Set([...Object.keys(counts), ...(anchorKind in counts ? [dayNoteKind] : [])]),
];

/** Where its records would lie. */
export const namesOf = ({ records }: Found): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id));

export const kindsOf = ({ records }: Pick<Found, 'records'>): string[] => [
  ...new Set(records.map(({ kind }) => kind)),
];

export interface Count {
  readonly kind: string;
  readonly fate: Fate;
  readonly count: number;
}

/** How many of each kind meet each fate, those that there are. */
export function countsOf(plan: readonly Planned[]): Count[] {
  const kinds = [...new Set(plan.map(({ record }) => record.kind))];
  return kinds.flatMap((kind) =>
    fates.flatMap((fate): Count[] => {
      const { length } = plan.filter((each) => each.fate === fate && each.record.kind === kind);
      return length === 0 ? [] : [{ kind, fate, count: length }];
    }),
  );
}

/** Of each kind a few that would come, from its beginning, its middle and its end. */
export function samplesOf(plan: readonly Planned[]): FoundRecord[] {
  const coming = plan.filter(({ fate }) => fate === 'fresh' || fate === 'changed');
  const kinds = Map.groupBy(coming, ({ record }) => record.kind);
  return [...kinds.values()].flatMap((ofKind) => {
    const places = new Set([0, Math.floor(ofKind.length / 2), ofKind.length - 1]);
    return [...places].flatMap((place) => ofKind[place]?.record ?? []);
  });
}
