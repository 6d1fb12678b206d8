/** Readers for single values of unknown origin: the value in its type, or undefined. */
import { fromBase64Url, type Bytes } from './bytes.ts';

export type Read<Value> = (value: unknown) => Value | undefined;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readCount: Read<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

export const readFlag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const readText =
  (longest: number): Read<string> =>
  (value) =>
    typeof value === 'string' && value.length <= longest ? value : undefined;

export const readOneOf =
  <Option extends string>(...options: readonly Option[]): Read<Option> =>
  (value) =>
    options.find((option) => option === value);

export const readNullable =
  <Value>(read: Read<Value>): Read<Value | null> =>
  (value) =>
    value === null ? null : read(value);

/** All or nothing: one bad member spoils the list. */
export const readList =
  <Value>(read: Read<Value>, longest: number): Read<readonly Value[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > longest) return undefined;
    const members: Value[] = [];
    for (const member of value) {
      const one = read(member);
      if (one === undefined) return undefined;
      members.push(one);
    }
    return members;
  };

/** Base64url of `shortest` to `longest` bytes. */
export const readBytes =
  (shortest: number, longest = shortest): Read<Bytes> =>
  (value) => {
    if (typeof value !== 'string' || value.length > Math.ceil((longest * 4) / 3)) return undefined;
    try {
      const bytes = fromBase64Url(value);
      return bytes.length >= shortest && bytes.length <= longest ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
