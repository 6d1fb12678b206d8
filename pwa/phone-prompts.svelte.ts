/** Lets prompts reach this device while Comma is closed: a subscription, and the next moments left at the relay. */
import type { Comma } from '#core/app/comma.svelte.ts';
import type { EngineState } from '#core/features/pauses/engine-state.ts';
import type { PauseRules } from '#core/features/pauses/rules.ts';
import { lateBy, wakeMoments, type WakeMoment } from '#core/features/pauses/wakes.ts';
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { longestWait, mostWakes } from '#core/sync/protocol/limits.ts';
import type { Wake } from '#core/sync/protocol/wakes.ts';
import { systemFetch } from '#core/sync/relay/ask.ts';
import { RelayFailure } from '#core/sync/relay/failure.ts';
import { wakeDeskAt, type WakeDesk } from '#core/sync/relay/wakes.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { relayTokenOf, wakeTokenOf, wireIdOf } from '#core/vault/keys.ts';
import { lastWakeKey, phonePromptsKey, type PhonePrompts } from '#core/vault/phone-prompts.ts';
import { readRelay } from '#core/vault/relay-setting.ts';

import type { PhoneFound, Subscribed } from './phone-checks.ts';
import { isEnded, Troubled, troubleOf, type PhoneTrouble } from './phone-trouble.ts';
import { isInstalled, isTabOnPhone } from './installed.ts';
import { knownSubscription, patience, subscriptionFor, unsubscribe } from './subscribe.ts';
import { subscriptionOf } from './subscription.ts';

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
      this.#subscribed = (await knownSubscription()) ? 'yes' : 'none';
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
      await unsubscribe();
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
      await (await this.#deskOf(kept)).drop(kept.device);
      await unsubscribe();
      await this.#comma.vault.db.meta.bulkDelete([phonePromptsKey, lastWakeKey]);
      this.#kept = null;
      this.#lastWake = null;
    });
  }

  tryNow(): Promise<boolean> {
    return this.#attempt(async () => {
      const kept = this.#kept;
      if (!kept) return;
      const desk = await this.#deskOf(kept);
      await desk.wakeNow(kept.device).catch(async (failure: unknown) => {
        if (!isEnded(failure)) throw failure;
        await this.#leave();
        await desk.wakeNow(kept.device);
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

  /** As it was left, until it is known where the engine stands. */
  #moments(): WakeMoment[] {
    const { state, rules, now } = this.#comma.pauses;
    if (!state)
      return (this.#kept?.wakes ?? []).flatMap(({ slot, at }) =>
        at > this.#comma.ports.clock.wall() ? { slot, at } : [],
      );
    return wakeMoments(state, rules, now, { ms: longestWait - patience, most: mostWakes });
  }

  #planOf(): string {
    return JSON.stringify(this.#moments());
  }

  /** Leaves the plan of now at the relay, with a subscription that lives. */
  async #leave(): Promise<void> {
    const moments = this.#moments();
    await this.#callOff(moments);
    // Locked, no moment can be given a name; those that have one can go.
    if (this.#comma.vault.isLocked) await this.#leaveKnown();
    else await this.#leaveAll(moments);
    this.#left = JSON.stringify(moments);
  }

  /** Before the relay, which may not answer: a push that comes all the same names nothing then. */
  async #callOff(moments: readonly WakeMoment[]): Promise<void> {
    const kept = this.#kept;
    if (!kept) return;
    const stands = ({ slot, at }: WakeMoment): boolean =>
      moments.some((moment) => moment.slot === slot && moment.at === at);
    const off = kept.wakes.flatMap((wake) => (stands(wake) ? [] : wake.name));
    await this.#keep({ ...kept, off });
  }

  async #leaveKnown(): Promise<void> {
    const kept = this.#kept;
    const known = await knownSubscription();
    // Without a subscription nothing comes; the next launch that is open makes one.
    if (!kept || !known) return;
    const { device, off = [] } = kept;
    const wakes = this.#waits(kept.wakes.filter(({ name }) => !off.includes(name)));
    await (await this.#deskOf(kept)).put(device, { subscription: subscriptionOf(known), wakes });
  }

  async #leaveAll(moments: readonly WakeMoment[]): Promise<void> {
    const { vault, ports } = this.#comma;
    const setting = await readRelay(vault.db);
    const origin = setting?.origin ?? ports.relay?.origin ?? location.origin;
    const former = this.#kept;
    const wakes = await Promise.all(
      moments.map(async (moment) => ({
        ...moment,
        name: await wireIdOf(vault.keys, `wake ${moment.slot}`),
      })),
    );
    const device = former?.device ?? toBase64Url(systemRandom(16));
    const { token, hash: own } = await wakeTokenOf(vault.seed, origin, device);
    const next: PhonePrompts = { device, origin, vault: vault.keys.vault, token, wakes };
    const desk = await this.#deskOf(next);
    const put = async (): Promise<void> => {
      const subscription = await subscriptionFor(desk);
      await desk.put(device, { subscription, wakes: this.#waits(wakes), own });
    };
    await put().catch(async (failure: unknown) => {
      if (!isEnded(failure)) throw failure;
      await unsubscribe();
      await put();
    });
    await this.#keep(next);
    // The journal has another key or relay by now: what it left there before would still ring.
    if (former && (former.vault !== next.vault || former.origin !== origin)) {
      const before = await this.#deskOf(former);
      await before.drop(device).catch((failure: unknown) => {
        // Deleted there, or gone: another relay has another key, and with it this subscription ended.
        if (!(failure instanceof RelayFailure)) throw failure;
      });
    }
  }

  #waits(wakes: PhonePrompts['wakes']): Wake[] {
    const wall = this.#comma.ports.clock.wall();
    return wakes.map(({ name, at }) => ({
      name,
      wait: Math.max(0, at + lateBy(fromBase64Url(name)) - wall),
    }));
  }

  async #keep(kept: PhonePrompts): Promise<void> {
    await this.#comma.vault.db.meta.put({ key: phonePromptsKey, value: kept });
    this.#kept = kept;
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

  /** With the journal's own token where it is known; locked, or for a vault of before, with what this device has of it. */
  async #deskOf({ origin, vault, token: own }: PhonePrompts): Promise<WakeDesk> {
    const { vault: journal } = this.#comma;
    const isOpen = !journal.isLocked && vault === journal.keys.vault;
    const token = isOpen ? await relayTokenOf(journal.seed, origin) : own;
    return wakeDeskAt({ origin, vault, token }, systemFetch, systemSchedule);
  }

  async #read<Value>(key: string): Promise<Value | null> {
    const kept = (await this.#comma.vault.db.meta.get(key))?.value as Value | undefined; // only written by this app
    return kept ?? null;
  }
}
