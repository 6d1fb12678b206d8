/** Numbers age: how long one is trusted after it was confirmed. */
import { emergencyNumbers } from './emergency-numbers.ts';
import { helpLines, type HelpLine } from './help-lines.ts';

/** How long a confirmed number is trusted (chosen: open lists of lines were found years out of date). */
const trustedYears = 1;

/** Whether a number was confirmed so long before `today` (a plain date) that it needs another look; never for one not yet confirmed. */
export function isOld({ verifiedOn }: Pick<HelpLine, 'verifiedOn'>, today: string): boolean {
  if (verifiedOn === null) return false;
  const [year = '', ...rest] = verifiedOn.split('-');
  // Plain dates sort as text.
  return today > [String(Number(year) + trustedYears), ...rest].join('-');
}

/** The ids of what needs another look on `today`: lines, and the emergency numbers of regions. */
export function oldNumbers(today: string): readonly string[] {
  const emergency = Object.entries(emergencyNumbers).map(([id, number]) => ({ id, ...number }));
  return [...helpLines, ...emergency].filter((each) => isOld(each, today)).map(({ id }) => id);
}
