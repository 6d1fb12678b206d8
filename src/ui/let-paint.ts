/**
 * Resolves in a task of its own, so that a page can paint and be scrolled between two pieces of work. A timer
 * would do as well, but a page that nobody sees gets one a second.
 */
export const letPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
