import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Practice } from '#core/content/practice.ts';
import type { Step } from '#core/content/practice-steps.ts';
import { practicesFor } from '#core/content/practices.ts';
import {
  ahead,
  beginPlay,
  elapsedMs,
  movePlay,
  passTime,
  withCards,
  type Play,
  type PlayMove,
} from '#core/features/practices/play.ts';
import { lengthMs, shortSeconds } from '#core/features/practices/play-time.ts';

import { somethingFor } from './support/something-for.ts';

const { practices } = practicesFor(['en']);
const of = (...steps: readonly Step[]): Practice => ({
  ...{ id: 'a-walk', kind: 'guided', title: 'A walk', about: 'Outside.', rows: [4], level: 1 },
  ...{ area: 'body', minutes: 2, here: [], steps, shortest: [0] },
});
const start = { wall: 1_700_000_000_000, at: 5_000 };
const say = (text: string): Step => ({ k: 'say', text });
const safe: Step = {
  ...{ k: 'pick', id: 'safe', ask: 'Is it safe?', options: { yes: 'yes', no: 'no' }, most: 1 },
  ends: ['no'],
};

/** The whole way, with an answer to everything or to nothing; the steps it stood at. */
function walk(practice: Practice, short: boolean, answering: boolean): [Play, number[]] {
  const stood: number[] = [];
  let play = beginPlay(practice, short, start);
  for (let at = start.at; !play.ended; at += 1_000) {
    stood.push(play.step);
    expect(stood.length, practice.id).toBeLessThanOrEqual(practice.steps.length);
    const step = practice.steps[play.step];
    for (const move of answering && step ? somethingFor(step) : [])
      play = movePlay(play, move, practice, at);
    play = movePlay(play, { type: 'next' }, practice, at);
  }
  return [play, stood];
}

test.each(practices)('$id is played to its end with nothing said at all', (item) => {
  for (const short of [true, false]) {
    const [play, stood] = walk(withCards(item, practices), short, false);
    expect(play.ended).toBe('finished');
    expect(play.answers).toEqual({});
    expect(stood.length).toBeGreaterThan(0);
  }
});

test.each(practices)('$id is played to its end with an answer to everything', (item) => {
  const practice = withCards(item, practices);
  for (const short of [true, false]) {
    const [play, stood] = walk(practice, short, true);
    expect(play.ended).not.toBeNull();
    for (const at of stood) {
      const step = practice.steps[at];
      if (step && 'id' in step) expect(play.answers).toHaveProperty(step.id);
    }
  }
});

test.each(practices)('$id is done wherever somebody has enough of it', (item) => {
  const practice = withCards(item, practices);
  const [, stood] = walk(practice, false, false);
  for (const stops of [0, Math.floor(stood.length / 2), stood.length - 1]) {
    let play = beginPlay(practice, false, start);
    for (let gone = 0; gone < stops; gone++)
      play = movePlay(play, { type: 'next' }, practice, start.at);
    expect(movePlay(play, { type: 'enough' }, practice, start.at).ended).toBe('enough');
  }
});

test.each(practices)('the shortest version of $id is shorter than the whole', (item) => {
  expect(shortSeconds(item)).toBeLessThanOrEqual(item.minutes * 60);
});

test('back goes the way it came, and stays at the first step', () => {
  const practice = of(
    say('One.'),
    { ...say('Two.'), when: { id: 'safe', is: ['yes'] } },
    say('3.'),
  );
  let play = beginPlay(practice, false, start);
  play = movePlay(play, { type: 'next' }, practice, 9_000);
  expect(play.step).toBe(2);
  play = movePlay(play, { type: 'back' }, practice, 9_000);
  expect([play.step, movePlay(play, { type: 'back' }, practice, 9_000).step]).toEqual([0, 0]);
});

test('a step for certain picks is there once one of them is picked', () => {
  const practice = of(safe, { ...say('Good.'), when: { id: 'safe', is: ['yes'] } }, say('End.'));
  const play = beginPlay(practice, false, start);
  expect(ahead(practice, play)).toEqual([0, 2]);
  const yes = { type: 'answer', id: 'safe', answer: ['yes'] } as const;
  expect(ahead(practice, movePlay(play, yes, practice, 0))).toEqual([0, 1, 2]);
});

test('a pick that ends it ends it kindly: it was enough', () => {
  const practice = of(safe, say('Go on.'));
  let play = beginPlay(practice, false, start);
  play = movePlay(play, { type: 'answer', id: 'safe', answer: ['no'] }, practice, 6_000);
  expect(movePlay(play, { type: 'next' }, practice, 7_000).ended).toBe('enough');
});

test('an answer taken back leaves nothing behind, and a zero is an answer', () => {
  const practice = of(safe);
  let play = beginPlay(practice, false, start);
  for (const answer of [['yes'], [], 'a word', '', 0]) {
    play = movePlay(play, { type: 'answer', id: 'safe', answer }, practice, 0);
    expect('safe' in play.answers).toBe(answer === 0 || (answer as string).length > 0);
  }
});

