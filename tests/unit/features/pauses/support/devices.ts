/**
 * Several computers of one person, and what carries their facts and signs of use between them. The one that was
 * used last speaks; what comes first is told by the order of arrival and by each computer's own monotonic clock,
 * never by anybody's wall clock.
 */
import { type PauseFact } from '#core/features/pauses/events.ts';
import { second, type World } from './world.ts';

/** The other computer is believed to be in use for this long after its last sign. */
const leaseMs = 60 * second;
const stepMs = second;

export class Device {
  readonly world: World;
  online = true;
  /** Switched off without a word. */
  dead = false;
  private told = 0;
  private lease: { readonly order: number; readonly mine: boolean; readonly heard: number } | null =
    null;
  private speaks = true;

  constructor(world: World) {
    this.world = world;
  }

  /** What it has told since the last time it was asked. */
  news(): PauseFact[] {
    const facts = this.world.facts.slice(this.told);
    this.told = this.world.facts.length;
    return facts;
  }

  sees(order: number, mine: boolean): void {
    if (!this.lease || order > this.lease.order)
      this.lease = { order, mine, heard: this.world.mono };
    this.arbitrate();
  }

  pass(length: number): void {
    if (this.dead) return;
    this.arbitrate();
    this.world.pass(length);
  }

  private arbitrate(): void {
    const { lease, world } = this;
    const speaks = !lease || lease.mine || world.mono - lease.heard >= leaseMs || !this.online;
    if (speaks === this.speaks) return;
    this.speaks = speaks;
    world.send({ type: 'speaker', who: speaks ? 'here' : 'other' });
  }
}

export class Devices {
  readonly all: readonly Device[];
  /** Sees them after every second. */
  watch: (() => void) | undefined;
  private order = 0;

  constructor(...worlds: readonly World[]) {
    this.all = worlds.map((world) => new Device(world));
  }

  /** A key on this one: everybody who is reached hears of it, in one order. */
  use(device: Device): void {
    device.world.input();
    if (!device.online) return;
    this.order += 1;
    for (const other of this.all)
      if (other.online && !other.dead && other !== device) other.sees(this.order, false);
    device.sees(this.order, true);
  }

  /** Everyone's time passes; what one told reaches the others within a second. */
  pass(length: number): void {
    for (let passed = 0; passed < length; passed += stepMs) {
      for (const device of this.all) device.pass(stepMs);
      this.exchange();
      this.watch?.();
    }
  }

  exchange(): void {
    for (const device of this.all) {
      if (!device.online || device.dead) continue;
      const facts = device.news();
      if (facts.length === 0) continue;
      for (const other of this.all)
        if (other !== device && other.online && !other.dead)
          other.world.send({ type: 'elsewhere', facts });
    }
  }

  get visible(): string[] {
    return this.all.flatMap(({ world, dead }) => (dead ? [] : [...world.visible]));
  }
}
