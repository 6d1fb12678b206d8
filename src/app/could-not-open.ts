/** When the journal itself does not open there is no app to say so: one sentence and one thing to do. */

const privateWindow =
  'This browser keeps no storage for Comma here, as in some private windows. In an ordinary window it opens.';
const otherwise =
  'Comma could not open its journal just now. What you wrote is still where it was; closing the other windows of Comma and opening it again often helps.';

/** IndexedDB is missing, or refused for this page. */
const isRefused = (failure: unknown): boolean =>
  failure instanceof Error &&
  ['MissingAPIError', 'SecurityError', 'InvalidStateError'].includes(failure.name);

export function sayCouldNotOpen(place: HTMLElement, failure: unknown): void {
  const said = document.createElement('p');
  said.textContent = isRefused(failure) ? privateWindow : otherwise;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Open again';
  again.addEventListener('click', () => {
    location.reload();
  });
  place.replaceChildren(said, again);
  place.className = 'could-not-open';
}
