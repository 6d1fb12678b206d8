/**
 * What one device shows and the other reads: where they meet, and a secret for this one meeting. Photographed
 * later it opens nothing, and within its minutes the digits tell who came.
 */
import { toBase64Url, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { readBytes } from '../../kernel/read.ts';

export interface PairingCode {
  /** Scheme, host and port of the relay at which the two meet. */
  readonly origin: string;
  /** 16 bytes. */
  readonly secret: Bytes;
}

const secretLength = 16;
const readSecret = readBytes(secretLength);

export const createPairingCode = (origin: string, random: Random): PairingCode => ({
  origin,
  secret: random(secretLength),
});

/** The origin stands last: a code that was cut off while copying is then no code. */
export const codeToText = ({ origin, secret }: PairingCode): string =>
  `comma1.${toBase64Url(secret)}.${origin}/`;

/** Null for everything else. Blanks and line breaks, which a message may put in, do no harm. */
export function codeOfText(text: string): PairingCode | null {
  const [, spelled, address = ''] =
    /^comma1\.([\w-]{22})\.(https?:\/\/[^/]{1,255})\/$/i.exec(text.replaceAll(/\s/g, '')) ?? [];
  const secret = readSecret(spelled);
  const origin = URL.parse(address)?.origin;
  return secret && origin === address ? { origin, secret } : null;
}
