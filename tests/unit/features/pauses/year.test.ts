import { expect, test } from 'vitest';

import { activeMs, openAt } from '#core/features/pauses/active-time.ts';
import { type EngineState } from '#core/features/pauses/engine-state.ts';
import { type PauseEffect, type PauseEvent } from '#core/features/pauses/events.ts';
import { nextOpening, openSpanAt, type OpenSpan } from '#core/features/pauses/hours.ts';
import { isEnding } from '#core/features/pauses/ledger.ts';
import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { promptOrFirst } from '#core/features/pauses/rules.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

/** Deterministic for a seed, so that a broken year can be lived again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `expect` is too slow to ask a million times. */
function holds(truth: boolean, otherwise: string): void {
  if (!truth) throw new Error(otherwise);
}

/** A world in which each step is checked against what holds for every step. */
class CheckedWorld extends World {
  readonly due = new Set<string>();
  readonly ended = new Set<string>();

  private before?: { state: EngineState; active: number; zone: string };

  override watch = (event: PauseEvent, effects: readonly PauseEffect[]): void => {
    const { state, wall, before, active } = this;
    const gap = this.rules.gapMinutes * minute;
    holds(this.visible.size <= 1, 'two prompts are visible');
    const { prompts } = state;
    for (const id in prompts)
      holds((prompts[id]?.anchor ?? 0) <= wall + second, 'an interval begins in the future');
    holds(active >= 0, 'active time is negative');
    holds(state.slots.filter(({ phase }) => phase !== 'due').length <= 1, 'two are on their way');
    holds(
      state.spans.every(([from, until]) => until > from),
      'a span runs backwards',
    );
    holds(state.promised === null || state.promised > wall, 'an alarm is set in the past');
    for (const { slot } of state.slots) this.due.add(slot);
    for (const effect of effects) {
      if (effect.type === 'ledger') this.checkRow(effect.row.slot, isEnding(effect.row.verdict));
      if (effect.type !== 'offer') continue;
      holds(!this.ended.has(effect.slot), `${effect.slot} is offered after its end`);
      if (effect.asked) continue;
      const prompt = promptOrFirst(this.rules, effect.prompt);
      holds(
        openAt(prompt, this.rules, this.at) !== undefined,
        'a pause is offered outside its hours',
      );
      const { last } = before?.state ?? state;
      holds(
        !last ||
          last.prompt === effect.prompt ||
          event.type === 'heartbeat' ||
          wall - last.at >= gap,
        'two prompts come closer than the gap',
      );
      holds(state.around.meeting === undefined, 'a pause is offered in a call');
      holds((state.call?.until ?? 0) <= wall, 'a pause is offered in a call that was told of');
      holds((state.quiet?.until ?? 0) <= wall, 'a pause is offered in quiet time');
    }
    // A heartbeat can only add active time, unless an interval, a stretch or an absence began.
    if (
      event.type === 'heartbeat' &&
      state.prompts['main']?.stretch === 'open' &&
      before?.state.prompts['main']?.stretch === 'open' &&
      before.state.prompts['main'].anchor === state.prompts['main'].anchor &&
      before.state.whereabouts.is === state.whereabouts.is &&
      before.zone === this.zone
    )
      holds(active >= before.active - second, 'active time went back');
    this.before = { state, active, zone: this.zone };
  };

  private get active(): number {
    return activeMs(this.state, this.main, this.rules, this.at, this.openSpan);
  }

  /** Remembered between steps: asking anew each time makes the year twice as long. */
  private get openSpan(): OpenSpan | undefined {
    const { wall, zone, known } = this;
    if (known?.zone !== zone || wall < known.from || wall >= known.until) {
      const span = openSpanAt(this.rules.hours, wall, zone);
      const next = nextOpening(this.rules.hours, wall, zone) ?? wall;
      this.known = { zone, from: span?.from ?? wall, until: span?.until ?? next, span };
    }
    return this.known?.span;
  }

  private known?: { zone: string; from: number; until: number; span: OpenSpan | undefined };

  private checkRow(slot: string | undefined, ends: boolean): void {
    if (slot === undefined || !ends) return;
    holds(!this.ended.has(slot), `${slot} ends twice`);
    this.ended.add(slot);
  }
}

