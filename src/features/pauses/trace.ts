/** The latest decisions as lines for a report: times and causes, none of the person's words. */
import { type LedgerRow } from './ledger.ts';

/** Enough to see two days of a busy person (chosen). */
const traceLength = 200;

/** Newest first; a prompt's id stands for its name. */
export const traceLines = (rows: readonly LedgerRow[], zone: string): string[] =>
  rows
    .toSorted((a, b) => b.at - a.at)
    .slice(0, traceLength)
    .map(({ at, verdict, slot, detail }) => {
      const when = Temporal.Instant.fromEpochMilliseconds(Math.trunc(at))
        .toZonedDateTimeISO(zone)
        .toString({ smallestUnit: 'second', timeZoneName: 'never' });
      const known = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
      return [when, verdict, slot ?? '-', ...known].join('  ');
    });
