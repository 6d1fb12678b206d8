/** A while in which nothing is asked of some anchors, or of all of them. There is no quota, and it ends any time. */
import { isDate } from '../../../kernel/civil-time.ts';
import { daysBefore } from '../../../kernel/dates.ts';
import type { Json } from '../../../kernel/json.ts';
import { readList, readNullable, readText } from '../../../kernel/read.ts';
import { textField, type Stored } from '../../../kernel/stored.ts';
import type { Rest } from '../consistency/day-state.ts';

export const restKind = 'rest';
export const restId = (mark: string): string => `rest:${mark}`;

const longestId = 1_000;
const mostAnchors = 10_000;

export interface AnchorRest extends Rest {
  readonly id: string;
  /** Their ids; null for all, also for those that come later. */
  readonly anchors: readonly string[] | null;
}

/** Null where it is not known from when; an end before the beginning is no rest. */
export function parseRest(stored: Stored): AnchorRest | null {
  const { id, fields } = stored;
  const from = textField(stored, 'from');
  const until = fields['until'] ?? null;
  if (!isDate(from) || (until !== null && (!isDate(until) || until < from))) return null;
  const anchors = readNullable(readList(readText(longestId), mostAnchors))(
    fields['anchors'] ?? null,
  );
  return anchors === undefined ? null : { id, from, until, anchors };
}

export const restFields = ({
  from,
  until,
  anchors,
}: Omit<AnchorRest, 'id'>): Record<string, Json> => ({
  from,
  until,
  anchors: anchors && [...anchors],
});

/** Those that go on or are still to come. */
export const notOver = <Of extends Rest>(rests: readonly Of[], today: string): Of[] =>
  rests.filter(({ until }) => until === null || until >= today);

/** Those that are about this anchor. */
export const restsOf = (rests: readonly AnchorRest[], anchor: string): AnchorRest[] =>
  rests.filter(({ anchors }) => anchors === null || anchors.includes(anchor));

/** What is left of one that ends today: the days before stay rest. Null where none of them is over. */
export const endedAt = (rest: AnchorRest, today: string): AnchorRest | null =>
  rest.from >= today ? null : { ...rest, until: daysBefore(today, 1) };
