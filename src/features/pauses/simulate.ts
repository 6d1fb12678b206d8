/** Lets a scenario happen to the timing engine, as it would to a shell, and hands back what it decided. */
import { type LedgerRow } from './ledger.ts';
import { SimulatedComputer, type Stepped } from './simulation/computer.ts';
import { happen } from './simulation/happen.ts';
import { type Scenario } from './simulation/scenario.ts';

/** `watch` sees every step; the same scenario always has the same ledger. */
export function simulate(scenario: Scenario, watch?: (stepped: Stepped) => void): LedgerRow[] {
  const { start, zone, lengthMs, repairs, happenings } = scenario;
  const at = { wall: start, mono: 0, boot: 'simulated-0', zone };
  const computer = new SimulatedComputer({ ...scenario, at, watch });
  computer.send({ type: 'started' });
  if (repairs.length > 0) computer.send({ type: 'rulesChanged', repairs });
  for (const { afterMs, happening } of happenings) {
    computer.run(start + afterMs);
    happen(computer, happening);
  }
  computer.run(start + lengthMs);
  return computer.rows;
}
