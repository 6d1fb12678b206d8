import { expect, test } from 'vitest';

import { textOf, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { lookAtFile, openFile, sealFile, type FileKey } from '#core/vault/backup/age-file.ts';
import { openAge } from '../../../support/open-age.ts';

const passphrase = { type: 'passphrase', passphrase: 'seven herons on the pier' } as const;
const secret = { type: 'secret', secret: systemRandom(32) } as const;

/** `{"hello":"from age"}`, sealed by age 1.1.1 of Debian. */
const ofAge = {
  passphrase:
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB6cm9QT21DSEZmQTZYMkR4ZDcrTG1RIDE4ClFBOW9OSzBpS0pMcEczYkxkNmVNNWVUZUVZVGc1NHZDcHNuUksrd3gxencKLS0tIGlXUTR1b3hWQTFYelRzd1lMamhsczF3c24zT1UyNXo2SStzRG0wNmlEYTgKsr+T3DC3kp2BN2h7JRkVIszu1cPSojo5zdAYmjqJhTZNlj2GKY24hCsJ44XDAWKRYlRC0g==',
  identity: 'AGE-SECRET-KEY-1X4TSMQG9KN9F7DRE6CXWASYX2XR75UVCXF74WX9FY52R2DU5ZSFSQVE8GE',
  sealed:
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA1Z1ZjQ1g3eW82cHdMcjFXZFREdDBFeHlic3BMeFRBcFBwU0xPOU42OTBZClUzY3RodG12WFh3eHdMK3V5MDNKQ0cwK1ZNWWF1SEJ3NTAxRXl0ZFh1QXMKLS0tIHovV2FOakl2RVR1V3ZGVUhsK0M1TkhBWmVveHBvNlhsenpEZkg3cjVZdkEK1Effx+Uy7LN0REivFBdJ8NXLKs6EIha9k2Q9eEtn1phHDLJ2AuBNmRHyo8P8kZqciajRDw==',
  armored: `-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBCZGJqL1MyTUxUNkJyUWFF
K2tWVXQ3U1N2SXNuekY0MEZMT3J2QW4rQ0NVClNudU9EVVZxZHlJbWN3Q3hKbGU5
ZHM0SWtld0xKZUExRHRhRFE1VENmazgKLS0tIDFUUHF2OHJTaGRPRVVPdjNJanY4
ZEhEVlgxeUJNK1R4OWhBdEtEekRqVXcKUB0s8YZtuaxwKKWQx9XlvUY6eMJZjQGo
I5/kBprBZncxIHw2XSEvhe6KmEedVv04eYnQ0w==
-----END AGE ENCRYPTED FILE-----
`,
};

const binary = (base64: string): Bytes => new Uint8Array(Buffer.from(base64, 'base64'));

async function textIn(file: Bytes, key: FileKey): Promise<string> {
  const opened = await openFile(file, key);
  return opened.type === 'open' ? textOf(opened.plain) : opened.type;
}

test('what the age program sealed opens here, by passphrase and by key, also in its form for pasting', async () => {
  const identity: FileKey = { type: 'identity', identity: ofAge.identity };
  expect(await textIn(binary(ofAge.passphrase), passphrase)).toBe('{"hello":"from age"}');
  expect(await textIn(binary(ofAge.sealed), identity)).toBe('{"hello":"from age"}');
  expect(await textIn(utf8(ofAge.armored), identity)).toBe('{"hello":"from age"}');
});

test('what is sealed here opens by the format alone, over several of its chunks', async () => {
  const plain = systemRandom(60_000);
  const long = new Uint8Array(200_000).fill(7);
  expect(openAge(await sealFile(long, secret), secret.secret).equals(long)).toBe(true);
  const sealed = await sealFile(plain, passphrase);
  expect(openAge(sealed, passphrase.passphrase).equals(plain)).toBe(true);
  expect(await openFile(sealed, passphrase)).toEqual({ type: 'open', plain });
});

test('a file says by its header what opens it', async () => {
  expect(lookAtFile(binary(ofAge.passphrase))).toBe('passphrase');
  expect(lookAtFile(utf8(ofAge.armored))).toBe('key');
  expect(lookAtFile(await sealFile(utf8('x'), secret))).toBe('key');
  expect(lookAtFile(utf8('age-encryption.org/v1\n-> ssh-ed25519 abc def\nx\n--- y'))).toBe('other');
  expect(lookAtFile(utf8('age-encryption.org/v2\n-> scrypt'))).toBe('newer');
  expect(lookAtFile(utf8('{"format":"comma-copy"}'))).toBe('plain');
  expect(lookAtFile(new Uint8Array())).toBe('plain');
});

test('another key is told from a file that is not whole, wherever it was cut or changed', async () => {
  const file = await sealFile(utf8('x'.repeat(70_000)), secret);
  expect(await textIn(file, { type: 'secret', secret: systemRandom(32) })).toBe('wrong');
  expect(await textIn(file, { type: 'identity', identity: 'AGE-SECRET-KEY-1NONE' })).toBe('wrong');
  for (const length of [0, 10, 60, 150, 200, 300, 65_000, 66_000, file.length - 1])
    expect([length, await textIn(file.slice(0, length), secret)]).toEqual([length, 'damaged']);
  const payload = Uint8Array.from(file, (byte, at) => (at === 50_000 ? byte ^ 1 : byte));
  expect(await textIn(payload, secret)).toBe('damaged');
  expect(await textIn(utf8(ofAge.armored.slice(0, 300)), secret)).toBe('damaged');
});
