/** Lets prompts reach this device while Comma is closed: a subscription, and the next moments left at the relay. */
import type { Comma } from '#core/app/comma.svelte.ts';
import type { EngineState } from '#core/features/pauses/engine-state.ts';
import type { PauseRules } from '#core/features/pauses/rules.ts';
import { lateBy, wakeMoments, type WakeMoment } from '#core/features/pauses/wakes.ts';
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { longestWait, mostWakes } from '#core/sync/protocol/limits.ts';
import type { Subscription } from '#core/sync/protocol/wakes.ts';
import { systemFetch } from '#core/sync/relay/ask.ts';
import { RelayFailure } from '#core/sync/relay/failure.ts';
import { wakeDeskAt, type WakeDesk } from '#core/sync/relay/wakes.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { relayTokenOf, wireIdOf } from '#core/vault/keys.ts';
import { lastWakeKey, phonePromptsKey, type PhonePrompts } from '#core/vault/phone-prompts.ts';
import { readRelay } from '#core/vault/relay-setting.ts';

import type { PhoneFound, Subscribed } from './phone-checks.ts';
import { isEnded, Troubled, troubleOf, type PhoneTrouble } from './phone-trouble.ts';
import { subscriptionOf } from './subscription.ts';

/** Milliseconds (chosen): without a way to its push service a browser never answers. */
const patience = 20_000;
/** Milliseconds after a change (chosen): an answer and what follows from it are one plan. */
const gatherMs = 1_000;

export class PhonePromptsState {
  readonly #comma: Comma;
  #kept = $state.raw<PhonePrompts | null>(null);
  #lastWake = $state<number | null>(null);
  #trouble = $state<PhoneTrouble | null>(null);
  #working = $state(false);
  #subscribed = $state<Subscribed>('unknown');
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was last left at the relay in this run. */
  #left = '';
  /** The relay to which it went last in this run, whether or not that came about. */
  #asked = '';

  constructor(comma: Comma) {
    this.#comma = comma;
  }

  get on(): boolean {
    return this.#kept !== null;
  }

  get planned(): number {
    return this.#kept?.wakes.length ?? 0;
  }

  /** Epoch milliseconds. */
  get lastWake(): number | null {
    return this.#lastWake;
  }

  get trouble(): PhoneTrouble | null {
    return this.#trouble;
  }

  get working(): boolean {
    return this.#working;
  }

  /** At every launch: a subscription may have gone without a word. */
  async recall(): Promise<void> {
    this.#kept = await this.#read<PhonePrompts>(phonePromptsKey);
    await this.look();
    if (this.#kept) await this.#attempt(() => this.#leave());
  }

  async look(): Promise<void> {
    this.#lastWake = await this.#read<number>(lastWakeKey);
    if (!('PushManager' in globalThis)) this.#subscribed = 'absent';
    // Without a worker there is nobody to ask, and none would come.
    else if (await navigator.serviceWorker.getRegistration())
      this.#subscribed = (await this.#known()) ? 'yes' : 'none';
  }

  /** How it stands, as far as it was looked at. */
  found(wall: number): PhoneFound {
    return {
      installed: isInstalled(),
      mustInstall: isTabOnPhone(),
      subscribed: this.#subscribed,
      on: this.on,
      trouble: this.#trouble,
      lastWake: this.#lastWake,
      nextWake: this.#kept?.wakes.find(({ at }) => at > wall)?.at ?? null,
    };
  }

  /** A new subscription, and the plan of now. */
  renew(): Promise<boolean> {
    return this.#attempt(async () => {
      await (await this.#known())?.unsubscribe();
      await this.#leave();
    });
  }

