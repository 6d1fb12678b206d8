/**
 * Two hours of a person with two or three devices: they go from one to another, answer or do not, sit there and touch
 * none, walk off and come back; devices lose the network, the relay goes away, news takes its time, all sleep and
 * wake, clocks are off. The rule of who speaks is the real one.
 */
import { type Sign } from '#core/features/pauses/events.ts';

import { seeded, type Seeded } from '../support/seeded.ts';
import { Devices, type Device } from '../unit/features/pauses/support/devices.ts';
import {
  hour,
  instant,
  minute,
  prompt,
  second,
  World,
} from '../unit/features/pauses/support/world.ts';

export interface SpeakingVerdict {
  readonly seed: number;
  /** Pauses that stood on two screens although the devices had been in touch, for longer than news takes. */
  readonly doubled: number;
  /** Those that did so for as long as news takes, though nobody had just gone to another device. */
  readonly crossed: number;
  /** Pauses that came due on the device in use, and came nowhere. */
  readonly lost: number;
  /** Pauses that were taken and came again where that could be known. */
  readonly again: number;
  /** Slots with more than one ending on one device. */
  readonly split: number;
  /** Pauses that came. */
  readonly offers: number;
}

export const isQuiet = ({ doubled, crossed, lost, again, split }: SpeakingVerdict): boolean =>
  doubled + crossed + lost + again + split === 0;

/** What a mistake changes on the way from one device to another. */
export interface SpeakingFault {
  /** Undefined: the others do not hear of it. */
  readonly sign?: (sign: Sign | null) => Sign | null;
  /** Nobody is told what was taken. */
  readonly mute?: boolean;
  /** The rule that one device speaks is off. */
  readonly everyDevice?: boolean;
}

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const everyMs = 40 * minute;
const times = Array.from({ length: 36 }, (_, at) => at * 40);
/** Where these worlds are, in November. */
const berlinMs = hour;
const clockErrors = [0, 0, 0, 90 * second, -90 * second, 10 * minute, -10 * minute, 24 * hour];
/** From one device to another by way of the relay. */
const latencies = [0, 0, 2 * second, 4 * second];
const stepMs = 2 * second;
const start = instant('2026-11-23T09:00:30');
/** So long after everybody is back in touch nothing of the time before is on a screen any more. */
const settledMs = minute;
/** A pause that is due comes within this where a device has to ask for its turn. */
const patienceMs = 2 * minute;

class Life {
  readonly devices: Devices;
  readonly #chance: Seeded;
  readonly #taken = new Map<string, number>();
  readonly #due = new Map<string, { readonly device: Device; readonly at: number }>();
  #inUse: Device | null = null;
  #now = 0;
  #inTouchSince = 0;
  #twoSince: number | null = null;
  #turnedAt = -Infinity;
  #touchedAt = -Infinity;
  doubled = 0;
  crossed = 0;
  lost = 0;
  again = 0;

  constructor(chance: Seeded, fault: SpeakingFault) {
    this.#chance = chance;
    const rules = {
      hours: always,
      everyDevice: fault.everyDevice ?? false,
      prompts: [prompt('stretch', { type: 'clock', times, days: everyDay })],
    };
    const count = 2 + chance.below(2);
    const worlds = Array.from(
      { length: count },
      () => new World(rules, start + chance.pick(clockErrors)),
    );
    for (const world of worlds) this.#follow(world, fault);
    this.devices = new Devices(...worlds);
    this.devices.step = stepMs;
    this.devices.latency = chance.pick(latencies);
    this.devices.watch = () => {
      this.#look();
    };
  }

