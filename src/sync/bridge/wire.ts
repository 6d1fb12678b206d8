/**
 * Every message that may stand on a channel, and the one way in. A message is a text, so that its size is
 * known before any work is done on it; bytes in it are base64url, because a Port carries JSON only.
 */
import { toBase64Url } from '../../kernel/bytes.ts';
import { parseJson } from '../../kernel/json.ts';
import {
  isObject,
  readBytes,
  readCount,
  readList,
  readOneOf,
  type Read,
} from '../../kernel/read.ts';

/** Characters (chosen): room for the largest page, small enough that one message cannot fill memory. */
export const longestMessage = 4_000_000;

/** Bytes of ciphertext that fit in such a message beside its head. */
export const longestSealed = Math.floor(((longestMessage - 200) * 3) / 4);

/** Raised when an older side could misread a newer one. */
export const bridgeVersion = 2;

export const nonceLength = 16;

/** Milliseconds a pairing may take (chosen): two minutes to look at two sets of digits. */
export const pairingPatience = 120_000;

export type Group = 'X25519' | 'P-256';
export const publicLength: Readonly<Record<Group, number>> = { X25519: 32, 'P-256': 65 };

const nonce = readBytes(nonceLength);
const publicKey = readBytes(publicLength.X25519, publicLength['P-256']);
const group = readOneOf<Group>('X25519', 'P-256');

const shapes = {
  hello: { v: readCount, nonce },
  welcome: { nonce },
  refuse: {
    reason: readOneOf(
      'version',
      'not-paired',
      'different-journal',
      'unavailable',
      'busy',
      'too-many',
      'declined',
      'expired',
      'unsupported',
      'tampered',
    ),
  },
  sealed: { n: readCount, ct: readBytes(16, longestSealed) },
  'pair-ask': { v: readCount, groups: readList(group, 2) },
  'pair-agree': { group },
  'pair-commit': { commit: readBytes(32) },
  'pair-offer': { publicKey, nonce },
  'pair-reveal': { publicKey, nonce },
  'pair-seed': { iv: readBytes(12), ct: readBytes(32) },
  'pair-received': { proof: readBytes(32) },
} as const;

type Shapes = typeof shapes;
type Name = keyof Shapes;
type Content<Shape> = {
  readonly [Field in keyof Shape]: Shape[Field] extends Read<infer Value> ? Value : never;
};

export type Message<Kind extends Name = Name> = {
  [One in Kind]: { readonly t: One } & Content<Shapes[One]>;
}[Kind];

export type RefuseReason = Message<'refuse'>['reason'];

export function serialiseMessage(message: Message): string {
  return JSON.stringify(message, (_, value: unknown) =>
    value instanceof Uint8Array ? toBase64Url(value) : value,
  );
}

/** Null for everything that is not exactly one of our messages; the text is measured before it is read. */
export function parseMessage(received: unknown): Message | null {
  if (typeof received !== 'string' || received.length > longestMessage) return null;
  const raw = parseJson(received);
  if (!isObject(raw)) return null;
  const { t, ...fields } = raw;
  if (typeof t !== 'string' || !Object.hasOwn(shapes, t)) return null;
  const shape: Readonly<Record<string, Read<unknown>>> = shapes[t as Name];
  if (Object.keys(fields).length !== Object.keys(shape).length) return null;
  const message: Record<string, unknown> = { t };
  for (const [name, read] of Object.entries(shape)) {
    const value = read(fields[name]);
    if (value === undefined) return null;
    message[name] = value;
  }
  return message as Message;
}
