import { contentFor } from '../content/index.ts';
import type { Content } from '../content/schema.ts';
import { PausesState } from '../features/pauses/pauses.svelte.ts';
import type { Bytes } from '../kernel/bytes.ts';
import type { Result } from '../kernel/result.ts';
import type { Ports } from '../ports.ts';
import { allowFormats } from '../ui/formats.svelte.ts';
import { painted } from '../ui/painted.ts';
import { Ahead } from '../vault/ahead.svelte.ts';
import { EarlyVault } from '../vault/early-vault.ts';
import type { FirstLook } from '../vault/first-look.ts';
import type { WriteFailure } from '../vault/item.ts';
import { SettingsState } from '../vault/settings.svelte.ts';
import type { Vault } from '../vault/vault.ts';
import type { Devices } from './devices.svelte.ts';
import { vaultName } from './vault-name.ts';

/**
 * Everything one page needs, made once: where the features meet. It is there before the vault is open, so
 * that a first screen can stand on what the first look finds.
 */
export class Comma {
  readonly ports: Ports;
  readonly content: Content;
  readonly settings: SettingsState;
  readonly pauses: PausesState;
  /** What first screens read through. */
  readonly early: EarlyVault;
  /** What is changed on screens goes through it. */
  readonly ahead: Ahead;
  /** The first screen has been painted with what the first look found: whatever else there is may be fetched. */
  readonly shown: Promise<void>;
  /** Opens the vault before the first screen stands, because something already waits for it. */
  #hurry = (): void => undefined;
  #vault: Vault | null = null;
  #devices: Promise<Devices> | null = null;
  #trouble = $state<WriteFailure['type'] | null>(null);
  #locked = $state(false);
  #lockOn = $state(false);
  #covered = $state(false);

  constructor(ports: Ports, look: Promise<FirstLook | null>) {
    const { random, clock, writing, bodies } = ports;
    const lockKey = async (): Promise<Bytes | null> => (await ports.lockKeys()).get();
    this.ports = ports;
    this.content = contentFor(ports.languages);
    this.shown = look.then((found) => (found ? painted() : undefined));
    void this.shown.then(allowFormats);
    const wanted = new Promise<void>((resolve) => (this.#hurry = resolve));
    this.early = new EarlyVault(
      look,
      Promise.race([this.shown, wanted]).then(() =>
        ports.vault({ name: vaultName, random, writing, bodies, wall: clock.wall, lockKey }),
      ),
    );
    this.ahead = new Ahead(this.early);
    this.settings = new SettingsState(this.ahead);
    this.pauses = new PausesState(this.early, this.ahead, this.settings, ports);
    void this.opened.then(
      (vault) => {
        this.#vault = vault;
        vault.onKeys(() => {
          this.lockChanged();
        });
        this.lockChanged();
        if (vault.readOnly) this.#trouble = 'ReadOnly';
      },
      () => undefined, // `showApp` says it
    );
    void this.bringLater(() => import('./watch-lock.ts')).then(
      ({ watchLock }) => watchLock(this),
      () => undefined, // `showApp` says it
    );
  }

  /** Rejects when the journal does not open. */
  get opened(): Promise<Vault> {
    return this.early.opened;
  }

  /** For what was brought: it is open by then. */
  get vault(): Vault {
    if (!this.#vault) throw new Error('The vault is not open yet: bring what needs it');
    return this.#vault;
  }

  /** The lock is closed: nothing that was written opens. */
  get locked(): boolean {
    return this.#locked;
  }

  /** A lock is on, and open: it can be closed. */
  get lockable(): boolean {
    return this.#lockOn && !this.#locked;
  }

  /** The lock is about to close, and this page with it. */
  get covered(): boolean {
    return this.#covered;
  }

  /** Closes the lock in every window of this shell, or lets its key go with a lock that was turned off. */
  async closeLock(): Promise<void> {
    await (await this.ports.lockKeys()).drop();
  }

  /** Looks again how the lock of the open vault stands. */
  lockChanged(): void {
    this.#locked = this.vault.isLocked;
    this.#lockOn = this.vault.lock !== null;
  }

  /** Takes every screen away before the lock closes; each saves what was being typed as it goes. */
  cover(): void {
    this.#locked = true;
    this.#covered = true;
  }

  /** Resolves once there are keys; at once where no lock is closed. */
  async unlocked(): Promise<Vault> {
    const vault = await this.opened;
    if (vault.isLocked)
      await new Promise<void>((resolve) => {
        const stop = vault.onKeys(() => {
          if (vault.isLocked) return;
          stop();
          resolve();
        });
      });
    return vault;
  }

  /** Opens it now rather than when the first screen stands. */
  open(): Promise<Vault> {
    this.#hurry();
    return this.opened;
  }

  /** Fetches a part that needs the open vault, and waits for both. */
  async bring<Part>(load: () => Promise<Part>): Promise<Part> {
    const [part] = await Promise.all([load(), this.open()]);
    return part;
  }

  /** The same, once the first screen stands. */
  async bringLater<Part>(load: () => Promise<Part>): Promise<Part> {
    await this.shown;
    return this.bring(load);
  }

  /** In step with the person's other devices, from when it is first asked for. */
  devices(): Promise<Devices> {
    this.#devices ??= this.bringLater(() => import('./devices.svelte.ts')).then(
      async (later) => new later.Devices(await this.unlocked(), this.ports),
    );
    return this.#devices;
  }

  /** Why the last change could not be kept; a banner says it until a change goes through again. */
  get trouble(): WriteFailure['type'] | null {
    return this.#trouble;
  }

  /** True when the change was kept; otherwise the person's words stay where they are, on the screen. */
  kept(result: Result<unknown, WriteFailure>): boolean {
    this.#trouble = result.ok ? null : result.error.type;
    return result.ok;
  }
}