  /** In a click: browsers refuse to ask otherwise. */
  turnOn(): Promise<boolean> {
    return this.#attempt(async () => {
      const permission = await this.#comma.ports.notices.ask();
      if (permission === 'absent') throw new Troubled(isTabOnPhone() ? 'install' : 'absent');
      if (permission !== 'granted') throw new Troubled('denied');
      await this.#leave();
    });
  }

  turnOff(): Promise<boolean> {
    return this.#attempt(async () => {
      const kept = this.#kept;
      if (!kept) return;
      await this.#deskOf(kept).drop(kept.device);
      await (await this.#known())?.unsubscribe();
      await this.#comma.vault.db.meta.bulkDelete([phonePromptsKey, lastWakeKey]);
      this.#kept = null;
      this.#lastWake = null;
    });
  }

  tryNow(): Promise<boolean> {
    return this.#attempt(async () => {
      const kept = this.#kept;
      if (!kept) return;
      await this.#deskOf(kept)
        .wakeNow(kept.device)
        .catch(async (failure: unknown) => {
          if (!isEnded(failure)) throw failure;
          await this.#leave();
          await this.#deskOf(kept).wakeNow(kept.device);
        });
    });
  }

  /** Something may have changed what comes: an answer, here or elsewhere, or the rules. */
  changed(state: EngineState | null, rules: PauseRules): void {
    const mayPlan = state !== null && (rules.on || this.planned > 0);
    if (!this.#kept || !mayPlan || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#kept && this.#planOf() !== this.#left) void this.#attempt(() => this.#leave());
    }, gatherMs);
  }

  /** The journal is at this relay now: what was left at the one before follows it. Asked once, as with each launch. */
  movedTo(origin: string | null): void {
    if (!this.#kept || origin === null || [this.#kept.origin, this.#asked].includes(origin)) return;
    this.#asked = origin;
    void this.#attempt(() => this.#leave());
  }

  #moments(): WakeMoment[] {
    const { state, rules, now } = this.#comma.pauses;
    return state
      ? wakeMoments(state, rules, now, { ms: longestWait - patience, most: mostWakes })
      : [];
  }

  #planOf(): string {
    return JSON.stringify(this.#moments());
  }

  /** Leaves the plan of now at the relay, with a subscription that lives. */
  async #leave(): Promise<void> {
    const { vault, ports } = this.#comma;
    const setting = await readRelay(vault.db);
    const origin = setting?.origin ?? ports.relay?.origin ?? location.origin;
    const token = await relayTokenOf(vault.seed, origin);
    const former = this.#kept;
    const moments = this.#moments();
    const wakes = await Promise.all(
      moments.map(async (moment) => ({
        ...moment,
        name: await wireIdOf(vault.keys, `wake ${moment.slot}`),
      })),
    );
    const device = former?.device ?? toBase64Url(systemRandom(16));
    const next: PhonePrompts = { device, origin, vault: vault.keys.vault, token, wakes };
    const desk = this.#deskOf(next);
    const wall = ports.clock.wall();
    const named = wakes.map(({ name, at }) => ({
      name,
      wait: Math.max(0, at + lateBy(fromBase64Url(name)) - wall),
    }));
    const put = async (): Promise<void> =>
      desk.put(device, { subscription: await this.#subscription(desk), wakes: named });
    await put().catch(async (failure: unknown) => {
      if (!isEnded(failure)) throw failure;
      await (await this.#known())?.unsubscribe();
      await put();
    });
    await vault.db.meta.put({ key: phonePromptsKey, value: next });
    this.#kept = next;
    this.#left = JSON.stringify(moments);
    // The journal has another key or relay by now: what it left there before would still ring.
    if (former && (former.vault !== next.vault || former.origin !== origin))
      await this.#deskOf(former)
        .drop(device)
        .catch((failure: unknown) => {
          // Deleted there, or gone: another relay has another key, and with it this subscription ended.
          if (!(failure instanceof RelayFailure)) throw failure;
        });
  }

  async #known(): Promise<PushSubscription | null> {
    const worker = await navigator.serviceWorker.ready;
    return worker.pushManager.getSubscription();
  }

  async #subscription(desk: WakeDesk): Promise<Subscription> {
    if (!('PushManager' in globalThis)) throw new Troubled(isTabOnPhone() ? 'install' : 'absent');
    const key = await desk.key();
    if (key === null) throw new Troubled('noPush');
    const worker = await navigator.serviceWorker.ready;
    let known = await worker.pushManager.getSubscription();
    const made = known?.options.applicationServerKey;
    if (known && made && toBase64Url(new Uint8Array(made)) !== key) {
      await known.unsubscribe(); // of a relay that has other keys by now
      known = null;
    }
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Troubled('slow'));
      }, patience);
    });
    const found =
      known ??
      (await Promise.race([
        worker.pushManager
          .subscribe({ userVisibleOnly: true, applicationServerKey: key })
          .catch((failure: unknown) => {
            const isBlocked = failure instanceof Error && failure.name === 'NotAllowedError';
            throw new Troubled(isBlocked ? 'denied' : 'slow');
          }),
        late,
      ]));
    return subscriptionOf(found);
  }

  async #attempt(act: () => Promise<void>): Promise<boolean> {
    this.#working = true;
    try {
      await act();
      this.#trouble = null;
      return true;
    } catch (failure) {
      this.#trouble = troubleOf(failure);
      return false;
    } finally {
      this.#working = false;
    }
  }

  #deskOf({ origin, vault, token }: PhonePrompts): WakeDesk {
    return wakeDeskAt({ origin, vault, token }, systemFetch, systemSchedule);
  }

  async #read<Value>(key: string): Promise<Value | null> {
    const kept = (await this.#comma.vault.db.meta.get(key))?.value as Value | undefined; // only written by this app
    return kept ?? null;
  }
}

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/** Safari on a phone has no notifications before the app is on the home screen. */
const isTabOnPhone = (): boolean => 'standalone' in navigator && !isInstalled();
