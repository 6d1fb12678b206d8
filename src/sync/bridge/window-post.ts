/**
 * How page and content script talk where a page has no ports of its own: through the page's window, which any
 * script of the same origin can read and write. What they carry is sealed, or proven in pairing.
 */
import { isObject, readOneOf, readText } from '../../kernel/read.ts';
import { longestMessage } from './wire.ts';

export type Reader = 'page' | 'extension';

export interface Post {
  readonly comma: 'bridge';
  readonly to: Reader;
  /** Which of the page's channels; chosen by the page. */
  readonly id: string;
  readonly kind: 'open' | 'opened' | 'message' | 'close';
  /** Empty but for a message. */
  readonly text: string;
}

/** The part of a window that is used, so that a test can stand in for it. */
export interface WindowLike {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown, targetOrigin: string): void;
}

export function post(
  window: WindowLike,
  to: Reader,
  id: string,
  kind: Post['kind'],
  text = '',
): void {
  const content: Post = { comma: 'bridge', to, id, kind, text };
  window.postMessage(content, window.location.origin);
}

/** Calls with every post to this reader; the answer stops it. Frames, other windows and origins are not heard. */
export function readPosts(
  window: WindowLike,
  reader: Reader,
  listener: (content: Post) => void,
): () => void {
  const hear = (event: MessageEvent): void => {
    if (!Object.is(event.source, window) || event.origin !== window.location.origin) return;
    const content = parsePost(event.data);
    if (content?.to === reader) listener(content);
  };
  window.addEventListener('message', hear);
  return () => {
    window.removeEventListener('message', hear);
  };
}

function parsePost(data: unknown): Post | null {
  if (!isObject(data) || data['comma'] !== 'bridge') return null;
  const to = readOneOf<Reader>('page', 'extension')(data['to']);
  const id = readText(64)(data['id']);
  const kind = readOneOf<Post['kind']>('open', 'opened', 'message', 'close')(data['kind']);
  const text = readText(longestMessage)(data['text']);
  if (to === undefined || id === undefined || kind === undefined || text === undefined) return null;
  return { comma: 'bridge', to, id, kind, text };
}
