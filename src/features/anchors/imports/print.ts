/** A short number that stands for what a record holds: another one means that somebody changed it. */
import type { Json } from '../../../kernel/json.ts';

/** One spelling of a value, whatever the order in which its parts were written. */
function spelled(value: Json | undefined): string {
  if (value === undefined || value === null || typeof value !== 'object')
    return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((each: Json) => spelled(each)).join()}]`;
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${spelled(part)}`);
  return `{${parts.join()}}`;
}

/** FNV-1a, twice from two beginnings: 64 bits for a comparison, not for a secret. */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    one = Math.imul(one ^ letter, 0x01000193);
    other = Math.imul(other ^ letter, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Said by an import of itself, or changed by moving something else. */
const beside = ['imported', 'order'];

/** Of the fields and the text. */
export function printOf(fields: Readonly<Record<string, Json>>, text: string): string {
  const told = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !beside.includes(name)),
  );
  return hash(`${spelled(told)}\n${text.trim()}`);
}

/** A name for what has none of its own, and whose words belong in no address. */
export const nameOfText = hash;
