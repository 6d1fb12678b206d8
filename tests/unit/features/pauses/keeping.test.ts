/** What a shell may leave unwritten between two events, and that nothing is lost by it when its worker dies. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type PauseEffect } from '#core/features/pauses/events.ts';
import { step } from '#core/features/pauses/step.ts';
import { manyPrompts, someDeeds } from './support/deeds.ts';
import { hour, minute, second, World } from './support/world.ts';

test('T53: 500 prompts have one alarm, asked for once in every step', () => {
  const world = new World({ prompts: manyPrompts(500) });
  const alarms: number[] = [];
  world.watch = (_, effects) => {
    alarms.push(effects.filter(({ type }) => type === 'wake').length);
  };
  world.pass(2 * hour);
  expect(new Set(alarms)).toEqual(new Set([1]));
});

test.each([1, 500])('T53: with %i prompts a quiet half minute is written at most once', (count) => {
  const world = new World({ prompts: manyPrompts(count) });
  world.pass(minute);
  const { writes } = world;
  for (let at = 0; at < 30; at++) {
    world.advance(second);
    world.send({ type: 'presence', presence: { state: 'active' } });
  }
  expect(world.writes - writes).toBeLessThanOrEqual(1);
  world.pass(10 * minute);
  expect(world.writes - writes).toBeLessThanOrEqual(21);
});

test('what is decided is kept before anything is done about it', () => {
  const world = new World();
  const stored: boolean[] = [];
  world.watch = (_, effects) => {
    if (effects.some(({ type }) => type !== 'wake')) stored.push(world.stored === world.state);
  };
  world.pass(50 * minute);
  world.take();
  world.send({ type: 'quiet', until: world.wall + hour });
  world.lock();
  world.pass(2 * hour);
  expect(stored.length).toBeGreaterThan(3);
  expect(new Set(stored)).toEqual(new Set([true]));
});

test('an alarm that leaps ahead is kept at once: whoever comes late for the old one has not slept', () => {
  const world = new World({}, Date.parse('2026-11-23T16:29:00Z'));
  world.advance(10 * second);
  world.rules = { ...world.rules, prompts: manyPrompts(2).slice(1) };
  world.send({ type: 'rulesChanged' });
  expect(world.stored.promised).toBe(world.wake);
});

const decisions = (effects: readonly PauseEffect[]): unknown =>
  effects.filter(({ type }) => type !== 'wake' && type !== 'ledger');

test('T03: a worker that dies with something unwritten decides at the next look as if it had lived', () => {
  let unwritten = 0;
  fc.assert(
    fc.property(someDeeds, (done) => {
      const world = new World({
        prompts: [...new World().rules.prompts, ...manyPrompts(3).slice(1)],
      });
      world.watch = () => {
        const { state, stored, at, rules } = world;
        if (stored === state) return;
        unwritten += 1;
        const event = {
          type: 'heartbeat',
          presence: { state: 'active', ...world.around },
        } as const;
        const later = { ...at, wall: at.wall + 30 * second, mono: at.mono + 30 * second };
        const lived = step(state, event, later, rules);
        const died = step(stored, event, { ...later, boot: 'boot-new', mono: 1_000 }, rules);
        expect(decisions(died.effects)).toEqual(decisions(lived.effects));
        expect(died.state.slots.map(({ slot, phase }) => [slot, phase])).toEqual(
          lived.state.slots.map(({ slot, phase }) => [slot, phase]),
        );
        expect(died.state.settled).toEqual(lived.state.settled);
        expect(died.state.prompts).toEqual(lived.state.prompts);
      };
      for (const deed of done) deed(world);
    }),
    { numRuns: 150 },
  );
  expect(unwritten).toBeGreaterThan(150);
});

test('what is remembered between steps changes no decision: a state read anew decides the same', () => {
  fc.assert(
    fc.property(someDeeds, (done) => {
      const world = new World({
        prompts: [...new World().rules.prompts, ...manyPrompts(9).slice(1)],
      });
      let before = world.state;
      world.watch = (event, effects) => {
        const anew = JSON.parse(JSON.stringify(before)) as typeof before;
        const taken = step(anew, event, world.at, world.rules);
        expect(taken.effects).toEqual(effects);
        expect(taken.state).toEqual(world.state);
        before = world.state;
      };
      for (const deed of done) deed(world);
    }),
    { numRuns: 60 },
  );
});
