/** The ways a pause before a site can go: they take turns, so that nobody stops seeing them. */
import { type Random } from '../../kernel/random.ts';

export const ways = ['breath', 'reason', 'line', 'name', 'looking'] as const;
export type Way = (typeof ways)[number];

/** So many of the last ways are not repeated (chosen: with five, two stay to be drawn from at worst). */
const rest = 2;

/** `lately`: newest last. A site without a reason has none to show. */
export function nextWay(lately: readonly Way[], hasReason: boolean, random: Random): Way {
  const possible = ways.filter((way) => way !== 'reason' || hasReason);
  const fresh = possible.filter((way) => !lately.slice(-rest).includes(way));
  return fresh[(random(1)[0] ?? 0) % fresh.length] ?? 'breath';
}

/** What has to be remembered of the ways shown. */
export const waysAfter = (lately: readonly Way[], way: Way): Way[] => [...lately, way].slice(-rest);
