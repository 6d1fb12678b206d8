/** A window that is not on screen has no frames; its code waits no longer than this, in ms (chosen). */
const patienceMs = 50;

/** Starts the code that the page names (`build/paint-first.ts`) once what stands there has been painted. */
export function startPainted(page: Document): void {
  const start = (): void => {
    const code = page.querySelector<HTMLLinkElement>('#code');
    if (!code) return; // not read so far
    const script = page.createElement('script');
    script.type = 'module'; // which runs once, however often it is asked for
    script.src = code.href;
    page.head.append(script);
  };
  page.addEventListener('readystatechange', () => setTimeout(start, patienceMs), { once: true });
  requestAnimationFrame(() => setTimeout(start));
}
