/** Happenings that cannot be: a key pressed on a sleeping computer, an answer in a closed browser. */
import { zoned } from '../../../kernel/civil-time.ts';
import { type Problems } from './problems.ts';
import { type TimedHappening } from './scenario.ts';

const needsAwake = new Set<string>([
  ...['input', 'touch', 'unlock', 'answer', 'skip', 'not today', 'pause now', 'quiet', 'call'],
  ...['anchor', 'worker death', 'close', 'open'],
]);
const needsBrowser = new Set<string>([
  ...['answer', 'skip', 'not today', 'pause now', 'quiet', 'call', 'anchor', 'worker death'],
]);

export function statesThatClash(
  happenings: readonly TimedHappening[],
  start: number,
  zone: string,
  problems: Problems,
): void {
  let asleep = false;
  let closed = false;
  for (const { afterMs, happening } of happenings) {
    const { type } = happening;
    const tell = (why: string): void => {
      const time = zoned(start + afterMs, zone)
        .toPlainTime()
        .toString({ smallestUnit: 'second' });
      problems.add('events', `at ${time} there is ${type}, but ${why}.`);
    };
    if (asleep && needsAwake.has(type)) tell('the computer sleeps then');
    else if (closed && needsBrowser.has(type)) tell('the browser is closed then');
    else if (type === 'open' && !closed) tell('the browser is open already');
    if (type === 'sleep') asleep = true;
    if (type === 'wake') asleep = false;
    if (type === 'close') closed = true;
    if (type === 'open') closed = false;
  }
}
