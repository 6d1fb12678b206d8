/**
 * How decisions and facts lie in records: one record a day, one field a row, so that both shells may
 * write at once and a month of decisions is thirty rows.
 */
import { isDate } from '../../kernel/civil-time.ts';
import type { Json } from '../../kernel/json.ts';
import type { PauseFact } from './events.ts';
import type { Behind, ToldFact } from './fact-times.ts';
import type { LedgerRow } from './ledger.ts';
import { anchors } from './prompt.ts';

export const ledgerKind = 'ledger';
export const factsKind = 'pauses';

/** Days a ledger is kept (product decision). */
export const ledgerDays = 30;

/** Each shell of each device keeps its own ledger: what one decided is not what another decided, even on one slot. */
export const ledgerId = (shell: string, day: string, device: string): string =>
  `ledger:${shell}:${day}:${device}`;
export const factsId = (day: string): string => `pauses:${day}`;

export function ledgerFields(rows: readonly LedgerRow[]): Record<string, Json> {
  return Object.fromEntries(rows.map(({ id, ...row }) => [rowPrefix + id, { ...row }]));
}

/** Oldest first. What a later version wrote and this one does not know is left out, not guessed. */
export function parseLedger(fields: Readonly<Record<string, Json>>): LedgerRow[] {
  return Object.entries(fields)
    .flatMap(([name, value]): LedgerRow[] =>
      name.startsWith(rowPrefix) && isRow(value)
        ? [{ ...value, id: name.slice(rowPrefix.length) }]
        : [],
    )
    .sort((a, b) => a.at - b.at);
}

export function factFields(facts: readonly PauseFact[], behind: Behind): Record<string, Json> {
  return Object.fromEntries(
    facts.map((fact) => [
      `${factPrefix}${[fact.type, ...aboutOf(fact)].join(':')}`,
      { ...fact, ...(behind !== null && { behind }) },
    ]),
  );
}

/** What a fact is about: of two about the same the later one is all there is to know. */
function aboutOf(fact: PauseFact): string[] {
  if ('slot' in fact) return [fact.slot];
  if ('what' in fact) return fact.device === undefined ? [fact.what] : [fact.what, fact.device];
  return 'anchor' in fact ? [fact.anchor] : [];
}

export function parseFacts(fields: Readonly<Record<string, Json>>): ToldFact[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(factPrefix) && isFact(value) ? [toldFact(value)] : [],
  );
}

function toldFact({ behind, ...fact }: PauseFact & { readonly behind?: unknown }): ToldFact {
  return { fact, behind: typeof behind === 'number' ? behind : null };
}

const rowPrefix = 'row.';
const factPrefix = 'fact.';

type Shape = Record<string, unknown>;

const isObject = (value: unknown): value is Shape => typeof value === 'object' && value !== null;

const isRow = (value: unknown): value is Omit<LedgerRow, 'id'> =>
  isObject(value) &&
  typeof value['at'] === 'number' &&
  typeof value['verdict'] === 'string' &&
  isObject(value['detail']);

const isTold = (anchor: unknown): boolean =>
  anchors.some((known) => known === anchor && known !== 'sleep');

function isFact(value: unknown): value is PauseFact {
  if (!isObject(value)) return false;
  const instants = (...names: string[]): boolean =>
    names.every((name) => typeof value[name] === 'number');
  const slot = typeof value['slot'] === 'string';
  switch (value['type']) {
    case 'took':
    case 'rested':
      return slot && instants('from', 'until');
    case 'letGo':
      return slot && instants('at');
    case 'notToday':
      return slot && instants('at') && isDate(value['day']);
    case 'snoozed':
      return slot && instants('at', 'until');
    case 'call':
      return instants('at', 'until');
    case 'seen':
      return (
        instants('at', 'until') &&
        (value['what'] === 'meeting' || value['what'] === 'sharing') &&
        ['string', 'undefined'].includes(typeof value['device'])
      );
    case 'anchor':
      return instants('at', 'told') && isTold(value['anchor']);
    case 'quiet':
      return instants('at', 'until') && (value['by'] === 'length' || value['by'] === 'clock');
    default:
      return false;
  }
}
