import type { Json } from './json.ts';

/** A record as rules see it: opened, with plain values, and no idea of how it is kept. */
export interface Stored {
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly text: string;
}

/** The names under a prefix whose field is true: how sets (tags, feelings) lie in a record. */
export function members(fields: Stored['fields'], prefix: string): string[] {
  return Object.entries(fields)
    .filter(([name, value]) => name.startsWith(prefix) && value === true)
    .map(([name]) => name.slice(prefix.length))
    .sort();
}

/** Fields that turn the set `before` into `after`, one field an element so that concurrent adds both live. */
export function memberFields(
  prefix: string,
  before: readonly string[],
  after: readonly string[],
): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const name of before) if (!after.includes(name)) changed[prefix + name] = false;
  for (const name of after) if (!before.includes(name)) changed[prefix + name] = true;
  return changed;
}

export function numberField({ fields }: Stored, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Level 2, where a record has one: in no usual export. */
export const isPrivateRecord = ({ fields }: Pick<Stored, 'fields'>): boolean =>
  fields['level'] === 2;

export function textField({ fields }: Stored, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