test('a timed step passes by itself to the millisecond, and not while it is held', () => {
  const practice = of({ k: 'still', sec: 30, text: 'Be.' }, say('Done.'));
  const play = beginPlay(practice, false, start);
  expect(passTime(play, practice, 34_999).step).toBe(0);
  expect(passTime(play, practice, 35_000).step).toBe(1);
  const held = movePlay(play, { type: 'hold' }, practice, 15_000);
  expect(passTime(held, practice, 999_999).step).toBe(0);
  const again = movePlay(held, { type: 'goOn' }, practice, 115_000);
  expect(elapsedMs(again, 115_000)).toBe(10_000);
  expect([
    passTime(again, practice, 134_999).step,
    passTime(again, practice, 135_000).step,
  ]).toEqual([0, 1]);
});

test('the shortest version has the short length of a turn and of stillness', () => {
  const turn: Step = { k: 'turn', who: 'A', sec: 120, short: 30, text: 'Your turn.' };
  const still: Step = { k: 'still', sec: 60, short: 20, text: 'Sit.' };
  expect([turn, still].map((step) => lengthMs(step, false))).toEqual([120_000, 60_000]);
  expect([turn, still].map((step) => lengthMs(step, true))).toEqual([30_000, 20_000]);
});

test('ten minutes of many steps are ten minutes to 50 ms, however late a page that nobody sees looks', () => {
  const lengths = fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(
      lengths,
      fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 50 }),
      (seconds, gaps) => {
        const last = 600 - seconds.reduce((sum, each) => sum + Math.min(each, 40), 0);
        const practice = of(
          ...[...seconds.map((each) => Math.min(each, 40)), last].map((sec): Step => ({
            k: 'still',
            sec,
            text: 'Be.',
          })),
          say('Done.'),
        );
        let play = beginPlay(practice, false, start);
        let at = start.at;
        for (let look = 0; play.step < practice.steps.length - 1; look++) {
          at += gaps[look % gaps.length] ?? 1;
          play = passTime(play, practice, at);
        }
        expect(Math.abs(play.stepAt - start.at - 600_000)).toBeLessThanOrEqual(50);
      },
    ),
  );
});

test('a clock that sleeps and jumps cuts no step short, and never ends one early', () => {
  const practice = of(
    ...[20, 30, 40].map((sec): Step => ({ k: 'still', sec, text: 'Be.' })),
    say('Done.'),
  );
  const gap = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 5_000, max: 3e6 }));
  fc.assert(
    fc.property(fc.array(gap, { minLength: 1, maxLength: 60 }), (gaps) => {
      let play = beginPlay(practice, false, start);
      let at = start.at;
      let slept = 0;
      for (const each of gaps) {
        at += each;
        const before = play;
        play = passTime(play, practice, at);
        if (play.step === before.step) continue;
        expect(play.step).toBe(before.step + 1); // one at a time, even after a night
        const ran = at - before.stepAt;
        expect(ran).toBeGreaterThanOrEqual((before.step + 2) * 10_000);
        slept += play.stepAt - before.stepAt - (before.step + 2) * 10_000;
      }
      expect(slept).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('sixty breaths are ten minutes, however seldom somebody looks', () => {
  const step: Step = { k: 'breath', pattern: '4-6', breaths: 60, short: 1 };
  expect([lengthMs(step, false), lengthMs(step, true)]).toEqual([600_000, 10_000]);
  const practice = of(step, say('Done.'));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 40 }), (gaps) => {
      let play = beginPlay(practice, false, start);
      let at = start.at;
      for (const gap of gaps) {
        at += gap;
        play = passTime(play, practice, at);
        expect(play.step).toBe(at - start.at >= 600_000 ? 1 : 0);
        if (play.step === 1) return;
      }
    }),
  );
});

test('whatever is pressed in whatever order, it stands at a step that is there, or is done', () => {
  const moves: PlayMove['type'][] = ['next', 'back', 'enough', 'hold', 'goOn'];
  fc.assert(
    fc.property(
      fc.constantFrom(...practices),
      fc.boolean(),
      fc.array(fc.constantFrom(...moves.filter((type) => type !== 'answer')), { maxLength: 30 }),
      (item, short, pressed) => {
        const practice = withCards(item, practices);
        let play = beginPlay(practice, short, start);
        for (const type of pressed) play = movePlay(play, { type }, practice, start.at + 10);
        expect(ahead(practice, play)).toContain(play.step);
      },
    ),
  );
});

test('the pages of a card stand in the middle of another practice, and only its pages', () => {
  const card: Practice = {
    ...of({ k: 'page', heading: 'A', text: 'One idea.' }, safe),
    ...{ id: 'a-card', kind: 'card' },
  };
  const practice = of(say('Before.'), { k: 'card', of: 'a-card' }, say('After.'));
  const whole = withCards({ ...practice, shortest: [1, 2] }, [card]);
  expect(whole.steps.map(({ k }) => k)).toEqual(['say', 'page', 'say']);
  expect(whole.shortest).toEqual([1, 2]);
  const gone = withCards({ ...practice, shortest: [1, 2] }, []);
  expect([gone.steps.length, gone.shortest]).toEqual([2, [1]]);
});