/** Something happens at a desk; `chance` says what. */
function happen(world: CheckedWorld, chance: () => number): void {
  const among = <Value>(...values: readonly Value[]): Value =>
    values[Math.floor(chance() * values.length)] as Value;
  const some = (most: number): number => Math.floor(chance() * most);
  const slot =
    world.pending?.slot ?? among(...[...world.ended].slice(-40), `slot:own:${world.wall}`);
  const { wall } = world;
  const events: readonly (() => void)[] = [
    () => {
      world.walkAway(some(40 * minute));
    },
    () => {
      world.lock();
      world.pass(some(hour));
      world.input();
    },
    () => {
      world.sleep(some(3 * hour));
    },
    () => {
      world.die();
      world.sleep(some(20 * minute));
    },
    () => {
      world.die();
      world.visible.clear();
      world.advance(some(hour));
      world.send({ type: 'started', alone: true });
    },
    () => {
      world.wall += among(-2 * hour, -5 * minute, -3 * second, 4 * minute, hour);
      world.send({ type: 'heartbeat' });
    },
    () => {
      world.take(slot);
    },
    () => world.send({ type: 'opened', slot }),
    () => world.send({ type: 'finished', slot, seconds: some(90), how: among('enough', 'left') }),
    () => world.send({ type: 'notNow', slot }),
    () => world.send({ type: 'snoozed', minutes: 1 + some(30) }),
    () => world.send({ type: 'pauseNow' }),
    () => world.send({ type: 'notToday', slot }),
    () => world.send({ type: 'skipped', prompt: among('main', 'long', 'tea', 'bell', 'up') }),
    () => world.send({ type: 'call', until: wall + some(2 * hour) }),
    () =>
      world.send({
        type: 'anchor',
        anchor: among('woke', 'ate', 'stopped'),
        at: wall - some(hour),
      }),
    () => {
      world.see(
        among({ meeting: true }, { sharing: true, meeting: true }, { fullscreen: true }, null),
      );
    },
    () => {
      world.see({ typedAt: wall - some(10 * second) });
    },
    () => world.send({ type: 'quiet', until: wall + some(2 * hour), by: among('length', 'clock') }),
    () => world.send({ type: 'quietEnded' }),
    () => world.send({ type: 'speaker', who: among('here', 'here', 'other') }),
    () => {
      world.decide({ everyMinutes: among(5, 25, 50, 90), on: chance() > 0.1 });
    },
    () => {
      const at = wall - some(20 * minute);
      const other = among(slot, `slot:main:${at}`);
      world.send({
        type: 'elsewhere',
        facts: among(
          [{ type: 'took', slot: other, from: at - minute, until: at }],
          [{ type: 'letGo', slot: other, at }],
          [{ type: 'snoozed', slot: other, at, until: at + 10 * minute }],
          world.facts.slice(-10),
        ),
      });
    },
    () => {
      world.zone = among('Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
      world.send({ type: 'heartbeat' });
    },
    () => {
      world.onOffer = among('show', 'show', 'take', 'lose');
    },
  ];
  among(...events)();
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const several = [
  defaultPrompt,
  prompt('long', { type: 'active', everyMinutes: 120 }, { lengthSeconds: 300 }),
  prompt('tea', { type: 'clock', times: [10 * 60, 15 * 60 + 30], days: everyDay }),
  prompt('bell', {
    type: 'random',
    count: 4,
    from: 20 * 60,
    until: 2 * 60,
    gapMinutes: 60,
    days: everyDay,
  }),
  prompt('up', { type: 'anchor', anchor: 'woke', offsetMinutes: 40 }),
];

test.each([1, 2, 3])(
  'T52: in random months (seed %i, a year in all) times stay sane and every slot has one ending',
  (seed) => {
    const chance = seeded(seed);
    const world = new CheckedWorld({ prompts: several }, instant('2026-01-05T09:00:30'));
    // Alarms as late as a hidden page's, which also makes the year shorter.
    world.lag = 80 * second;
    const end = world.wall + (365 / 3) * 24 * hour;
    while (world.wall < end) {
      world.pass(Math.floor(chance() * 90 * minute));
      happen(world, chance);
    }

    const open = new Set(world.state.slots.map(({ slot }) => slot));
    const endless = [...world.due].filter((slot) => !world.ended.has(slot) && !open.has(slot));
    expect(endless).toEqual([]);
    expect(world.offers.length).toBeGreaterThan(100);
    expect(JSON.stringify(world.state).length).toBeLessThan(30_000);
  },
  120_000,
);
