import fc from 'fast-check';
import { expect, test } from 'vitest';

import { freshState, type EngineState } from '#core/features/pauses/engine-state.ts';
import { parseState } from '#core/features/pauses/parse-state.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { step } from '#core/features/pauses/step.ts';
import { minute, World } from './support/world.ts';

const at = { wall: 1_800_000_000_000, mono: 5, boot: 'boot-1', zone: 'Europe/Berlin' };

/** A state with every part in use. */
function setupBusyState(): EngineState {
  const world = new World({ lengthSeconds: 600 });
  world.pass(20 * minute);
  world.walkAway(5 * minute);
  world.pass(32 * minute);
  world.take();
  world.pass(50 * minute);
  world.send({ type: 'snoozed' });
  world.send({ type: 'quiet', until: world.wall + minute });
  world.send({ type: 'heartbeat' });
  return world.state;
}

test('a first run starts fresh with nothing to repair', () => {
  expect(parseState(undefined, at)).toEqual({ state: freshState(at), repaired: false });
});

test('a stored state comes back as it was', () => {
  const state = setupBusyState();
  expect(state.slots[0]?.heldBy).toEqual(['quiet']);
  expect(parseState(JSON.parse(JSON.stringify(state)), at)).toEqual({ state, repaired: false });
});

test('T49: a state with any one part broken is replaced as a whole, and that is said', () => {
  const state = setupBusyState();
  for (const field of Object.keys(state))
    for (const broken of ['soon', Number.NaN, [[1]], { is: 'nowhere' }])
      expect(parseState({ ...state, [field]: broken }, at)).toEqual({
        state: freshState(at),
        repaired: true,
      });
});

test('T49: whatever was stored, the engine can go on from it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(freshState(at))), fc.anything()),
      ),
      (stored) => {
        const { state } = parseState(stored, at);
        const { effects } = step(state, { type: 'heartbeat' }, at, defaultRules);
        expect(effects.at(-1)).toMatchObject({ type: 'wake' });
      },
    ),
  );
});
