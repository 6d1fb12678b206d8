/** A web site of its own on this computer, which tells what a person could have seen of it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Site {
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** What each page said at every frame that it was drawn: `path visible`, `path hidden`; one that the browser had kept, `kept path visible`. */
  readonly frames: readonly string[];
  readonly close: () => Promise<void>;
}

/** Runs inside the page: tells the server at each of its first frames whether anything can be seen. */
const watching = `
  let page = location.pathname;
  let frames = 0;
  const look = () => {
    const { visibility } = getComputedStyle(document.body);
    navigator.sendBeacon('/seen', page + ' ' + visibility);
    if (++frames < 30) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    page = 'kept ' + location.pathname;
    frames = 0;
    requestAnimationFrame(look);
  });
`;

const page = (path: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Site</title><script>${watching}</script></head>
  <body>
    <h1>The page at ${path}</h1>
    <a href="/next">next</a>
    <button type="button" onclick="history.pushState(null, '', '/pushed')">push</button>
  </body>
</html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

export async function serveSite(): Promise<Site> {
  const frames: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/seen') {
      frames.push(await bodyOf(request));
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(request.url ?? '/'));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    frames,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
