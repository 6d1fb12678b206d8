/** A made-up journal: gentle lines, the same ones on every run. */
import { newEntryFields } from '#core/features/journal/entry.ts';
import type { Json } from '#core/kernel/json.ts';

const lines = [
  'Shoulders up around the ears again. Let them down twice.',
  'A slow tea by the window, and nobody needed anything for ten minutes.',
  'The meeting was loud. I said one true sentence and that was enough.',
  'Walked the long way home, past the garden with the blue gate.',
  'Tired in a soft way. The day may end here.',
  'I caught the old sentence in the middle and gave it a comma.',
  'Rain on the roof, bread in the oven, a message from an old friend.',
  'Noticed that I was holding my breath while reading mail. Breathed out.',
];

/** Written out, so that every seal has its own length. */
export const lineOf = (index: number): string => {
  const first = lines[index % lines.length] ?? '';
  const second = lines[(index * 5 + 3) % lines.length] ?? '';
  return `Line ${index}. ${first}${index % 3 === 0 ? ` ${second}` : ''}`;
};

/** Chosen: somebody who writes a lot. */
const perDay = 10;
const spacing = (24 * 60 * 60_000) / perDay;

export const momentOf = (index: number, newest: number): number => newest - index * spacing;

/** Entry 0 is the newest. */
export function fieldsOf(index: number, newest: number): Record<string, Json> {
  const at = momentOf(index, newest);
  const feelings = index % 2 === 0 ? ['calm'] : [];
  return newEntryFields(
    { at, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, feelings },
    { source: 'note', shell: 'pwa', created: at },
    4,
  );
}
