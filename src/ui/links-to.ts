import type { Attachment } from 'svelte/attachments';

/** Links inside go where `go` takes them: a window of its own has no such pages. */
export const linksTo =
  (go: (hash: string) => void): Attachment<HTMLElement> =>
  (place) => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link) return;
      event.preventDefault();
      go(link.hash);
    };
    place.addEventListener('click', follow);
    return () => {
      place.removeEventListener('click', follow);
    };
  };
