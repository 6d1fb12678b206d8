/** Carries texts between the page's window and ports to the worker, unread. For Firefox, whose pages have no ports. */
import { portToChannel, type PortLike } from '#core/sync/bridge/port-channel.ts';
import type { Channel } from '#core/sync/bridge/channel.ts';
import { post, readPosts, type WindowLike } from '#core/sync/bridge/window-post.ts';

/** Channels of one page at a time (chosen): a session and a pairing, and room for a reload. */
const mostChannels = 4;

export function relayWindow(window: WindowLike, connect: () => PortLike): void {
  const channels = new Map<string, Channel>();

  const open = (id: string): void => {
    if (channels.has(id) || channels.size >= mostChannels) return;
    const channel = connected(connect);
    if (!channel) {
      post(window, 'page', id, 'close');
      return;
    }
    channels.set(id, channel);
    channel.onMessage((message) => {
      if (typeof message === 'string') post(window, 'page', id, 'message', message);
    });
    channel.onClose(() => {
      channels.delete(id);
      post(window, 'page', id, 'close');
    });
    post(window, 'page', id, 'opened');
  };

  readPosts(window, 'extension', ({ id, kind, text }) => {
    if (kind === 'open') open(id);
    else if (kind === 'message') channels.get(id)?.send(text);
    else if (kind === 'close') {
      channels.get(id)?.close();
      channels.delete(id);
    }
  });
}

function connected(connect: () => PortLike): Channel | null {
  try {
    return portToChannel(connect());
  } catch {
    // The extension was updated or removed under this page; the page hears that nobody is there.
    return null;
  }
}
