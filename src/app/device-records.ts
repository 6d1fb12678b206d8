/**
 * The person's devices by name: one sealed record each, so that no relay knows how many there are or what they
 * are called. It is for the eyes only; nothing about merging depends on it.
 */
import { devicesIn } from '../content/devices.ts';
import type { Json } from '../kernel/json.ts';
import { numberField, textField } from '../kernel/stored.ts';
import type { Ports } from '../ports.ts';
import { readOrCreateDevice } from '../vault/device-id.ts';
import type { Item } from '../vault/item.ts';
import { rowsOf } from '../vault/rows-of.ts';
import type { Vault } from '../vault/vault.ts';
import { daysView, type View } from '../vault/view.ts';
import { platformOf } from './platform-name.ts';

export interface KnownDevice {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds by its own clock. */
  readonly seen: number;
  /** The relay at which it was then, by its origin; empty when it did not say. */
  readonly at: string;
  /** When it joined the journal, by its own clock; 0 when it did not say. */
  readonly joined: number;
}

const kind = 'device';
export const devicesView = daysView(kind, '', '');
const recordIdOf = (id: string): string => `device:${id}`;

/** Milliseconds between two notes that this device was here (chosen): each is a row that travels. */
const noteEvery = 3_600_000;

/** Letters (chosen): two lines on a phone. */
export const longestName = 60;

const nameIn = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestName);

/** What a browser says of itself, in a page or in a worker. */
type Touched = Pick<Navigator, 'userAgent'> & Partial<Pick<Navigator, 'maxTouchPoints'>>;

export type DevicePorts = Pick<Ports, 'random' | 'languages' | 'shell'> & {
  readonly clock: Pick<Ports['clock'], 'wall'>;
};

/** Of each device that gave the journal to another one: who was there before, as {@link stayOf} has them. */
const awaitedKind = 'awaited';
const awaitedView = daysView(awaitedKind, '', '');
const awaitedIdOf = (id: string): string => `awaited:${id}`;

/** One stay of a device: whoever joins again, after having left or been removed, begins another. */
const stayOf = ({ id, joined }: KnownDevice): string => JSON.stringify([id, joined]);

export class DeviceRecords {
  protected readonly vault: Vault;
  readonly #ports: DevicePorts;

  constructor(vault: Vault, ports: DevicePorts) {
    this.vault = vault;
    this.#ports = ports;
  }

  /** The id of this device. */
  ownId(): Promise<string> {
    return readOrCreateDevice(this.vault.db, this.#ports.random);
  }

  /** Those that were not yet seen at this relay; one whose name nobody knows yet is among them. */
  async behind(origin: string): Promise<readonly KnownDevice[]> {
    const own = await this.ownId();
    const all = await this.#all();
    const late = all.filter(({ id, at }) => id !== own && at !== origin);
    return (await this.#awaits(all)) ? [...late, this.#nameless()] : late;
  }

  /** The journal is given to another device, which may be long in coming. */
  async awaitOne(): Promise<void> {
    const stays = (await this.#all()).map(stayOf);
    const id = awaitedIdOf(await this.ownId());
    await this.vault.write({ id, kind: awaitedKind, fields: { stays } });
  }

  /** Nobody took it. */
  async awaitNobody(): Promise<void> {
    await this.#came(awaitedIdOf(await this.ownId()));
  }

  async #came(awaited: string): Promise<void> {
    await this.vault.write({ id: awaited, kind: awaitedKind, fate: 'erase' });
  }

  async #awaits(all: readonly KnownDevice[]): Promise<boolean> {
    let awaits = false;
    for (const { id: awaited, fields, alive } of await this.#open(awaitedView)) {
      const { stays } = fields;
      if (!alive || !Array.isArray(stays)) continue;
      // Whoever gave it away may not have been on the list itself.
      const isNew = (one: KnownDevice): boolean =>
        awaitedIdOf(one.id) !== awaited && !stays.includes(stayOf(one));
      if (all.some(isNew)) await this.#came(awaited);
      else awaits = true;
    }
    return awaits;
  }

  async #all(): Promise<readonly KnownDevice[]> {
    return (await this.#open(devicesView)).flatMap(knownIn);
  }

  async #open(view: View<'rec'>): Promise<readonly Item[]> {
    return this.vault.openRows(await rowsOf(this.vault.db, [view]));
  }

  #nameless(): KnownDevice {
    const { awaited } = devicesIn(this.#ports.languages).names;
    return { id: '', name: awaited, seen: 0, at: '', joined: 0 };
  }

  /** Before its first round: whoever was in step with this journal once is on its list. */
  async joined(at: string): Promise<void> {
    const now = this.#ports.clock.wall();
    const own = await this.ownId();
    const name = (await this.#known(own))?.name ?? this.#usualName();
    await this.#put(own, { name, seen: now, at, joined: now, gone: false });
  }

  /** This device was in step at this relay now. Its name and its place on the list come with the first time. */
  async note(at: string): Promise<void> {
    if (this.vault.readOnly) return;
    const own = await this.ownId();
    const now = this.#ports.clock.wall();
    const device = await this.#known(own);
    // A clock that was set back is believed, too.
    if (device?.at === at && Math.abs(now - device.seen) < noteEvery) return;
    const name = device?.name ?? this.#usualName();
    await this.#put(own, { name, seen: now, at, gone: false });
  }

  /** An empty name leaves it as it was. False when it could not be kept. */
  async rename(id: string, name: string): Promise<boolean> {
    const meant = nameIn(name);
    return meant === '' || this.#put(id, { name: meant });
  }

  /** Takes it off the list, its name included; it comes back by itself when it is in step again. */
  forget(id: string): Promise<boolean> {
    return this.#put(id, { name: '', gone: true });
  }

  async #known(id: string): Promise<KnownDevice | undefined> {
    const item = await this.vault.read(recordIdOf(id));
    return item ? knownIn(item)[0] : undefined;
  }

  async #put(id: string, fields: Readonly<Record<string, Json>>): Promise<boolean> {
    return (await this.vault.write({ id: recordIdOf(id), kind, fields })).ok;
  }

  #usualName(): string {
    const { languages, shell } = this.#ports;
    // A worker knows of no fingers; only the extension has one, and no tablet the extension.
    const here: Touched = navigator;
    const touches = (here.maxTouchPoints ?? 0) > 1;
    const { browser, system } = platformOf(here.userAgent, touches);
    return devicesIn(languages).names.usual(browser, system, shell);
  }
}

export function knownIn(item: Item): KnownDevice[] {
  const name = nameIn(textField(item, 'name'));
  if (!item.alive || item.fields['gone'] === true || name === '') return [];
  const id = item.id.slice(recordIdOf('').length);
  const [seen, joined] = [numberField(item, 'seen') ?? 0, numberField(item, 'joined') ?? 0];
  return [{ id, name, seen, at: textField(item, 'at'), joined }];
}