  get #isInTouch(): boolean {
    return this.devices.all.every(({ online }) => online);
  }

  #follow(world: World, fault: SpeakingFault): void {
    world.watch = (_event, effects) => {
      for (const effect of effects)
        if (
          effect.type === 'offer' &&
          !world.visible.has(effect.slot) &&
          this.#now - (this.#taken.get(effect.slot) ?? Infinity) > this.#onItsWay
        )
          this.again += this.#isSettled ? 1 : 0;
    };
    const { signs, facts } = world;
    if (fault.sign) {
      const push = signs.push.bind(signs);
      const { sign } = fault;
      signs.push = (...said) => push(...said.map(sign));
    }
    if (fault.mute === true) facts.push = () => 0;
  }

  get #isSettled(): boolean {
    return this.#isInTouch && this.#now - this.#inTouchSince >= settledMs;
  }

  /** After every step. */
  #look(): void {
    this.#now += this.devices.step;
    if (!this.#isInTouch) this.#inTouchSince = this.#now;
    this.#lookForTwo();
    this.#lookForDue();
  }

  /** What is found out at one step is told at the next. */
  get #onItsWay(): number {
    const { latency } = this.devices;
    return latency === 0 ? 0 : latency + stepMs;
  }

  #lookForTwo(): void {
    const { visible } = this.devices;
    if (!this.#isSettled || visible.length < 2) {
      this.#twoSince = null;
      return;
    }
    this.#twoSince ??= this.#now;
    if (this.#now - this.#twoSince >= this.#onItsWay) this.doubled += 1;
    else if (this.#now - this.#turnedAt > this.#onItsWay) this.crossed += 1;
  }

  /** On the clock of the device in use a pause falls due: it came somewhere, or will within the time it may take. */
  #lookForDue(): void {
    const device = this.#inUse;
    // Of two that were used while they were apart nobody can say which was used last.
    if (device && (!this.#isInTouch || this.#touchedAt > this.#inTouchSince)) {
      const { wall } = device.world;
      const shown = wall + berlinMs;
      const due = shown - (shown % everyMs);
      if (shown - due < this.devices.step)
        this.#due.set(`slot:stretch:${new Date(due).toISOString().slice(0, 16)}`, {
          device,
          at: this.#now,
        });
    }
    for (const [slot, { device: asked, at }] of this.#due) {
      if (this.#inUse !== asked) this.#due.delete(slot);
      else if (this.#now - at >= patienceMs) {
        this.#due.delete(slot);
        const came = this.devices.all.some(({ world }) =>
          world.offers.some((offer) => offer.slot === slot),
        );
        if (!came) this.lost += 1;
      }
    }
  }

  #touch(device: Device): void {
    if (!device.speaks) this.#turnedAt = this.#now;
    this.#touchedAt = this.#now;
    this.#inUse = device;
    this.devices.use(device);
  }

  #answer(device: Device): void {
    const [slot] = device.world.visible;
    if (slot === undefined) return;
    const { world } = device;
    if (this.#chance.chance(0.3)) world.send({ type: 'notNow', slot });
    else if (this.#chance.chance(0.8)) {
      world.send({ type: 'opened', slot });
      this.devices.pass(minute);
      world.send({ type: 'finished', slot, seconds: 60, how: 'done' });
      this.#taken.set(slot, this.#now);
    }
    this.devices.exchange();
  }

  #comeOrGo(): void {
    const { all } = this.devices;
    const away = all.filter(({ online }) => !online);
    if (away.length > 0 && this.#chance.chance(0.4))
      for (const each of away) this.devices.reunite(each);
    else if (this.#chance.chance(0.06)) for (const each of all) each.online = false;
    else if (this.#chance.chance(0.08)) this.#chance.pick(all).online = false;
  }

  #walkOff(): void {
    for (const { world } of this.devices.all) world.lock();
    this.devices.exchange();
    this.#inUse = null;
    this.devices.pass((5 + this.#chance.below(20)) * minute);
  }

  /** Nobody touches anything, and nothing says that nobody is there. */
  #sitStill(): void {
    this.devices.pass((4 + this.#chance.below(50)) * minute);
  }

  #sleep(): void {
    const length = (1 + this.#chance.below(60)) * minute;
    for (const { world } of this.devices.all) world.sleep(length);
    this.#inUse = null;
    this.#inTouchSince = this.#now;
    this.devices.exchange();
    this.devices.pass(minute);
  }

  live(): void {
    const { all } = this.devices;
    let device = this.#chance.pick(all);
    while (this.#now < 2 * hour) {
      this.#comeOrGo();
      if (this.#chance.chance(0.03)) this.#walkOff();
      if (this.#chance.chance(0.03)) this.#sitStill();
      if (this.#chance.chance(0.02)) this.#sleep();
      if (this.#chance.chance(0.2)) device = this.#chance.pick(all);
      this.#touch(device);
      this.devices.pass((6 + 6 * this.#chance.below(20)) * second);
      if (this.#chance.chance(0.6)) this.#answer(device);
    }
    for (const each of all) if (!each.online) this.devices.reunite(each);
    this.#touch(device);
    this.devices.pass(3 * minute);
  }
}

export function liveWithDevices(seed: number, fault: SpeakingFault = {}): SpeakingVerdict {
  const life = new Life(seeded(seed), fault);
  life.live();
  const { all } = life.devices;
  const split = all.reduce((sum, { world }) => {
    const slots = world.endings.map(({ slot }) => slot);
    return sum + slots.length - new Set(slots).size;
  }, 0);
  const offers = all.reduce((sum, { world }) => sum + world.offers.length, 0);
  const { doubled, crossed, lost, again } = life;
  return { seed, doubled, crossed, lost, again, split, offers };
}
