/** A push service of the tests, behind a real socket: it opens what it is sent as a browser would (RFC 8291, 8292). */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Subscription } from '#core/sync/protocol/wakes.ts';

export interface Received {
  /** Of the subscription it was for. */
  readonly endpoint: string;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  /** What the sender's token says of itself; its signature fits. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly size: number;
}

export interface PushService {
  readonly origin: string;
  readonly received: readonly Received[];
  /** The next ones are answered so, instead of being taken. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void;
  subscribe(): Subscription;
  close(): Promise<void>;
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

function opened(body: Buffer, mine: ECDH, auth: Buffer): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
  const sender = body.subarray(21, 21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), mine.getPublicKey(), sender]);
  const key = derive(mine.computeSecret(sender), auth, info, 32);
  const content = derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const sealed = body.subarray(21 + length);
  const open = createDecipheriv('aes-128-gcm', content, nonce);
  open.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

function claimsOf(authorization = ''): Record<string, unknown> {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  const signed = Buffer.from(`${head}.${claims}`);
  if (
    !verify(
      'sha256',
      signed,
      { ...signer, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  )
    throw new Error('nobody signed this');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

export async function startPushService(): Promise<PushService> {
  const received: Received[] = [];
  let origin = '';
  const answers: { status: number; headers: Readonly<Record<string, string>> }[] = [];
  const subscribers = new Map<string, { readonly mine: ECDH; readonly auth: Buffer }>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = answers.shift();
      const subscriber = subscribers.get(request.url ?? '');
      if (answer || !subscriber) {
        response.writeHead(answer?.status ?? 404, answer?.headers).end();
        return;
      }
      const body = Buffer.concat(parts);
      const { headers } = request;
      received.push({
        endpoint: `${origin}${request.url ?? ''}`,
        text: opened(body, subscriber.mine, subscriber.auth),
        headers,
        claims: claimsOf(headers.authorization),
        size: body.length,
      });
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    answer: (status, headers = {}) => void answers.push({ status, headers }),
    subscribe() {
      const mine = createECDH('prime256v1');
      mine.generateKeys();
      const auth = randomBytes(16);
      const path = `/send/${randomBytes(8).toString('hex')}`;
      subscribers.set(path, { mine, auth });
      return {
        endpoint: `${origin}${path}`,
        p256dh: mine.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
