/** What is wrong with a scenario: a sentence each, with the path of what it is about. */
export class Problems {
  readonly found: string[] = [];

  add(path: string, sentence: string): void {
    this.found.push(`${path}: ${sentence}`);
  }

  /** The fields of an object; nothing, and a problem, when it is none. Fields nobody knows are named. */
  fields(
    value: unknown,
    path: string,
    known: readonly string[],
  ): ReadonlyMap<string, unknown> | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(path, `${shown(value)} stands where an object is expected.`);
      return undefined;
    }
    const fields = new Map<string, unknown>(Object.entries(value));
    for (const name of fields.keys())
      if (!known.includes(name))
        this.add(inside(path, name), `no such field; there is ${known.join(', ')}.`);
    return fields;
  }

  list(value: unknown, path: string, most: number): readonly unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.add(path, `${shown(value)} stands where a list is expected.`);
      return [];
    }
    if (value.length > most)
      this.add(path, `${value.length} are too many; ${most} are the most there can be.`);
    return value.slice(0, most);
  }

  oneOf<Name extends string>(
    value: unknown,
    path: string,
    names: readonly Name[],
    usual?: Name,
  ): Name | undefined {
    if (value === undefined && usual !== undefined) return usual;
    const found = names.find((name) => name === value);
    if (found === undefined) {
      const what =
        value === undefined ? 'this is missing; it can be' : `${shown(value)} is none of`;
      this.add(path, `${what} ${names.join(', ')}.`);
    }
    return found;
  }
}

export const inside = (path: string, name: string): string =>
  path === 'scenario' ? name : `${path}.${name}`;

/** A value as it may stand in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
