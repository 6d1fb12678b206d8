/**
 * Several devices of one person, and what carries their facts and signs between them. Each has an engine and a clock
 * of its own; who speaks is theirs to find out.
 */
import { type PauseFact, type Sign, type SignOf } from '#core/features/pauses/events.ts';
import { speaksHere } from '#core/features/pauses/speaking.ts';
import { second, type World } from './world.ts';

export class Device {
  readonly world: World;
  readonly name: string;
  online = true;
  /** Switched off without a word. */
  dead = false;
  private told = 0;
  private signed = 0;
  /** What it wrote last, as it would lie in its record. */
  sign: Sign | null = null;

  constructor(world: World, name: string) {
    this.world = world;
    this.name = name;
  }

  get speaks(): boolean {
    return speaksHere(this.world.state, this.world.at);
  }

  /** What it has told since the last time it was asked; undefined when there is nothing new. */
  news(): { facts: PauseFact[]; signed: boolean } | undefined {
    const { facts, signs } = this.world;
    const news = { facts: facts.slice(this.told), signed: signs.length > this.signed };
    this.told = facts.length;
    this.signed = signs.length;
    this.sign = signs.at(-1) ?? null;
    return news.facts.length > 0 || news.signed ? news : undefined;
  }

  pass(length: number): void {
    if (!this.dead) this.world.pass(length);
  }
}

export class Devices {
  readonly all: readonly Device[];
  /** Milliseconds that pass at once for everybody. */
  step = second;
  /** Milliseconds until the others hear of what reached the relay. */
  latency = 0;
  private now = 0;
  private readonly underWay: { at: number; to: Device; facts: readonly PauseFact[] }[] = [];
  /** Sees them after every such step. */
  watch: (() => void) | undefined;
  /** What reached the relay. */
  private readonly relay = new Map<Device, { sign: Sign | null; facts: PauseFact[] }>();

  constructor(...worlds: readonly World[]) {
    this.all = worlds.map((world, at) => new Device(world, `device-${at}`));
    this.meet();
  }

  /** Everyone who is in reach hears of everyone. */
  meet(): void {
    for (const device of this.all) this.hear(device, []);
    this.exchange();
    this.exchange();
  }

  /** A key on this one, and a moment for the news of it. */
  use(device: Device): void {
    device.world.input();
    this.exchange();
  }

  /** Everyone's time passes. */
  pass(length: number): void {
    for (let passed = 0; passed < length; passed += this.step) {
      this.now += this.step;
      for (const device of this.all) device.pass(this.step);
      this.deliver();
      this.exchange();
      this.watch?.();
    }
  }

  private deliver(): void {
    const due = this.underWay.filter(({ at }) => at <= this.now);
    for (const { to, facts } of due) if (to.online && !to.dead) this.hear(to, facts);
    this.underWay.splice(
      0,
      this.underWay.length,
      ...this.underWay.filter((each) => !due.includes(each)),
    );
  }

  exchange(): void {
    for (const device of this.all) {
      if (!device.online || device.dead) continue;
      const news = device.news();
      if (!news) continue;
      this.relay.set(device, {
        sign: device.sign,
        facts: [...(this.relay.get(device)?.facts ?? []), ...news.facts],
      });
      for (const other of this.all) {
        if (other === device || !other.online || other.dead) continue;
        if (this.latency === 0) this.hear(other, news.facts);
        else this.underWay.push({ at: this.now + this.latency, to: other, facts: news.facts });
      }
    }
  }

  /** One that was cut off hears everything at once. */
  reunite(device: Device): void {
    device.online = true;
    this.exchange();
    this.hear(
      device,
      [...this.relay].flatMap(([other, { facts }]) => (other === device ? [] : facts)),
    );
    this.exchange();
  }

  private hear(device: Device, facts: readonly PauseFact[]): void {
    const signs = [...this.relay].flatMap(([{ name }, { sign }]): SignOf[] =>
      sign ? [{ ...sign, device: name }] : [],
    );
    device.world.send({ type: 'elsewhere', facts, devices: { own: device.name, signs } });
  }

  /** Signs written so far. */
  get signs(): number {
    return this.all.reduce((sum, { world }) => sum + world.signs.length, 0);
  }

  get visible(): string[] {
    return this.all.flatMap(({ world, dead }) => (dead ? [] : [...world.visible]));
  }
}
