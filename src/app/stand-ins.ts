/** Pictures of what the app will draw itself: they stand in a page while its code is on its way. */

const taking = 'comma:taking';

/** Until `endStandIns`, which puts `place` back for the app to find. */
export function standIn(page: Document, place: Element, picture: readonly Element[]): void {
  const [first, ...more] = picture;
  if (!first) return;
  place.replaceWith(first, ...more);
  page.addEventListener(
    taking,
    () => {
      for (const each of more) each.remove();
      first.replaceWith(place);
    },
    { once: true },
  );
}

/** For the very turn in which the app takes over: nobody sees the place empty. */
export const endStandIns = (page: Document): void => {
  page.dispatchEvent(new Event(taking));
};
