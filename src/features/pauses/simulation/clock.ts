/** The clocks of a simulated computer: true time, the wall clock somebody may set, and the one that stops in sleep. */
import { type Moment } from '../engine-state.ts';

export class SimulatedClock {
  /** True time, an instant that no setting of the wall clock moves. */
  now: number;
  zone: string;
  #off = 0;
  #highest = -Infinity;
  #monoFrom: number;
  #boot: string;
  #boots = 0;
  #asleepSince: number | null = null;

  constructor({ wall, mono, boot, zone }: Moment) {
    this.now = wall;
    this.zone = zone;
    this.#monoFrom = wall - mono;
    this.#boot = boot;
  }

  get wall(): number {
    return this.now + this.#off;
  }

  get at(): Moment {
    const { wall, zone } = this;
    return { wall, mono: (this.#asleepSince ?? this.now) - this.#monoFrom, boot: this.#boot, zone };
  }

  get asleep(): boolean {
    return this.#asleepSince !== null;
  }

  sleep(): void {
    this.#asleepSince ??= this.now;
  }

  wake(): void {
    if (this.#asleepSince === null) return;
    this.#monoFrom += this.now - this.#asleepSince;
    this.#asleepSince = null;
  }

  set(byMs: number): void {
    this.#highest = Math.max(this.#highest, this.wall);
    this.#off += byMs;
  }

  /** A new context, whose monotonic clock begins at zero. */
  bootAnew(): void {
    this.#boots += 1;
    this.#boot = `simulated-${this.#boots}`;
    this.#monoFrom = this.now;
  }

  /** What the wall clock shows, as true time. */
  trueTime(wall: number): number {
    return wall - this.#off;
  }

  /** The same for an alarm that goes by the wall clock: silent while that shows what it has shown before. */
  trueTimeUnrepeated(wall: number): number {
    return Math.max(wall, this.#highest) - this.#off;
  }
}
