/**
 * The service worker: offline on the first visit, and a new version only when the person says so. Only
 * the tab that accepted reloads; a reload elsewhere could take words with it.
 */
import { Workbox } from 'workbox-window';

/** How often an app that is never reloaded looks for a new version (chosen). */
const lookEveryMs = 60 * 60_000;

interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Under Trusted Types only this one address may become a worker. */
function workerUrl(): string {
  const url = '/sw.js';
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies }; // not in the DOM types yet
  return (
    trustedTypes
      ?.createPolicy('comma-sw', {
        createScriptURL: (asked) => {
          if (asked !== url) throw new Error('Only the app’s own worker may be registered');
          return asked;
        },
      })
      .createScriptURL(url) ?? url
  );
}

export class AppUpdate {
  #state = $state<'current' | 'offline' | 'waiting' | 'elsewhere'>('current');
  readonly #worker = new Workbox(workerUrl(), { updateViaCache: 'none' });
  #accepted = false;

  /** Registers the worker; a browser without one (or in private mode) simply has no offline. */
  async start(): Promise<void> {
    this.#worker.addEventListener('installed', ({ isUpdate }) => {
      if (!isUpdate) this.#state = 'offline';
    });
    this.#worker.addEventListener('waiting', () => {
      this.#state = 'waiting';
    });
    this.#worker.addEventListener('controlling', ({ isUpdate }) => {
      if (this.#accepted) location.reload();
      else if (isUpdate) this.#state = 'elsewhere';
    });
    await this.#worker.register();
    const look = (): void => void this.#worker.update();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') look();
    });
    setInterval(look, lookEveryMs);
  }

  /** `waiting`: a new version asks. `elsewhere`: another tab accepted it; this one is older until reloaded. */
  get state(): 'current' | 'offline' | 'waiting' | 'elsewhere' {
    return this.#state;
  }

  accept(): void {
    this.#accepted = true;
    if (this.#state === 'elsewhere') location.reload();
    else this.#worker.messageSkipWaiting();
  }

  later(): void {
    this.#state = 'current';
  }
}
