/** Until when Comma keeps quiet. A length ends after so much time; a civil end by the person's clock. */
import { hourMs, instantOf, parseClock, zoned } from '../../kernel/civil-time.ts';
import { type Moment } from './engine-state.ts';
import { openSpans } from './hours.ts';
import { type PauseRules } from './rules.ts';

export type QuietChoice = '1h' | '2h' | 'tomorrow' | { readonly clock: string };

/** Which way a chosen quiet behaves when the clock is changed. */
export const quietKind = (choice: QuietChoice): 'length' | 'clock' =>
  choice === '1h' || choice === '2h' ? 'length' : 'clock';

/** `tomorrow` is when hours open on the person's next day, or that day's start when they do not. */
export function quietUntil(
  choice: QuietChoice,
  { wall, zone }: Pick<Moment, 'wall' | 'zone'>,
  rules: PauseRules,
): number {
  if (choice === '1h') return wall + hourMs;
  if (choice === '2h') return wall + 2 * hourMs;
  const today = zoned(wall, zone).toPlainDate();
  const next = (minute: number): number => {
    const instant = instantOf(today, minute, zone);
    return instant > wall ? instant : instantOf(today.add({ days: 1 }), minute, zone);
  };
  // A time that cannot be read is taken as the shortest choice rather than as no quiet at all.
  if (choice !== 'tomorrow') {
    const minute = parseClock(choice.clock);
    return minute === undefined ? wall + hourMs : next(minute % 1440);
  }
  const morning = next(rules.dayStart * 60);
  const evening = morning + 20 * hourMs;
  const opening = openSpans(rules.hours, morning, evening, zone).find(({ from }) => from > morning);
  return opening?.from ?? morning;
}
