/**
 * Runs in the page's own world, at the call sites a person allowed and nowhere else. It notices that a
 * microphone, a camera, a shared screen or a connection is on; sounds and pictures pass it by unseen.
 */
import { asked, changed, textOf, told } from './live-media.ts';

const captured = new Set<MediaStreamTrack>();
const shared = new Set<MediaStreamTrack>();
const connections = new Set<RTCPeerConnection>();

type Method = (...args: unknown[]) => unknown;

/** What a page calls stays the browser's own to whoever looks at it; we only hear what came of it. */
function follow(
  holder: object | undefined,
  name: string,
  hear: (result: unknown, self: unknown) => void,
): void {
  const methods = holder as Record<string, Method | undefined> | undefined;
  const method = methods?.[name];
  if (!methods || !method) return;
  methods[name] = new Proxy(method, {
    apply(target, self, args) {
      const result: unknown = Reflect.apply(target, self, args);
      hear(result, self);
      return result;
    },
  });
}

const change = (): void => {
  window.dispatchEvent(new Event(changed));
};

function keep(track: MediaStreamTrack, set: Set<MediaStreamTrack>): void {
  set.add(track);
  track.addEventListener('ended', change);
}

/** Hears of a stream when the browser grants it; whoever asked for it sees to a refusal. */
function hearStream(set: Set<MediaStreamTrack>): (result: unknown) => void {
  return (result) => {
    if (!(result instanceof Promise)) return;
    result.then(
      (stream) => {
        if (stream instanceof MediaStream) for (const track of stream.getTracks()) keep(track, set);
        change();
      },
      () => undefined,
    );
  };
}

/** A copy of a track goes on when the first one stops. */
function hearClone(result: unknown, self: unknown): void {
  if (!(result instanceof MediaStreamTrack && self instanceof MediaStreamTrack)) return;
  for (const set of [captured, shared]) if (set.has(self)) keep(result, set);
}

function hearStreamClone(result: unknown, self: unknown): void {
  if (!(result instanceof MediaStream && self instanceof MediaStream)) return;
  for (const set of [captured, shared])
    if (self.getTracks().some((track) => set.has(track)))
      for (const track of result.getTracks()) keep(track, set);
}

function hearConnection(_: unknown, self: unknown): void {
  if (!(self instanceof RTCPeerConnection) || connections.has(self)) return;
  connections.add(self);
  self.addEventListener('connectionstatechange', change);
}

function anyLive(set: Set<MediaStreamTrack>): boolean {
  for (const track of set) if (track.readyState === 'ended') set.delete(track);
  return set.size > 0;
}

/** A connection that carries nothing but data is no call. */
function anyConnected(): boolean {
  for (const connection of connections)
    if (connection.connectionState === 'closed') connections.delete(connection);
  return [...connections].some(
    (connection) =>
      connection.connectionState === 'connected' &&
      connection
        .getTransceivers()
        .some(
          ({ currentDirection: way }) => way !== null && way !== 'inactive' && way !== 'stopped',
        ),
  );
}

function answer(): void {
  const sharing = anyLive(shared);
  const call = sharing || anyLive(captured) || anyConnected();
  window.dispatchEvent(new CustomEvent(told, { detail: textOf({ call, sharing }) }));
}

/** An extension that was loaded again finds its older self still listening here. */
function isHere(): boolean {
  let here = false;
  const hear = (): void => {
    here = true;
  };
  window.addEventListener(told, hear);
  window.dispatchEvent(new Event(asked));
  window.removeEventListener(told, hear);
  return here;
}

/** Some are absent where the page is not safe to call from. */
const page: Partial<typeof globalThis> = globalThis;

if (!isHere()) {
  follow(page.MediaDevices?.prototype, 'getUserMedia', hearStream(captured));
  follow(page.MediaDevices?.prototype, 'getDisplayMedia', hearStream(shared));
  follow(page.MediaStreamTrack?.prototype, 'clone', hearClone);
  follow(page.MediaStream?.prototype, 'clone', hearStreamClone);
  follow(page.RTCPeerConnection?.prototype, 'setRemoteDescription', hearConnection);
  window.addEventListener(asked, answer);
}
