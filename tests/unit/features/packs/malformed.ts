/** Files that are nearly packs, and files that are not: what a fuzzer gives to the reader. */
import fc from 'fast-check';

import { samples } from './samples.ts';

const nasty = [
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'https://example.org',
  '\u202Egnp.exe',
  '\u0000',
  '\uD800',
  'pаypal',
  'e\u0301'.repeat(40),
  'a'.repeat(100_000),
  '{before}',
  '{A}',
  '🫥'.repeat(50),
];

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { k: value };
  return value;
};

const stranger: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.constantFrom(-1e308, 2 ** 53, -0, 0.1, Number.MIN_VALUE, -1, 1e9),
  fc.constantFrom(null, true, [], {}, ''),
  fc.integer({ min: 1, max: 300 }).map(nested),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"k":"say","text":"x"},"constructor":{"prototype":{}}}')),
);

interface Change {
  /** Which of the places of the file, as a part of all of them. */
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'repeat' | 'add';
  readonly value: unknown;
  readonly name: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.constantFrom('replace', 'remove', 'rename', 'repeat', 'add'),
  value: stranger,
  name: fc.constantFrom(...nasty.slice(0, 3), 'k', 'id', 'steps', 'text', 'options', 'when'),
});

type Holder = Record<string, unknown>;

/** Every object and list of it, with its keys. */
function places(value: unknown): readonly (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value as Holder, key] as const,
    ...places((value as Holder)[key]),
  ]);
}

function changed(file: unknown, { at, how, value, name }: Change): void {
  const all = places(file);
  const place = all[Math.floor(at * all.length)];
  if (!place) return;
  const [holder, key] = place;
  if (how === 'replace') holder[key] = value;
  else if (how === 'remove') Reflect.deleteProperty(holder, key);
  else if (how === 'add') define(holder, name, value);
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(holder[Number(key)]);
  else {
    define(holder, name, holder[key]);
    Reflect.deleteProperty(holder, key);
  }
}

/** As a key of a file, which `__proto__` is, too. */
const define = (holder: Holder, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, {
    ...{ value, enumerable: true, configurable: true, writable: true },
  });
};

const sample = fc.constantFrom(...Object.values(samples)).map((pack) => JSON.stringify(pack));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A few of its values are others. */
const mutated = fc
  .tuple(sample, fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => {
    const file: unknown = JSON.parse(text);
    for (const each of changes) changed(file, each);
    return encode(JSON.stringify(file));
  });

/** Numbers that JSON can spell and JavaScript cannot hold. */
const huge = fc
  .tuple(sample, fc.constantFrom('1e999', '-1e999', '9'.repeat(400), '0.' + '1'.repeat(400)))
  .map(([text, number]) => encode(text.replace(/:\d+/, `:${number}`)));

/** Some of its bytes are others. */
const damaged = fc
  .tuple(
    sample,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    fc.nat(),
  )
  .map(([text, hits, cut]) => {
    const bytes = encode(text);
    for (const [at, byte] of hits) bytes[at % bytes.length] = byte;
    return cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
  });

const deep = fc
  .tuple(
    fc.constantFrom('[', '{"a":', '{"format":"comma-pack","practices":['),
    fc.integer({ min: 8, max: 60_000 }),
  )
  .map(([open, times]) => encode(open.repeat(times)));

export const malformed: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 10, arbitrary: mutated },
  { weight: 4, arbitrary: damaged },
  { weight: 1, arbitrary: huge },
  { weight: 1, arbitrary: deep },
  { weight: 2, arbitrary: fc.json().map(encode) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 2_000 }) },
);
