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

  /** Those that were not yet seen at this relay. */
  async behind(origin: string): Promise<readonly KnownDevice[]> {
    const own = await this.ownId();
    const rows = await rowsOf(this.vault.db, [devicesView]);
    const all = (await this.vault.openRows(rows)).flatMap(knownIn);
    return all.filter(({ id, at }) => id !== own && at !== origin);
  }

  /** This device was in step at this relay now. Its name and its place on the list come with the first time. */
  async note(at: string): Promise<void> {
    if (this.vault.readOnly) return;
    const own = await this.ownId();
    const item = await this.vault.read(recordIdOf(own));
    const now = this.#ports.clock.wall();
    const device = item && knownIn(item)[0];
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
  return [{ id, name, seen: numberField(item, 'seen') ?? 0, at: textField(item, 'at') }];
}
