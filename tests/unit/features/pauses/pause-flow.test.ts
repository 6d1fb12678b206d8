import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  beginPause,
  movePause,
  pauseChoices,
  pauseFacts,
  type PauseFlow,
  type PauseMove,
} from '#core/features/pauses/pause-flow.ts';

const start = 1_800_000_000_000;

/** One move a second. */
function walk(...moves: PauseMove[]): PauseFlow {
  return moves.reduce(
    (flow, move, index) => movePause(flow, move, start + (index + 1) * 1000),
    beginPause('slot:main:a', 'schedule', start),
  );
}

const toChoose: PauseMove[] = [{ type: 'here' }, { type: 'labelled' }];

test('breathe, name, choose, and back to the day', () => {
  const flow = walk(
    { type: 'here' },
    { type: 'feel', feeling: 'tired' },
    { type: 'labelled' },
    { type: 'choose', choice: 'day' },
  );
  expect(pauseFacts(flow, start + 60_000)).toEqual({
    slot: 'slot:main:a',
    startedAt: start,
    seconds: 4,
    feelings: ['tired'],
    choice: 'day',
    how: 'done',
    source: 'schedule',
  });
});

test.each(pauseChoices.filter((choice) => choice !== 'day'))(
  'choosing %s opens it, and its end is the end of the pause',
  (choice) => {
    const chosen = walk(...toChoose, { type: 'choose', choice });
    expect(chosen.step).toBe(choice);
    expect(movePause(chosen, { type: 'done' }, start).ended?.how).toBe('done');
    expect(movePause(chosen, { type: 'enough' }, start).ended?.how).toBe('enough');
    expect(movePause(chosen, { type: 'back' }, start)).toMatchObject({
      step: 'choose',
      choice: null,
    });
  },
);

test('breathing longer is a second breath, not the first one again', () => {
  const flow = walk(...toChoose, { type: 'choose', choice: 'breathe' });
  expect(flow).toMatchObject({ step: 'breathe', choice: 'breathe', stepAt: start + 3000 });
  expect(movePause(flow, { type: 'here' }, start + 9000)).toMatchObject({
    step: 'end',
    ended: { how: 'done' },
  });
});

test('5-4-3-2-1 goes step by step and ends after its last', () => {
  const next: PauseMove = { type: 'next', of: 3 };
  const first = walk(...toChoose, { type: 'choose', choice: 'ground' });
  const second = movePause(first, next, start);
  const third = movePause(second, next, start);
  expect([first.groundAt, second.groundAt, third.groundAt]).toEqual([0, 1, 2]);
  expect(movePause(third, next, start).ended?.how).toBe('done');
});

test('a word is taken back by a second touch, and a fourth makes room for itself', () => {
  const feel = (feeling: string): PauseMove => ({ type: 'feel', feeling });
  expect(walk({ type: 'here' }, feel('a'), feel('b'), feel('a')).feelings).toEqual(['b']);
  expect(walk({ type: 'here' }, feel('a'), feel('b'), feel('c'), feel('d')).feelings).toEqual([
    'b',
    'c',
    'd',
  ]);
});

test('a pause that is cut off keeps what there was', () => {
  const flow = walk({ type: 'here' }, { type: 'feel', feeling: 'calm' });
  expect(pauseFacts(flow, start + 7_400)).toMatchObject({
    seconds: 7,
    feelings: ['calm'],
    choice: null,
    how: 'left',
  });
});

const anyMove: fc.Arbitrary<PauseMove> = fc.oneof(
  fc.constantFrom<PauseMove>(
    { type: 'here' },
    { type: 'labelled' },
    { type: 'done' },
    { type: 'enough' },
    { type: 'back' },
    { type: 'next', of: 5 },
    { type: 'leave' },
  ),
  fc.record({ type: fc.constant('feel' as const), feeling: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ type: fc.constant('choose' as const), choice: fc.constantFrom(...pauseChoices) }),
);

test('from any step leaving ends the pause, and after its end nothing moves', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 12 }), anyMove, (moves, after) => {
      const flow = walk(...moves);
      const left = movePause(flow, { type: 'leave' }, start + 60_000);
      expect(left.step).toBe('end');
      expect(left.ended?.how).toBe(flow.ended?.how ?? 'left');
      expect(movePause(left, after, start + 99_000)).toEqual(left);
      expect(left.feelings.length).toBeLessThanOrEqual(3);
    }),
  );
});
