/** Lets a scenario happen to the timing engine, as it would to a shell, and hands back what it decided. */
import { type EngineState, type Moment } from './engine-state.ts';
import { type LedgerRow } from './ledger.ts';
import { SimulatedComputer, type Stepped } from './simulation/computer.ts';
import { happen } from './simulation/happen.ts';
import { type Scenario } from './simulation/scenario.ts';

/**
 * A scenario that goes on from where an engine stands, and in which nothing comes but what it tells: so the
 * computer need not look in between, and a day of many prompts is foreseen in an instant.
 */
export interface Foresight {
  readonly state: EngineState;
  readonly at: Moment;
  /** Whether the person comes for a pause that waits at an instant at which they are not there. */
  readonly comes: (instant: number) => boolean;
}

export interface Simulation {
  /** Sees every step. */
  readonly watch?: (stepped: Stepped) => void;
  readonly foresight?: Foresight;
}

/** The same scenario always has the same ledger. */
export function simulate(scenario: Scenario, { watch, foresight }: Simulation = {}): LedgerRow[] {
  const { start, zone, lengthMs, repairs, happenings } = scenario;
  const at = foresight?.at ?? { wall: start, mono: 0, boot: 'simulated-0', zone };
  const goesOn = foresight && { state: foresight.state, foreseen: true };
  const computer = new SimulatedComputer({ ...scenario, at, watch, ...goesOn });
  if (foresight) {
    computer.knock();
    computer.takeUp();
  } else computer.send({ type: 'started' });
  if (repairs.length > 0) computer.send({ type: 'rulesChanged', repairs });
  for (const { afterMs, happening } of happenings) {
    pass(computer, start + afterMs, foresight);
    // Up to here it waited: nobody looked in between.
    if (foresight && computer.state.slots.length > 0) computer.knock();
    happen(computer, happening);
    if (foresight) computer.knock();
  }
  pass(computer, start + lengthMs, foresight);
  return computer.rows;
}

function pass(computer: SimulatedComputer, until: number, foresight: Foresight | undefined): void {
  while (computer.ring(until))
    if (computer.state.slots.length > 0 && foresight?.comes(computer.clock.now) === true)
      happen(computer, { type: 'touch' });
  computer.run(until);
}
