/** A window that is not on screen has no frames, and a disk may be slow: code waits no longer than this, in ms (chosen). */
const patienceMs = 50;

/** Starts the code that the page names (`scripts/plugins/paint-first.ts`); it runs once, however often it is asked for. */
export function startCode(page: Document): void {
  const code = page.querySelector<HTMLLinkElement>('#code');
  // None as long as the page was not read so far. An element for it would need a policy of trusted types.
  if (code) void import(/* @vite-ignore */ code.href);
}

/** The same, once what stands there after `drawn` has been painted. */
export async function startPainted(page: Document, drawn: Promise<unknown>): Promise<void> {
  const start = (): void => {
    startCode(page);
  };
  page.addEventListener('readystatechange', () => setTimeout(start, patienceMs), { once: true });
  await drawn;
  requestAnimationFrame(() => setTimeout(start));
}
