/** Lets a scenario happen, and counts what it cost. */
import { SimulatedComputer } from '../../../src/features/pauses/simulation/computer.ts';
import { happen } from '../../../src/features/pauses/simulation/happen.ts';
import { type Scenario } from '../../../src/features/pauses/simulation/scenario.ts';
import { type Shown } from './truth.ts';

interface Cost {
  steps: number;
  /** Rings of the alarm. */
  knocks: number;
  /** Rings at which something was decided. */
  decisive: number;
  /** Of the others, those while active time was counted, which sleep is noticed by. */
  sensing: number;
  /** What a shell writes: each decision, and the marks of quiet time twice a minute at most. */
  writes: number;
  /** Steps that did not ask for exactly one alarm. */
  oddAlarms: number;
}

interface Run {
  readonly shown: readonly Shown[];
  readonly cost: Cost;
}

const quietMs = 30_000;

export function run(scenario: Scenario): Run {
  const { start, zone, lengthMs, happenings } = scenario;
  const at = { wall: start, mono: 0, boot: 'simulated-0', zone };
  const cost: Cost = { steps: 0, knocks: 0, decisive: 0, sensing: 0, writes: 0, oddAlarms: 0 };
  const shown: { slot: string; at: number; ended: number }[] = [];
  let writtenAt = -Infinity;
  let counted = false;
  const computer = new SimulatedComputer({
    ...scenario,
    at,
    watch: ({ event, effects, keep, state }) => {
      const { now } = computer.clock;
      cost.steps += 1;
      if (effects.filter(({ type }) => type === 'wake').length !== 1) cost.oddAlarms += 1;
      if (event.type === 'heartbeat') cost.knocks += 1;
      if (event.type === 'heartbeat' && effects.length > 1) cost.decisive += 1;
      else if (event.type === 'heartbeat' && counted) cost.sensing += 1;
      counted =
        state.whereabouts.is !== 'away' &&
        scenario.rules.prompts.some(
          ({ id, cadence }) => cadence.type === 'active' && state.prompts[id]?.stretch === 'open',
        );
      if (keep === 'now' || now - writtenAt >= quietMs) {
        writtenAt = now;
        cost.writes += 1;
      }
      if (event.type === 'shown') shown.push({ slot: event.slot, at: now, ended: now });
      const last = shown.at(-1);
      if (event.type === 'finished' && last) last.ended = now;
    },
  });
  computer.send({ type: 'started' });
  for (const { afterMs, happening } of happenings) {
    computer.run(start + afterMs);
    happen(computer, happening);
  }
  computer.run(start + lengthMs);
  return { shown, cost };
}
