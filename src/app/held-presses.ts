/** A button that stands before its code is there: the press is kept, and counts when the code has come. */

const taken = 'comma:taken';

/** The last button pressed before `releasePresses`, as only that was what the person still wanted. */
export function holdPresses(page: Document): void {
  let held: HTMLElement | null = null;
  const hold = ({ target }: Event): void => {
    held = target instanceof Element ? target.closest('button') : null;
  };
  page.addEventListener('click', hold, true);
  page.addEventListener(
    taken,
    () => {
      page.removeEventListener('click', hold, true);
      if (held?.isConnected) held.click();
    },
    { once: true },
  );
}

export const releasePresses = (page: Document): void => {
  page.dispatchEvent(new Event(taken));
};
