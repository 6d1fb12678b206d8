/**
 * Saves what is typed a moment after the last key, and at least once a second while typing goes on, so
 * that a crash loses at most the last second.
 */
export class Autosave<Value> {
  readonly #save: (value: Value) => Promise<void>;
  #waiting: { readonly value: Value } | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #most: ReturnType<typeof setTimeout> | undefined;
  /** One save at a time, in the order of typing. */
  #saving: Promise<void> = Promise.resolve();

  constructor(save: (value: Value) => Promise<void>) {
    this.#save = save;
  }

  edit(value: Value): void {
    this.#waiting = { value };
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.flush(), idleMs);
    this.#most ??= setTimeout(() => void this.flush(), mostMs);
  }

  /** Saves now what waits; call on blur, hide and before leaving. */
  flush(): Promise<void> {
    clearTimeout(this.#idle);
    clearTimeout(this.#most);
    this.#most = undefined;
    const waiting = this.#waiting;
    this.#waiting = null;
    // A save that threw was reported to whoever flushed it; the next one still goes ahead.
    if (waiting) {
      const saving = this.#saving.catch(() => undefined).then(() => this.#save(waiting.value));
      this.#saving = saving;
      underWay.add(saving);
      const done = (): boolean => underWay.delete(saving);
      saving.then(done, done);
    }
    return this.#saving;
  }

  /** Forgets what waits: it was kept another way, or let go on purpose. */
  drop(): Promise<void> {
    this.#waiting = null;
    return this.flush();
  }
}

/** Every save of this page that is not done yet. */
const underWay = new Set<Promise<void>>();

/** Resolves when whatever was being saved is saved, or could not be. */
export async function allSaved(): Promise<void> {
  await Promise.allSettled(underWay);
}

/** The product's promise (architecture: 800 ms after the last key). */
const idleMs = 800;
const mostMs = 1_000;
