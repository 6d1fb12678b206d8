/**
 * Resolves once what was just put on the page has been painted and the page has nothing more pressing to do:
 * work that begins with the frame itself holds up the frame.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      // Safari has no requestIdleCallback before 18.4.
      if ('requestIdleCallback' in globalThis)
        requestIdleCallback(
          () => {
            resolve();
          },
          { timeout: 100 },
        );
      else setTimeout(resolve);
    });
    setTimeout(resolve, 200); // a page that is not on screen has no frames
  });
