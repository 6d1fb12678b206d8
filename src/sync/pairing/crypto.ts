/**
 * The arithmetic of pairing: a fresh key agreement, and everything that hangs on its transcript. Whoever sits
 * in the middle has another transcript on each side, so other digits, and cannot open the seed.
 */
import { concat, utf8, type Bytes } from '../../kernel/bytes.ts';
import { publicLength, type Group, type Message } from '../bridge/wire.ts';

export interface KeyPair {
  readonly secret: CryptoKey;
  readonly publicKey: Bytes;
}

/** What both sides saw, in the order in which it was said. */
export interface Transcript {
  readonly groups: readonly Group[];
  readonly group: Group;
  readonly commit: Bytes;
  readonly offer: Shown;
  readonly reveal: Shown;
}

export interface Shown {
  readonly publicKey: Bytes;
  readonly nonce: Bytes;
}

export interface PairingKeys {
  /** Six of them, as text. */
  readonly digits: string;
  sealSeed(seed: Bytes, iv: Bytes): Promise<Message<'pair-seed'>>;
  /** Null when it was not sealed by the one we agreed with. */
  openSeed(message: Message<'pair-seed'>): Promise<Bytes | null>;
  prove(seed: Bytes): Promise<Bytes>;
  isProven(seed: Bytes, proof: Bytes): Promise<boolean>;
}

const algorithms: Readonly<Record<Group, Algorithm | EcKeyGenParams>> = {
  X25519: { name: 'X25519' },
  'P-256': { name: 'ECDH', namedCurve: 'P-256' },
};

/** Ours, best first: X25519 leaves less to get wrong. */
const preference: readonly Group[] = ['X25519', 'P-256'];

export async function supportedGroups(): Promise<Group[]> {
  const tried = await Promise.all(
    preference.map(async (group) =>
      createKeyPair(group).then(
        () => [group],
        // Any refusal means the same here: this browser cannot do it.
        () => [],
      ),
    ),
  );
  return tried.flat();
}

export const commonGroup = (ours: readonly Group[], theirs: readonly Group[]): Group | undefined =>
  preference.find((group) => ours.includes(group) && theirs.includes(group));

export async function createKeyPair(group: Group): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(algorithms[group], false, ['deriveBits']);
  if (!('privateKey' in pair)) throw new Error(`${group} gave a single key`);
  const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { secret: pair.privateKey, publicKey: new Uint8Array(publicKey) };
}

export const commitTo = (group: Group, shown: Shown): Promise<Bytes> =>
  sha256(utf8(`comma-pair-commit|${group}|`), shown.publicKey, shown.nonce);

/** Null when their key is none, or one that would make the secret the same for everybody. */
export async function agree(
  secret: CryptoKey,
  theirs: Bytes,
  transcript: Transcript,
): Promise<PairingKeys | null> {
  const shared = await sharedBits(secret, theirs, transcript.group);
  if (!shared) return null;
  const context = await hashTranscript(transcript);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const hkdf = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: context,
    info: utf8(`comma-pair|${info}`),
  });
  const digitBits = await crypto.subtle.deriveBits(hkdf('digits'), base, 64);
  const sealing = await crypto.subtle.deriveKey(
    hkdf('seed'),
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const proving = await crypto.subtle.deriveKey(
    hkdf('received'),
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
  return {
    digits: String(new DataView(digitBits).getBigUint64(0) % 1_000_000n).padStart(6, '0'),
    async sealSeed(seed, iv) {
      const cipher = { name: 'AES-GCM', iv, additionalData: context };
      return {
        t: 'pair-seed',
        iv,
        ct: new Uint8Array(await crypto.subtle.encrypt(cipher, sealing, seed)),
      };
    },
    async openSeed({ iv, ct }) {
      const cipher = { name: 'AES-GCM', iv, additionalData: context };
      return bytesOrNull(crypto.subtle.decrypt(cipher, sealing, ct));
    },
    async prove(seed) {
      return new Uint8Array(await crypto.subtle.sign('HMAC', proving, seed));
    },
    isProven: (seed, proof) => crypto.subtle.verify('HMAC', proving, proof, seed),
  };
}

async function sharedBits(secret: CryptoKey, theirs: Bytes, group: Group): Promise<Bytes | null> {
  // Some engines also read shorter forms of a point; a transcript has room for one form only.
  if (theirs.length !== publicLength[group]) return null;
  const imported = await crypto.subtle
    .importKey('raw', theirs, algorithms[group], false, [])
    // Not a point of this curve.
    .catch(() => null);
  if (!imported) return null;
  const algorithm = { name: algorithms[group].name, public: imported };
  return bytesOrNull(crypto.subtle.deriveBits(algorithm, secret, 256));
}

/** WebCrypto's one answer to bytes that do not fit the key; anything else is a bug and passes on. */
async function bytesOrNull(work: Promise<ArrayBuffer>): Promise<Bytes | null> {
  try {
    return new Uint8Array(await work);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

const hashTranscript = ({ groups, group, commit, offer, reveal }: Transcript): Promise<Bytes> =>
  sha256(
    // Everything after this text has a fixed length for its group, so no two transcripts read alike.
    utf8(`comma-pair-1|${groups.join(',')}|${group}|`),
    commit,
    offer.publicKey,
    offer.nonce,
    reveal.publicKey,
    reveal.nonce,
  );

const sha256 = async (...parts: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
