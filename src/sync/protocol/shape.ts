/**
 * One description of a value for both of its uses: reading it when it comes from a stranger, and telling
 * others about it in the OpenAPI file.
 */
import type { Json } from '../../kernel/json.ts';
import {
  isObject,
  readBytes,
  readCount,
  readList,
  readNullable,
  type Read,
} from '../../kernel/read.ts';

/** A JSON Schema. */
export type Schema = Readonly<Record<string, Json>>;

export interface Shape<Value> {
  /** Undefined for everything that is not exactly this. */
  readonly read: Read<Value>;
  readonly schema: Schema;
}

export type Shaped<Of> = Of extends Shape<infer Value> ? Value : never;

export const count: Shape<number> = {
  read: readCount,
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
};

export const countFrom = (least: number, most: number): Shape<number> => ({
  read(value) {
    const number = readCount(value);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  },
  schema: { type: 'integer', minimum: least, maximum: most },
});

export const text = (pattern: RegExp, description: string): Shape<string> => ({
  read: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
  schema: { type: 'string', pattern: pattern.source, description },
});

/** So many bytes, in the one base64url spelling that they have. */
export const bytesAsText = (length: number, description: string): Shape<string> => {
  const letters = Math.ceil((length * 4) / 3);
  // The bits of the last letter that belong to no byte are zero: 2 of them, or 4.
  const last = length % 3 === 1 ? '[AQgw]' : length % 3 === 2 ? '[AEIMQUYcgkosw048]' : '[\\w-]';
  const spelled = text(new RegExp(`^[\\w-]{${letters - 1}}${last}$`), description);
  return {
    ...spelled,
    read: (value) => (readBytes(length)(value) ? spelled.read(value) : undefined),
  };
};

export const constant = <Value extends string | boolean>(only: Value): Shape<Value> => ({
  read: (value) => (value === only ? only : undefined),
  schema: { const: only },
});

export const nullable = <Value>({ read, schema }: Shape<Value>): Shape<Value | null> => ({
  read: readNullable(read),
  schema: { anyOf: [schema, { type: 'null' }] },
});

export const list = <Value>(
  { read, schema }: Shape<Value>,
  most: number,
): Shape<readonly Value[]> => ({
  read: readList(read, most),
  schema: { type: 'array', items: schema, maxItems: most },
});

type Values<Shapes> = { readonly [Place in keyof Shapes]: Shaped<Shapes[Place]> };

export const tuple = <const Shapes extends readonly Shape<unknown>[]>(
  ...shapes: Shapes
): Shape<Values<Shapes>> => ({
  read(value) {
    if (!Array.isArray(value) || value.length !== shapes.length) return undefined;
    const members = shapes.map(({ read }, at) => read(value[at]));
    return members.includes(undefined) ? undefined : (members as Values<Shapes>);
  },
  schema: {
    type: 'array',
    prefixItems: shapes.map(({ schema }) => schema),
    items: false,
    minItems: shapes.length,
  },
});

/** With these fields and no others. */
export const object = <const Shapes extends Readonly<Record<string, Shape<unknown>>>>(
  shapes: Shapes,
): Shape<Values<Shapes>> => ({
  read(value) {
    const names = Object.keys(shapes);
    if (!isObject(value) || Object.keys(value).length !== names.length) return undefined;
    const fields: Record<string, unknown> = {};
    for (const [name, { read }] of Object.entries(shapes)) {
      const field = Object.hasOwn(value, name) ? read(value[name]) : undefined;
      if (field === undefined) return undefined;
      fields[name] = field;
    }
    return fields as Values<Shapes>;
  },
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(shapes).map(([name, { schema }]) => [name, schema]),
    ),
    required: Object.keys(shapes),
    additionalProperties: false,
  },
});

export const either = <One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> => ({
  read: (value) => one.read(value) ?? other.read(value),
  schema: { oneOf: [one.schema, other.schema] },
});
