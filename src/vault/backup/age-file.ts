/** Files in the age format (C2SP), which any age tool reads and writes. Runs in a worker: scrypt is slow on purpose. */
import { bech32 } from '@scure/base';
import { armor, Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

import { textOf, type Bytes } from '../../kernel/bytes.ts';

/** What opens a file. `secret`: 32 bytes; `identity`: the same as age writes it, `AGE-SECRET-KEY-1…`. */
export type FileKey =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'secret'; readonly secret: Bytes }
  | { readonly type: 'identity'; readonly identity: string };

/** What a file asks for; `other` is a key that only its owner's own tool has. */
export type FileLook = 'passphrase' | 'key' | 'other' | 'plain' | 'newer';

export type Opened =
  | { readonly type: 'open'; readonly plain: Bytes }
  /** Another passphrase or key; a changed header looks the same. */
  | { readonly type: 'wrong' }
  /** Cut short or changed. */
  | { readonly type: 'damaged' };

/** 128 MiB and about a second, as OWASP has it; age's own 256 MiB are more than some phones give a page. */
const scryptLog = 17;

/** People type one letter in two ways; spaces at the ends are slips. */
const spelled = (passphrase: string): string => passphrase.trim().normalize('NFKC');

export const identityOf = (secret: Bytes): string =>
  bech32.encodeFromBytes('AGE-SECRET-KEY-', secret).toUpperCase();

const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

export async function sealFile(plain: Bytes, key: FileKey): Promise<Bytes> {
  const encrypter = new Encrypter();
  if (key.type === 'passphrase') {
    encrypter.setScryptWorkFactor(scryptLog);
    encrypter.setPassphrase(spelled(key.passphrase));
  } else {
    const identity = key.type === 'secret' ? identityOf(key.secret) : key.identity;
    encrypter.addRecipient(await identityToRecipient(identity));
  }
  return owned(await encrypter.encrypt(plain));
}

const head = 'age-encryption.org/';
const armorHead = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Also of a file that was made to be pasted (`age --armor`). Null when its letters are not in order. */
function binaryOf(file: Bytes): Bytes | null {
  if (latinOf(file.subarray(0, 200)).trimStart().startsWith(armorHead)) {
    try {
      return owned(armor.decode(textOf(file)));
    } catch {
      return null;
    }
  }
  return file;
}

const latinOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** By its header alone; `plain` is whatever no age tool made. */
export function lookAtFile(file: Bytes): FileLook {
  const binary = binaryOf(file);
  if (!binary) return 'other';
  // A header of Comma's is 200 bytes; one with many recipients says the first of them here.
  const lines = latinOf(binary.subarray(0, 1_000)).split('\n');
  if (!lines[0]?.startsWith(head)) return 'plain';
  if (lines[0] !== `${head}v1`) return 'newer';
  if (lines[1]?.startsWith('-> scrypt ')) return 'passphrase';
  return lines.some((line) => line.startsWith('-> X25519 ')) ? 'key' : 'other';
}

export async function openFile(file: Bytes, key: FileKey): Promise<Opened> {
  const binary = binaryOf(file);
  if (!binary) return { type: 'damaged' };
  const decrypter = new Decrypter();
  try {
    if (key.type === 'passphrase') decrypter.addPassphrase(spelled(key.passphrase));
    else decrypter.addIdentity(key.type === 'secret' ? identityOf(key.secret) : key.identity);
  } catch {
    return { type: 'wrong' }; // not a key of age's
  }
  try {
    return { type: 'open', plain: owned(await decrypter.decrypt(binary)) };
  } catch (failure) {
    // The library has one sentence for "none of these keys", and others for everything else.
    const isKey = failure instanceof Error && failure.message.startsWith('no identity matched');
    return { type: isKey ? 'wrong' : 'damaged' };
  }
}
