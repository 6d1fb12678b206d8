/** The person at a simulated computer and what goes on around them, as a shell can see it. */
import { type Presence } from '../events.ts';
import { type SimulatedClock } from './clock.ts';
import { type Surrounding } from './scenario.ts';

export class SimulatedPerson {
  readonly #clock: SimulatedClock;
  readonly #around = new Set<Surrounding>();
  locked = false;
  /** The computer has noticed that nobody touches it. */
  idleNoticed = false;
  /** Hands at the keys all the time. */
  #atWork = true;
  /** True time. */
  #lastInput: number;
  #lastTyped: number | undefined;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
    this.#lastInput = clock.now;
  }

  get presence(): Presence {
    const { wall, now } = this.#clock;
    const onWall = (instant: number): number => instant + wall - now;
    const idle = this.idleNoticed ? 'idle' : 'active';
    const typed = this.#around.has('typing') ? now : this.#lastTyped;
    return {
      state: this.locked ? 'locked' : idle,
      lastInput: this.#atWork ? wall : onWall(this.#lastInput),
      meeting: this.#around.has('meeting'),
      sharing: this.#around.has('sharing'),
      watching: this.#around.has('media'),
      fullscreen: this.#around.has('fullscreen'),
      ...(typed !== undefined && { typedAt: onWall(typed) }),
    };
  }

  work(): void {
    this.touch();
    this.#atWork = true;
  }

  touch(): void {
    this.rest();
    this.idleNoticed = false;
  }

  /** No key from now on. */
  rest(): void {
    this.#lastInput = this.#clock.now;
    this.#atWork = false;
  }

  surround(what: Surrounding, on: boolean): void {
    if (what === 'typing' && !on) this.#lastTyped = this.#clock.now;
    if (on) this.#around.add(what);
    else this.#around.delete(what);
  }
}
