/**
 * A passkey that keeps a secret (WebAuthn's PRF extension): the authenticator answers one salt with the same 32
 * bytes each time, after it has seen the person. Nothing is sent to any server.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { err, ok, type Result } from '../kernel/result.ts';

export type PasskeyFailure =
  /** The person closed the browser's question, or it ran out of time. */
  | 'left'
  /** The authenticator keeps no secret; what it made is of no use here. */
  | 'no-secret'
  /** The browser gives these pages no passkeys. */
  | 'refused';

export interface Passkey {
  readonly credential: Bytes;
  /** 32 bytes. */
  readonly answer: Bytes;
}

/** Whether the browser says that its passkeys can keep a secret; one that does not say is taken at its silence. */
export async function canKeepSecret(): Promise<boolean> {
  // Newer than some of the browsers that this runs in, whatever the types say.
  const known = globalThis.PublicKeyCredential as Partial<typeof PublicKeyCredential> | undefined;
  return (await known?.getClientCapabilities?.())?.['extension:prf'] === true;
}

const challengeLength = 32;
const userLength = 16;
/** COSE's numbers for what authenticators sign with; nobody here looks at a signature. */
const algorithms = [-8, -7, -257];

const answerOf = (credential: PublicKeyCredential): Bytes | null => {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice();
};

async function asked(
  question: () => Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyFailure>> {
  try {
    const credential = await question();
    return credential ? ok(credential as PublicKeyCredential) : err('left'); // only such are asked for
  } catch (failure) {
    if (!(failure instanceof DOMException)) throw failure;
    // A browser that gives extensions none, or an address that is no name of a site.
    return err(
      failure.name === 'NotAllowedError' || failure.name === 'AbortError' ? 'left' : 'refused',
    );
  }
}

/** Call in a click. */
export async function createPasskey(
  salt: Bytes,
  random: Random,
): Promise<Result<Passkey, PasskeyFailure>> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(challengeLength),
        rp: { name: 'Comma' },
        user: { id: random(userLength), name: 'Comma', displayName: 'Comma' },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made.ok) return made;
  const credential = new Uint8Array(made.value.rawId);
  const answer = answerOf(made.value);
  if (answer) return ok({ credential, answer });
  if (made.value.getClientExtensionResults().prf?.enabled !== true) return err('no-secret');
  // Some answer only when they are asked, not when they are made.
  const later = await askPasskey(credential, salt, random);
  return later.ok ? ok({ credential, answer: later.value }) : later;
}

/** Call in a click. */
export async function askPasskey(
  credential: Bytes,
  salt: Bytes,
  random: Random,
): Promise<Result<Bytes, PasskeyFailure>> {
  const given = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(challengeLength),
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!given.ok) return given;
  const answer = answerOf(given.value);
  return answer ? ok(answer) : err('no-secret');
}
