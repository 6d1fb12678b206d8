/** Whether *When it is not safe* stands first: since the person kept a page on which a no was not safe, or said so. */
import type { Json } from '../../kernel/json.ts';
import { textField, type Stored } from '../../kernel/stored.ts';

export interface Safety {
  readonly first: boolean;
  /** The entry it follows from: without it, it does not. Empty where the person said so themselves. */
  readonly entry: string;
}

export const safetyRecordName = 'safety';

export function parseSafety(records: readonly (Stored & { readonly alive: boolean })[]): Safety {
  const record = records.find(({ id, alive }) => alive && id === `help:${safetyRecordName}`);
  return record
    ? { first: record.fields['first'] === true, entry: textField(record, 'entry') }
    : { first: false, entry: '' };
}

export const safetyFields = (safety: Safety): Record<string, Json> => ({
  ...{ part: 'safety' },
  ...safety,
});
