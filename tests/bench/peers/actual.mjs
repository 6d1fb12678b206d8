/** Actual's sync server, with its end-to-end encryption: every cell is a message of its own, sealed by AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  create,
  EncryptedDataSchema,
  fromBinary,
  MessageEnvelopeSchema,
  MessageSchema,
  SyncRequestSchema,
  SyncResponseSchema,
  Timestamp,
  toBinary,
} from '@actual-app/crdt';

import { idOf, peer, textOf } from './common.mjs';

const key = randomBytes(32);
const password = 'only for this bench';
/** Messages of one request (chosen: below the server's limit of a request). */
const most = 20_000;

function seal(message) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(toBinary(MessageSchema, message)), cipher.final()]);
  const sealed = create(EncryptedDataSchema, { iv, authTag: cipher.getAuthTag(), data });
  return toBinary(EncryptedDataSchema, sealed);
}

function open(content) {
  const { iv, authTag, data } = fromBinary(EncryptedDataSchema, content);
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(authTag);
  return fromBinary(MessageSchema, Buffer.concat([decipher.update(data), decipher.final()]));
}

await peer({
  async serve(folder) {
    const { createServer } = await import('node:net');
    const port = await new Promise((resolve) => {
      const free = createServer().listen(0, '127.0.0.1', () => {
        const { port: found } = free.address();
        free.close(() => resolve(found));
      });
    });
    for (const name of ['server-files', 'user-files']) await mkdir(join(folder, name));
    Object.assign(process.env, {
      NODE_ENV: 'production',
      ACTUAL_DATA_DIR: folder,
      ACTUAL_SERVER_FILES: join(folder, 'server-files'),
      ACTUAL_USER_FILES: join(folder, 'user-files'),
      ACTUAL_HOSTNAME: '127.0.0.1',
      ACTUAL_PORT: String(port),
      ACTUAL_UPLOAD_SYNC_ENCRYPTED_FILE_SYNC_SIZE_LIMIT_MB: '100',
      ACTUAL_UPLOAD_FILE_SYNC_SIZE_LIMIT_MB: '100',
    });
    process.argv[1] = join(
      import.meta.dirname,
      'node_modules/@actual-app/sync-server/build/app.js',
    );
    console.log = console.info = console.debug = () => undefined;
    const { run } = await import('./node_modules/@actual-app/sync-server/build/app.js');
    await run?.();
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        () => true,
        () => false,
      );
    while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 50));
    return port;
  },
  async use(port, entries) {
    const origin = `http://127.0.0.1:${port}`;
    const post = async (path, headers, body) => {
      const answer = await fetch(origin + path, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    };
    const json = { 'Content-Type': 'application/json' };
    const boot = await post('/account/bootstrap', json, JSON.stringify({ password }));
    const token = (await boot.json()).data.token;
    const fileId = 'c0ffee00-0000-4000-8000-000000000001';
    const mine = { 'X-ACTUAL-TOKEN': token, 'X-ACTUAL-FILE-ID': fileId };
    const upload = async (sealed) => {
      const answer = await post(
        '/sync/upload-user-file',
        {
          ...mine,
          ...sealed,
          'Content-Type': 'application/encrypted-file',
          'X-ACTUAL-NAME': 'journal',
          'X-ACTUAL-FORMAT': '2',
        },
        Buffer.from('an empty file'),
      );
      return (await answer.json()).groupId;
    };
    await upload({});
    const secret = { fileId, keyId: 'key', keySalt: 'salt', testContent: '{}' };
    await post('/sync/user-create-key', { ...mine, ...json }, JSON.stringify(secret));
    await post('/sync/reset-user-file', { ...mine, ...json }, JSON.stringify({ fileId }));
    const groupId = await upload({ 'X-ACTUAL-ENCRYPT-META': JSON.stringify({ keyId: 'key' }) });

    let counter = 0;
    const stamp = () => {
      counter += 1;
      return new Timestamp(
        1_800_000_000_000 + (counter >> 15),
        counter & 0x7fff,
        '0123456789abcdef',
      ).toString();
    };
    const message = (row, column, value) => ({ timestamp: stamp(), row, column, value });
    const all = Array.from({ length: entries }, (_, at) =>
      Object.entries({
        kind: 'S:entry',
        day: 'S:2026-11-27',
        at: `N:${1_800_000_000_000 + at}`,
        zone: 'S:Europe/Berlin',
        feelings: 'S:calm',
        source: 'S:note',
        text: `S:${textOf(at)}`,
      }).map(([column, value]) => message(idOf(at), column, value)),
    ).flat();
    const beginning = '1970-01-01T00:00:00.000Z-0000-0000000000000000';
    const sync = async (messages, since) => {
      const request = create(SyncRequestSchema, {
        fileId,
        groupId,
        keyId: 'key',
        since,
        messages: messages.map(({ timestamp, row, column, value }) =>
          create(MessageEnvelopeSchema, {
            timestamp,
            isEncrypted: true,
            content: seal(create(MessageSchema, { dataset: 'entries', row, column, value })),
          }),
        ),
      });
      const answer = await post(
        '/sync/sync',
        { ...mine, 'Content-Type': 'application/actual-sync' },
        toBinary(SyncRequestSchema, request),
      );
      return fromBinary(SyncResponseSchema, new Uint8Array(await answer.arrayBuffer()));
    };
    const journal = new Map();
    const take = ({ messages }) => {
      for (const { content } of messages) {
        const { row, column, value } = open(content);
        if (!journal.has(row)) journal.set(row, {});
        journal.get(row)[column] = value;
      }
    };
    let last = beginning;
    return {
      async push() {
        for (let at = 0; at < all.length; at += most) {
          const some = all.slice(at, at + most);
          last = some.at(-1).timestamp;
          await sync(some, last);
        }
      },
      pull: async () => take(await sync([], beginning)),
      async edit() {
        await sync([message(idOf(7), 'text', 'S:and more')], last);
        take(await sync([], last));
        if (journal.get(idOf(7)).text !== 'S:and more') throw new Error('not there');
      },
      nothing: () => sync([], stamp()),
      count: () => journal.size,
    };
  },
});
