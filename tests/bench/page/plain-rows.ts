/** The floor of scrolling: the words of so many entries as rows that all stand in the page at once. */
import { lineOf } from './entries.ts';

export function showPlain(count: number): void {
  document.body.replaceChildren(
    ...Array.from({ length: count }, (_, index) => {
      const row = document.createElement('p');
      row.textContent = lineOf(index);
      return row;
    }),
  );
}
