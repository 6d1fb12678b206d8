/**
 * The seed as letters to write down (sync design, §3.7): Crockford's base32, which has no I, L, O and U to be misread,
 * with a check of twelve bits, so that a slip is noticed before anything is joined.
 */
import { utf8, concat, type Bytes } from '../kernel/bytes.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const seedBytes = 16;
/** 128 bits of seed and 12 of check are 28 letters of 5 bits each. */
const checkBits = 12n;
const length = 28;

async function checkOf(seed: Bytes): Promise<bigint> {
  const hash = await crypto.subtle.digest('SHA-256', concat(utf8('comma-kit-1'), seed));
  return BigInt(new DataView(hash).getUint16(0)) >> (16n - checkBits);
}

/** In seven groups of four. */
export async function kitOf(seed: Bytes): Promise<string> {
  let number = 0n;
  for (const byte of seed) number = (number << 8n) | BigInt(byte);
  number = (number << checkBits) | (await checkOf(seed));
  let text = '';
  for (let at = 0; at < length; at++, number >>= 5n)
    text = `${letters.charAt(Number(number & 31n))}${at % 4 === 0 && at > 0 ? '-' : ''}${text}`;
  return text;
}

/** Null when it was not written down or typed as it is; letters alike are taken for each other. */
export async function seedOfKit(text: string): Promise<Bytes | null> {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== length) return null;
  let number = 0n;
  for (const letter of plain) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    number = (number << 5n) | BigInt(value);
  }
  const check = number & ((1n << checkBits) - 1n);
  number >>= checkBits;
  const seed = new Uint8Array(seedBytes);
  for (let at = seedBytes - 1; at >= 0; at--, number >>= 8n) seed[at] = Number(number & 255n);
  return check === (await checkOf(seed)) ? seed : null;
}
