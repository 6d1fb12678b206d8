import fc from 'fast-check';
import { expect, test } from 'vitest';

import { practicesFor } from '#core/content/practices.ts';
import {
  breathLimits,
  breathTurns,
  ownBreathId,
  parseOwnBreath,
  parsePlaySettings,
  playSettingsFields,
  withBreath,
  type OwnBreath,
  type PlaySettings,
} from '#core/features/practices/play-settings.ts';
import { wholeBreathsMs } from '#core/kernel/breath.ts';
import { lengthMs, patternOf, saidPhase } from '#core/features/practices/play-time.ts';

const ownBreath: fc.Arbitrary<OwnBreath> = fc.record(
  Object.fromEntries(
    breathTurns.map((turn) => {
      const [min, max] = breathLimits[turn];
      return [turn, fc.integer({ min, max })];
    }),
  ) as Record<keyof OwnBreath, fc.Arbitrary<number>>,
);

test('an own breath comes back as it was set, and takes the seconds it was set to', () => {
  fc.assert(
    fc.property(ownBreath, (own) => {
      const id = ownBreathId(own);
      expect(parseOwnBreath(id)).toEqual({ id, ...own });
      expect(wholeBreathsMs(patternOf(id), 0)).toBe(
        (own.in + own.hold + own.out + own.rest) * 1_000,
      );
    }),
  );
});

test.each(['', '4-6', 'box', '4-6-8', '1-0-6-0', '4-8-6-0', '4-0-99-0', '4-0-6-x', '4.5-0-6-0'])(
  '"%s" is no own breath: the one it was written with stays',
  (id) => {
    expect(parseOwnBreath(id)).toBeNull();
  },
);

test('settings come back as they were made; broken ones are as if never made', () => {
  const nothing = { breath: null, chime: false, touch: false };
  expect(parsePlaySettings({}, { chime: false })).toEqual(nothing);
  const changed: PlaySettings = { breath: '4-2-6-1', chime: true, touch: true };
  expect(parsePlaySettings(playSettingsFields(changed), { chime: false })).toEqual(changed);
  const broken = { 'practice.play.breath': '0-0-0-0', 'practice.play.touch': 'yes' };
  expect(parsePlaySettings(broken, { chime: false })).toEqual(nothing);
});

test('a chime sounds where pauses have one, until practices are told otherwise', () => {
  expect(parsePlaySettings({}, { chime: true }).chime).toBe(true);
  expect(parsePlaySettings(playSettingsFields({ chime: false }), { chime: true }).chime).toBe(
    false,
  );
});

test('whatever the breath, a practice has as many of them as its words say', () => {
  for (const practice of practicesFor(['en']).practices) {
    const own = withBreath(practice, '5-0-7-0');
    expect(withBreath(practice, null)).toBe(practice);
    own.steps.forEach((step, at) => {
      const written = practice.steps[at];
      if (step.k === 'breath' && written?.k === 'breath')
        expect([step.breaths, lengthMs(step, false)]).toEqual([
          written.breaths,
          written.breaths * 12_000,
        ]);
      else expect(step).toBe(written);
    });
  }
});

test('a turn too short to be said aloud stays with the one before it', () => {
  const said = (id: string): string[] =>
    breathTurns.map((phase) => saidPhase(patternOf(id), phase));
  expect(said('box')).toEqual(['in', 'hold', 'out', 'rest']);
  expect(said('4-1-6-1')).toEqual(['in', 'in', 'out', 'out']);
});
