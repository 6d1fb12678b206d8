import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Site } from '#core/features/sites/site.ts';
import {
  arrive,
  close,
  endings,
  goOn,
  isRunning,
  nothingVisited,
  sayEnd,
  type Arrival,
  type Visit,
  type VisitMemory,
} from '#core/features/sites/visits.ts';
import { nextWay, ways, waysAfter, type Way } from '#core/features/sites/ways.ts';
import { type Random } from '#core/kernel/random.ts';

const minute = 60_000;
const site: Site = {
  ...{ id: 'films', host: 'films.example', port: '', name: 'films.example' },
  ...{ reason: 'my evenings', minutes: 10 },
};
const url = 'https://films.example/one';

/** Counts up, so that every id is another one. */
function counting(): Random {
  let count = 0;
  return (length) => {
    count += 1;
    return Uint8Array.from({ length }, (_, at) => count >> (8 * at));
  };
}

const coming = (change: Partial<Arrival> = {}): Arrival => ({
  ...{ url, tab: 1, at: 1_000_000, turned: false, behind: true },
  ...change,
});

function world(): {
  memory: VisitMemory;
  come: (change?: Partial<Arrival>) => ReturnType<typeof arrive>['answer'];
  asked: (change?: Partial<Arrival>) => Visit;
} {
  const random = counting();
  const here = {
    memory: nothingVisited,
    come: (change: Partial<Arrival> = {}) => {
      const { memory, answer } = arrive(here.memory, [site], coming(change), random);
      here.memory = memory;
      return answer;
    },
    asked: (change: Partial<Arrival> = {}) => {
      const answer = here.come(change);
      if (answer.type !== 'ask') throw new Error(`It answered ${answer.type}.`);
      return answer.visit;
    },
  };
  return here;
}

test('a page of a listed site is asked for, and any other goes on', () => {
  const { come } = world();
  expect(come({ url: 'https://other.example/' })).toEqual({ type: 'go' });
  expect(come()).toMatchObject({ type: 'ask', visit: { site: 'films', url, tab: 1 } });
});

test('within the granted minutes no tab is asked, and after them the next page is', () => {
  const here = world();
  const { at } = here.asked();
  here.memory = goOn(here.memory, 'films', 10, at);
  expect(here.come({ tab: 2, at: at + 10 * minute - 1 })).toEqual({ type: 'go' });
  expect(here.come({ tab: 2, at: at + 10 * minute })).toMatchObject({ type: 'ask' });
});

test('a clock that is set back ends the minutes rather than making them longer', () => {
  const memory = goOn(nothingVisited, 'films', 10, 5_000_000);
  expect(isRunning(memory.passes['films'], 4_999_999)).toBe(false);
});

test('two notices of one arrival are one question, about the later address', () => {
  const here = world();
  const first = here.asked();
  const second = here.asked({ url: 'https://films.example/two', at: first.at + 500 });
  expect(second).toMatchObject({ id: first.id, url: 'https://films.example/two', way: first.way });
});

test('whoever goes back from the question passes the site by, once', () => {
  const here = world();
  const visit = here.asked();
  const back = { turned: true, at: visit.at + 400 };
  expect(here.come(back)).toEqual({ type: 'back' });
  expect(here.come({ ...back, at: back.at + minute })).toMatchObject({ type: 'ask' });
});

test('where our page stands in place of the site, going back and forth asks as ever', () => {
  const here = world();
  const visit = here.asked({ behind: false });
  expect(here.come({ behind: false, turned: true, at: visit.at + minute }).type).toBe('ask');
});

test('whoever closed a site and goes forward to it again is asked', () => {
  const here = world();
  const visit = here.asked();
  here.memory = close(here.memory, 'films', visit.id);
  expect(here.come({ turned: true, at: visit.at + 400 }).type).toBe('ask');
});

test('whoever types the address again is asked again, in another way', () => {
  const here = world();
  const visit = here.asked();
  const again = here.asked({ at: visit.at + minute });
  expect(again.id).not.toBe(visit.id);
  expect(again.way).not.toBe(visit.way);
});

