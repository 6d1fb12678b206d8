/** The age format read by Node's own cryptography alone (C2SP, age.md): a second opinion on files that are sealed here. */
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  scryptSync,
} from 'node:crypto';

const chunk = 64 * 1024 + 16;

const key = (secret: Buffer, salt: Buffer | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32));

function decrypt(by: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('chacha20-poly1305', by, nonce, { authTagLength: 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

/** DER in front of a raw X25519 key. */
const der = { secret: '302e020100300506032b656e04220420', open: '302a300506032b656e032100' };

function wrapKeyOf(args: readonly string[], by: string | Uint8Array): Buffer {
  const [type, first = '', second = ''] = args;
  const share = Buffer.from(first, 'base64');
  if (type === 'scrypt') {
    const salt = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), share]);
    const N = 2 ** Number(second);
    return scryptSync(by, salt, 32, { N, r: 8, p: 1, maxmem: 200 * N * 8 });
  }
  const secret = createPrivateKey({
    key: Buffer.concat([Buffer.from(der.secret, 'hex'), Buffer.from(by)]),
    format: 'der',
    type: 'pkcs8',
  });
  const their = createPublicKey({
    key: Buffer.concat([Buffer.from(der.open, 'hex'), share]),
    format: 'der',
    type: 'spki',
  });
  const mine = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = diffieHellman({ privateKey: secret, publicKey: their });
  return key(shared, Buffer.concat([share, mine]), 'age-encryption.org/v1/X25519');
}

/** `by`: a passphrase, or the 32 bytes of an X25519 secret. Throws on anything that is not in order. */
export function openAge(file: Uint8Array, by: string | Uint8Array): Buffer {
  const bytes = Buffer.from(file);
  const end = bytes.indexOf('\n', bytes.indexOf('\n---') + 1);
  const [version, stanza = '', body = '', mac = '', ...more] = bytes
    .subarray(0, end)
    .toString()
    .split('\n');
  if (version !== 'age-encryption.org/v1' || more.length > 0) throw new Error('not one stanza');
  const [, ...args] = stanza.split(' ');
  const none = Buffer.alloc(12);
  const fileKey = decrypt(wrapKeyOf(args, by), none, Buffer.from(body, 'base64'));
  const header = bytes.subarray(0, bytes.indexOf('\n---') + 4);
  const wanted = createHmac('sha256', key(fileKey, '', 'header'))
    .update(header)
    .digest('base64');
  if (`--- ${wanted.replace(/=+$/, '')}` !== mac) throw new Error('the header was changed');
  const rest = bytes.subarray(end + 1);
  const streamKey = key(fileKey, rest.subarray(0, 16), 'payload');
  const parts: Buffer[] = [];
  for (let at = 16, count = 0; at < rest.length; at += chunk, count++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(count, 7);
    nonce[11] = at + chunk >= rest.length ? 1 : 0;
    parts.push(decrypt(streamKey, nonce, rest.subarray(at, at + chunk)));
  }
  return Buffer.concat(parts);
}
