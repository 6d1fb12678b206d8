/** The push service of a Firefox of the tests: the browser holds a line to it, the relay posts to it. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocketServer, type WebSocket } from 'ws';

export interface BrowserPushService {
  /** Where the relay posts. */
  readonly origin: string;
  /** Where the browser holds its line. */
  readonly line: string;
  /** Subscriptions that stand. */
  readonly subscribed: () => number;
  close(): Promise<void>;
}

interface Told {
  readonly messageType?: string;
  readonly channelID?: string;
}

export async function startBrowserPushService(): Promise<BrowserPushService> {
  const channels = new Map<string, WebSocket>();
  const server = createServer((request, response) => {
    const channelID = (request.url ?? '').replace('/send/', '');
    const line = channels.get(channelID);
    void text(request.setEncoding('base64url')).then((data) => {
      const headers = { encoding: request.headers['content-encoding'] };
      line?.send(
        JSON.stringify({
          messageType: 'notification',
          channelID,
          version: randomUUID(),
          data,
          headers,
        }),
      );
      response.writeHead(line ? 201 : 410).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const answerTo = (line: WebSocket, { messageType, channelID = '' }: Told): object | null => {
    switch (messageType) {
      case 'hello':
        return { messageType, status: 200, uaid: randomUUID(), use_webpush: true, broadcasts: {} };
      case 'register':
        channels.set(channelID, line);
        return {
          messageType,
          channelID,
          status: 200,
          pushEndpoint: `http://${host}/send/${channelID}`,
        };
      case 'unregister':
        channels.delete(channelID);
        return { messageType, channelID, status: 200 };
      case 'ack':
        return null;
      case undefined:
      default:
        return {}; // it asks whether the line still stands
    }
  };
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (line) => {
    line.on('message', (said: Buffer) => {
      const answer = answerTo(line, JSON.parse(said.toString()) as Told);
      if (answer) line.send(JSON.stringify(answer));
    });
  });

  return {
    origin: `http://${host}`,
    line: `ws://${host}/`,
    subscribed: () => channels.size,
    close: () =>
      new Promise((resolve) => {
        for (const line of sockets.clients) line.terminate();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
