/** A web site on this computer that stands for one where calls take place. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type Frame, type Page } from 'playwright-core';

export interface CallSite {
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Runs inside the page: what its buttons do, as a call site would. */
const script = `
  const streams = [];
  const joining = async () => streams.push(await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
  const sharing = async () => streams.push(await navigator.mediaDevices.getDisplayMedia({ video: true }));
  /** Someone who only listens: a connection over which another one's sound comes. */
  const listening = async () => {
    const [theirs, mine] = [new RTCPeerConnection(), new RTCPeerConnection()];
    theirs.onicecandidate = ({ candidate }) => mine.addIceCandidate(candidate);
    mine.onicecandidate = ({ candidate }) => theirs.addIceCandidate(candidate);
    const { stream } = new AudioContext().createMediaStreamDestination();
    theirs.addTrack(stream.getAudioTracks()[0], stream);
    await theirs.setLocalDescription();
    await mine.setRemoteDescription(theirs.localDescription);
    await mine.setLocalDescription();
    await theirs.setRemoteDescription(mine.localDescription);
    window.leaving = () => { mine.close(); theirs.close(); };
  };
  const hangingUp = () => {
    for (const stream of streams.splice(0)) for (const track of stream.getTracks()) track.stop();
    window.leaving?.();
  };
  const watching = () => document.documentElement.requestFullscreen();
  const closing = () => document.exitFullscreen();
  const doing = { join: joining, share: sharing, listen: listening, hangUp: hangingUp, film: watching, filmEnds: closing };
  addEventListener('click', async ({ target }) => {
    try {
      await doing[target.id]?.();
      document.title = target.id;
    } catch (failure) {
      document.title = String(failure);
    }
  });
`;

const actions = ['join', 'share', 'listen', 'hangUp', 'film', 'filmEnds'] as const;
const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Welcome</title><script>${script}</script></head>
  <body>
    <h1>Calls</h1>
    ${actions.map((id) => `<button type="button" id="${id}">${id}</button>`).join('')}
    <input aria-label="Chat" /><input type="password" aria-label="Password" />
  </body>
</html>`;

/** `framed` is the address of a page that stands in a frame of another site's. */
export async function serveCallSite(): Promise<CallSite> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const framed = new URL(request.url ?? '/', 'http://site').searchParams.get('framed');
    const frame = `<iframe allow="camera *; microphone *" src="${framed ?? ''}"></iframe>`;
    response.end(framed === null ? page : `<!doctype html><title>Ours</title>${frame}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Presses a button of the site, or of its page in a frame, and waits until it has done what it says. */
export async function does(site: Page | Frame, action: (typeof actions)[number]): Promise<void> {
  await site.locator(`#${action}`).click();
  await site.waitForFunction((done) => document.title === done, action);
}
