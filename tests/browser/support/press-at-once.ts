/** Runs in the page: presses the first button of the first screen in the moment in which it stands. */
export function pressAtOnce(): void {
  const watching = new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>('main button');
    if (!button) return;
    watching.disconnect();
    button.click();
  });
  watching.observe(document, { subtree: true, childList: true });
}