test('closing takes the minutes that are left along', () => {
  const memory = close(goOn(nothingVisited, 'films', 10, 0), 'films', 'any');
  expect(memory.passes).toEqual({});
});

test('the end of the minutes is said to whoever looks at the site, and not a second time', () => {
  const random = counting();
  const memory = goOn(nothingVisited, 'films', 10, 0);
  expect(endings(memory, 9 * minute)).toEqual({ over: [], next: 10 * minute });
  expect(endings(memory, 10 * minute)).toEqual({ over: ['films'], next: null });
  const said = sayEnd(memory, site, { id: 4, url }, 10 * minute, random);
  expect(said.visit).toMatchObject({ ending: true, tab: 4 });
  // Unanswered, it leaves the person in peace for as long again, and then waits for the next visit.
  expect(arrive(said.memory, [site], coming({ at: 19 * minute }), random).answer.type).toBe('go');
  expect(endings(said.memory, 20 * minute)).toEqual({ over: [], next: null });
  expect(arrive(said.memory, [site], coming({ at: 20 * minute }), random).answer.type).toBe('ask');
});

test('an end that is answered with more minutes is said once more after those', () => {
  const said = sayEnd(nothingVisited, site, { id: 4, url }, 0, counting());
  const more = goOn(said.memory, 'films', 5, minute);
  expect(endings(more, 6 * minute).over).toEqual(['films']);
});

test('an end that nobody is there for is not said, and the next visit is asked', () => {
  const said = sayEnd(goOn(nothingVisited, 'films', 10, 0), site, null, 10 * minute, counting());
  expect(said.visit).toBeNull();
  expect(endings(said.memory, 11 * minute)).toEqual({ over: [], next: null });
});

const act = fc.oneof(
  fc.record({ do: fc.constant('come' as const), tab: fc.nat(3), turned: fc.boolean() }),
  fc.record({ do: fc.constant('go' as const), minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('close' as const), which: fc.nat(9) }),
);

test('whatever happens, nobody is asked within granted minutes and no way comes twice in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.nat(20 * minute)), { maxLength: 80 }), (acts) => {
      const here = world();
      let at = 0;
      let until = 0;
      let shown: Visit | undefined;
      for (const [next, later] of acts) {
        at += later;
        if (next.do === 'come') {
          const answer = here.come({ tab: next.tab, turned: next.turned, at });
          if (at < until) expect(answer.type).toBe('go');
          else expect(answer.type).not.toBe('go');
          if (answer.type !== 'ask') continue;
          if (answer.visit.id !== shown?.id) expect(answer.visit.way).not.toBe(shown?.way);
          shown = answer.visit;
        } else if (next.do === 'go') {
          here.memory = goOn(here.memory, 'films', next.minutes, at);
          until = at + next.minutes * minute;
        } else {
          const { id = '' } = here.memory.visits[next.which] ?? {};
          here.memory = close(here.memory, 'films', id);
          until = 0;
        }
      }
    }),
  );
});

test('what is remembered does not grow for ever', () => {
  const here = world();
  for (let tab = 0; tab < 500; tab += 1) here.asked({ tab });
  expect(here.memory.visits).toHaveLength(200);
});

test('the ways take turns: in twenty visits each comes, and a site without a reason never shows one', () => {
  for (const hasReason of [true, false]) {
    let lately: readonly Way[] = [];
    const seen = new Set<Way>();
    let seed = 7;
    const random: Random = (length) => new Uint8Array(length).fill((seed = (seed * 73 + 41) % 251));
    for (let visit = 0; visit < 20; visit += 1) {
      const way = nextWay(lately, hasReason, random);
      seen.add(way);
      lately = waysAfter(lately, way);
    }
    expect([...seen].sort()).toEqual(
      ways.filter((way) => way !== 'reason' || hasReason).toSorted(),
    );
  }
});
