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
import { liveItems, type Live } from '../vault/live.svelte.ts';
import type { Vault } from '../vault/vault.ts';
import { daysView } from '../vault/view.ts';
import { platformOf } from './platform-name.ts';

export interface KnownDevice {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds by its own clock. */
  readonly seen: number;
  /** The relay at which it was then, by its origin; empty when it did not say. */
  readonly at: string;
}

const kind = 'device';
const devicesView = daysView(kind, '', '');
const recordIdOf = (id: string): string => `device:${id}`;

/** Milliseconds between two notes that this device was here (chosen): each is a row that travels. */
const noteEvery = 3_600_000;

/** Letters (chosen): two lines on a phone. */
export const longestName = 60;

const nameIn = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestName);

export class DeviceList {
  readonly #vault: Vault;
  readonly #ports: Ports;
  readonly #kept: Live<readonly KnownDevice[]>;
  #here = $state('');

  constructor(vault: Vault, ports: Ports) {
    this.#vault = vault;
    this.#ports = ports;
    this.#kept = liveItems(vault, [devicesView], (items) => items.flatMap(known), []);
  }

  /** This one first, then those that were here last. */
  get all(): readonly KnownDevice[] {
    const rank = ({ id, seen }: KnownDevice): number => (id === this.#here ? Infinity : seen);
    return this.#kept.current.toSorted((a, b) => rank(b) - rank(a));
  }

  /** The id of this device; empty until it is known. */
  get here(): string {
    return this.#here;
  }

  /** Those that were not yet seen at this relay. Read anew, as what a screen follows may lag behind. */
  async behind(origin: string): Promise<readonly KnownDevice[]> {
    const rows = await rowsOf(this.#vault.db, [devicesView]);
    const all = (await this.#vault.openRows(rows)).flatMap(known);
    return all.filter(({ id, at }) => id !== this.#here && at !== origin);
  }

  /** This device was in step at this relay now. Its name and its place on the list come with the first time. */
  async note(at: string): Promise<void> {
    const { random, clock } = this.#ports;
    if (this.#vault.readOnly) return;
    this.#here = await readOrCreateDevice(this.#vault.db, random);
    const item = await this.#vault.read(recordIdOf(this.#here));
    const now = clock.wall();
    const device = item && known(item)[0];
    // A clock that was set back is believed, too.
    if (device?.at === at && Math.abs(now - device.seen) < noteEvery) return;
    const name = device?.name ?? this.#usualName();
    await this.#put(this.#here, { name, seen: now, at, gone: false });
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

  async #put(id: string, fields: Readonly<Record<string, Json>>): Promise<boolean> {
    return (await this.#vault.write({ id: recordIdOf(id), kind, fields })).ok;
  }

  #usualName(): string {
    const { languages, shell } = this.#ports;
    const { userAgent, maxTouchPoints } = navigator;
    const { browser, system } = platformOf(userAgent, maxTouchPoints > 1);
    return devicesIn(languages).names.usual(browser, system, shell);
  }
}

function known(item: Item): KnownDevice[] {
  const name = nameIn(textField(item, 'name'));
  if (!item.alive || item.fields['gone'] === true || name === '') return [];
  const id = item.id.slice(recordIdOf('').length);
  return [{ id, name, seen: numberField(item, 'seen') ?? 0, at: textField(item, 'at') }];
}
