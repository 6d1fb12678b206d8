/** A channel through the page's own window to the extension's content script, where a page has no ports (Firefox). */
import type { Channel } from '#core/sync/bridge/channel.ts';
import type { Schedule } from '#core/sync/schedule.ts';
import { post, readPosts, type WindowLike } from '#core/sync/bridge/window-post.ts';

/** Milliseconds (chosen): a content script that is there answers in the same moment. */
const patience = 1_000;

/** Rejects when no content script answers. */
export function connectWindow(
  window: WindowLike,
  { schedule, id }: { readonly schedule: Schedule; readonly id: string },
): Promise<Channel> {
  return new Promise((resolve, reject) => {
    let hear: (text: string) => void = () => undefined;
    let leave: () => void = () => undefined;
    let isOpen = true;

    const end = (): void => {
      isOpen = false;
      stopWaiting();
      stopReading();
    };
    const fail = (): void => {
      end();
      reject(new Error('No extension answers in this window.'));
    };
    const stopWaiting = schedule(() => {
      // Should it answer after all, it closes what it opened.
      post(window, 'extension', id, 'close');
      fail();
    }, patience);
    const channel: Channel = {
      send(message) {
        if (isOpen) post(window, 'extension', id, 'message', String(message));
      },
      onMessage(listener) {
        hear = listener;
      },
      onClose(listener) {
        leave = listener;
      },
      close() {
        if (!isOpen) return;
        post(window, 'extension', id, 'close');
        end();
      },
    };
    const stopReading = readPosts(window, 'page', (content) => {
      if (content.id !== id) return;
      if (content.kind === 'opened') {
        stopWaiting();
        resolve(channel);
      } else if (content.kind === 'message') hear(content.text);
      else if (content.kind === 'close') {
        fail();
        leave();
      }
    });
    post(window, 'extension', id, 'open');
  });
}
