/** Paper, where the person is. */
import type { Paper } from './choices.ts';

/** Lands whose everyday paper is Letter; elsewhere it is A4. */
const letterLands = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'GT',
  'CR',
  'PA',
  'SV',
  'NI',
  'DO',
  'PR',
]);

export function usualPaper(languages: readonly string[]): Paper {
  const land = languages.map((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1]).find((each) => each);
  return land !== undefined && letterLands.has(land) ? 'letter' : 'a4';
}
