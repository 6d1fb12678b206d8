/**
 * What is remembered while the browser runs: who asked for which site in which tab, and how long they
 * may go on. It is kept in memory that outlives a worker and no session, because it holds addresses.
 */
import { createId, type Random } from '../../kernel/random.ts';
import { siteAt } from './address.ts';
import { saneMinutes, type Site } from './site.ts';
import { nextWay, waysAfter, type Way } from './ways.ts';

/** A page on its way that Comma stepped in front of. */
export interface Visit {
  readonly id: string;
  readonly site: string;
  /** Where the person was going. */
  readonly url: string;
  readonly tab: number;
  readonly at: number;
  readonly way: Way;
  /** The page of the site stands in the tab's history, one step behind ours. */
  readonly behind: boolean;
  /** It was answered, or passed by: what comes now is another visit. */
  readonly over?: true;
  /** It comes at the end of granted minutes, in a window of its own. */
  readonly ending?: true;
}

/** Minutes granted for one site. A clock that is set back ends them. */
export interface Pass {
  readonly from: number;
  readonly until: number;
  /** Whether the end is to be said: not after an end that was said and left unanswered. */
  readonly says: boolean;
}

export interface VisitMemory {
  readonly visits: readonly Visit[];
  readonly passes: Readonly<Record<string, Pass>>;
  readonly ways: readonly Way[];
}

export const nothingVisited: VisitMemory = { visits: [], passes: {}, ways: [] };

export interface Arrival {
  readonly url: string;
  readonly tab: number;
  readonly at: number;
  /** By the browser's back or forward. */
  readonly turned: boolean;
  readonly behind: boolean;
}

/** `back`: the person turned back from our page and met the site on the way. */
export type Answer =
  | { readonly type: 'go' }
  | { readonly type: 'ask'; readonly visit: Visit }
  | { readonly type: 'back' };

/** Two notices of one arrival come this close together (chosen). */
const sameMs = 3_000;
/** Visits remembered (chosen: more tabs than anybody restores at once). */
const kept = 200;

const minuteMs = 60_000;

export function isRunning(pass: Pass | undefined, at: number): boolean {
  return pass !== undefined && pass.from <= at && at < pass.until;
}

export function arrive(
  memory: VisitMemory,
  sites: readonly Site[],
  arrival: Arrival,
  random: Random,
): { readonly memory: VisitMemory; readonly answer: Answer } {
  const site = siteAt(arrival.url, sites);
  if (!site || isRunning(memory.passes[site.id], arrival.at))
    return { memory, answer: { type: 'go' } };
  const last = memory.visits.findLast(({ tab, ending }) => tab === arrival.tab && !ending);
  if (last?.site === site.id && !last.over) {
    // Between where the person was and our page stands the site: going back from ours leads there first.
    if (arrival.turned && last.behind)
      return { memory: withVisit(memory, { ...last, over: true }), answer: { type: 'back' } };
    if (arrival.at - last.at < sameMs) {
      const visit = { ...last, url: arrival.url, behind: last.behind || arrival.behind };
      return { memory: withVisit(memory, visit), answer: { type: 'ask', visit } };
    }
  }
  const way = nextWay(memory.ways, site.reason !== '', random);
  const { url, tab, at, behind } = arrival;
  const visit = { id: createId(random), site: site.id, url, tab, at, way, behind };
  return {
    memory: { ...withVisit(memory, visit), ways: waysAfter(memory.ways, way) },
    answer: { type: 'ask', visit },
  };
}

const withVisit = (memory: VisitMemory, visit: Visit): VisitMemory => ({
  ...memory,
  visits: [...memory.visits.filter(({ id }) => id !== visit.id), visit].slice(-kept),
});

/** The person goes on to a site for so many minutes, in every tab. */
export function goOn(memory: VisitMemory, site: string, minutes: number, at: number): VisitMemory {
  const pass = { from: at, until: at + saneMinutes(minutes) * minuteMs, says: true };
  return {
    ...memory,
    passes: { ...memory.passes, [site]: pass },
    visits: memory.visits.map((visit) =>
      visit.site === site ? { ...visit, over: true as const } : visit,
    ),
  };
}

/** Whoever closes the site has no minutes left over. */
export function close(memory: VisitMemory, site: string, id: string): VisitMemory {
  const visits = memory.visits.map((visit) =>
    visit.id === id ? { ...visit, over: true as const } : visit,
  );
  return { ...withoutPass(memory, site), visits };
}

/** A site that is off the list has no minutes to end. */
export const withoutPass = (memory: VisitMemory, site: string): VisitMemory => ({
  ...memory,
  passes: Object.fromEntries(Object.entries(memory.passes).filter(([id]) => id !== site)),
});

/** The sites whose minutes ended unsaid, and when the next end is; null when nothing runs. */
export function endings(
  memory: VisitMemory,
  at: number,
): { readonly over: readonly string[]; readonly next: number | null } {
  const passes = Object.entries(memory.passes).filter(([, { says }]) => says);
  const running = passes.filter(([, pass]) => isRunning(pass, at)).map(([, { until }]) => until);
  return {
    over: passes.filter(([, { until }]) => until <= at).map(([site]) => site),
    next: running.length > 0 ? Math.min(...running) : null,
  };
}

/**
 * Says the end of a site's minutes, once: whoever does not answer is left in peace for the same minutes
 * again, and then asked when they next come. `tab` is null when nobody looks at the site.
 */
export function sayEnd(
  memory: VisitMemory,
  site: Site,
  tab: { readonly id: number; readonly url: string } | null,
  at: number,
  random: Random,
): { readonly memory: VisitMemory; readonly visit: Visit | null } {
  if (!tab) return { memory: withoutPass(memory, site.id), visit: null };
  const pass = { from: at, until: at + site.minutes * minuteMs, says: false };
  const visit: Visit = {
    ...{ id: createId(random), site: site.id, url: tab.url, tab: tab.id, at },
    ...{ way: 'breath', behind: false, ending: true },
  };
  const passes = { ...memory.passes, [site.id]: pass };
  return { memory: withVisit({ ...memory, passes }, visit), visit };
}
