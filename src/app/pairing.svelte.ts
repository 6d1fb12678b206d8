/** Pairing two devices, as far as it has come. Until the person says that the digits match, nothing has changed. */
import { holderOf } from '../sync/relay/holder.ts';
import { mailboxAt } from '../sync/relay/mail.ts';
import { systemFetch, type RelayAddress } from '../sync/relay/ask.ts';
import { RelayFailure } from '../sync/relay/failure.ts';
import { toBase64Url, type Bytes } from '../kernel/bytes.ts';
import { codeOfText, codeToText, createPairingCode } from '../sync/pairing/code.ts';
import { showCode, takeCode, type MeetingParts, type Showing } from '../sync/pairing/by-code.ts';
import type { Pairing as Taking, PairingFailure } from '../sync/pairing/ask-to-pair.ts';
import { relayTroubleOf, type RelayTrouble } from '../sync/relay/trouble.ts';
import { systemSchedule } from '../sync/schedule.ts';
import { seedOfKit } from '../vault/kit.ts';
import type { RelaySetting } from '../vault/relay-setting.ts';
import type { Comma } from './comma.svelte.ts';
import type { Devices } from './devices.svelte.ts';

export type PairingStage =
  | 'rest'
  /** Looking whether the relay is there. */
  | 'reaching'
  /** The code is on this screen. */
  | 'showing'
  /** A code was given, and the device that shows it has not answered yet. */
  | 'calling'
  | 'comparing'
  /** The person said yes here; the other device or the relay is still at it. */
  | 'uniting'
  /** The kit was given: there is no other device to ask. */
  | 'joining'
  | 'done';

/** `Code`: it is none. `Elsewhere`: it is for a relay that this page may not speak to. */
export type PairingTrouble = PairingFailure['type'] | RelayTrouble | 'Code' | 'Elsewhere';

/** Of another device, or a recovery kit. */
export const isCode = async (text: string): Promise<boolean> =>
  codeOfText(text) !== null || (await seedOfKit(text)) !== null;

export class PairingFlow {
  readonly #comma: Comma;
  readonly #devices: Devices;
  readonly #parts: MeetingParts;
  #stage = $state<PairingStage>('rest');
  #trouble = $state<PairingTrouble | null>(null);
  #code = $state('');
  #digits = $state('');
  #answer: (matches: boolean) => void = () => undefined;
  #leave: () => void = () => undefined;
  /** What an attempt that was stopped still hears is no news. */
  #attempt = 0;

  constructor(comma: Comma, devices: Devices) {
    const { random, clock } = comma.ports;
    this.#comma = comma;
    this.#devices = devices;
    this.#parts = { fetch: systemFetch, schedule: systemSchedule, random, now: clock.wall };
  }

  get stage(): PairingStage {
    return this.#stage;
  }

  /** Why the last one did not come about. */
  get trouble(): PairingTrouble | null {
    return this.#trouble;
  }

  /** What the other device is to be given. */
  get code(): string {
    return this.#code;
  }

  get digits(): string {
    return this.#digits;
  }

  /** `invite`: what the relay's operator asks of those who come new. */
  async show(origin: string, invite?: string): Promise<void> {
    const address = { origin, ...(invite !== undefined && { invite }) };
    const isNew = this.#devices.state.origin === null;
    const attempt = await this.#begin(isNew ? () => this.#knock(address) : this.#reaches(origin));
    if (attempt === null) return;
    const code = createPairingCode(origin, this.#parts.random);
    const showing = showCode(code, () => this.#comma.vault.seed, this.#parts);
    this.#leave = () => {
      showing.decline();
    };
    this.#code = codeToText(code);
    this.#stage = 'showing';
    const shown = await showing.digits;
    if (!shown.ok) this.#end(attempt, shown.error.type);
    else if (await this.#compare(attempt, shown.value))
      await this.#handOver(attempt, showing, address);
  }

  async take(text: string): Promise<void> {
    const code = codeOfText(text);
    const { reachable } = this.#devices;
    const seed = code ? null : await seedOfKit(text);
    if (seed) {
      await this.#recover(seed, await holderOf(seed, reachable, this.#parts));
      return;
    }
    if (!code || !reachable.includes(code.origin)) {
      this.#end(++this.#attempt, code ? 'Elsewhere' : 'Code');
      return;
    }
    const attempt = await this.#begin(this.#reaches(code.origin));
    if (attempt === null) return;
    this.#stage = 'calling';
    const taking = takeCode(code, this.#parts);
    this.#leave = () => {
      taking.cancel();
    };
    const shown = await taking.digits;
    if (!shown.ok) this.#end(attempt, shown.error.type);
    else if (await this.#compare(attempt, shown.value))
      await this.#receive(attempt, taking, code.origin);
  }

  /** With the kit nobody is asked: whoever holds it holds the journal. */
  async #recover(seed: Bytes, origin: string): Promise<void> {
    const attempt = await this.#begin(this.#reaches(origin));
    if (attempt === null) return;
    this.#stage = 'joining';
    await this.#devices.join(seed, origin);
    this.#finish(attempt);
  }

  /** Whether the digits are the same on both devices. */
  answer(matches: boolean): void {
    if (matches) this.#answer(true);
    else this.stop();
    if (!matches) this.#trouble = 'Declined';
  }

  /** Stops wherever it is; nothing is shared. */
  stop(): void {
    this.#leave();
    this.#answer(false);
    this.#attempt++;
    this.#rest(null);
  }

  /** The number of this attempt; null, and said why, when the relay does not answer. */
  async #begin(reach: () => Promise<unknown>): Promise<number | null> {
    const attempt = ++this.#attempt;
    this.#trouble = null;
    this.#stage = 'reaching';
    this.#leave = () => undefined;
    try {
      await reach();
      return attempt === this.#attempt ? attempt : null;
    } catch (failure) {
      if (!(failure instanceof RelayFailure)) throw failure;
      this.#end(attempt, relayTroubleOf(failure));
      return null;
    }
  }

  /** A name that nobody has: the answer is that nothing is there, and only a relay gives it so. */
  #reaches(origin: string): () => Promise<unknown> {
    const { fetch, schedule, random } = this.#parts;
    return () => mailboxAt(origin, fetch, schedule).collect(toBase64Url(random(16)));
  }

  /** The relay may want a code of those who come new, which is better known before two people compare digits. */
  async #knock(address: RelayAddress): Promise<void> {
    try {
      await this.#devices.keeper.lookAt(address);
    } catch (failure) {
      // This device left a vault that is deleted by now, and comes back with a new key.
      if (!(failure instanceof RelayFailure && failure.refusal === 'deleted')) throw failure;
    }
  }

  /** Whether the person found them to be the same. */
  async #compare(attempt: number, digits: string): Promise<boolean> {
    if (attempt !== this.#attempt) return false;
    this.#digits = digits;
    this.#code = '';
    this.#stage = 'comparing';
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** The journal goes to the relay first: the other device then finds it there. */
  async #handOver(attempt: number, showing: Showing, setting: RelaySetting): Promise<void> {
    this.#stage = 'uniting';
    const { keeper, list, state } = this.#devices;
    const isNew = state.origin === null;
    if (isNew) await keeper.choose(setting);
    // Told with the journal itself: any device may be the one that moves it elsewhere before the new one has come.
    await list.awaitOne();
    // A vault that was deleted at a relay stays deleted there; this device left it, and comes back with a new key.
    if (!(await keeper.sync()) && !(isNew && (await this.#afresh()))) {
      showing.decline();
      await list.awaitNobody();
      this.#end(attempt, keeper.state.trouble ?? 'Interrupted');
      if (isNew) await keeper.use(null);
      return;
    }
    const handed = await showing.confirm();
    if (handed.ok) this.#finish(attempt);
    else {
      // Cut off, the other device may have it all the same.
      if (handed.error.type !== 'Interrupted') await list.awaitNobody();
      this.#end(attempt, handed.error.type);
    }
  }

  async #afresh(): Promise<boolean> {
    const { keeper, bridged } = this.#devices;
    return keeper.state.trouble === 'deleted' && !bridged && (await keeper.renew());
  }

  async #receive(attempt: number, taking: Taking, origin: string): Promise<void> {
    this.#stage = 'uniting';
    const given = await taking.seed;
    if (attempt !== this.#attempt) return;
    if (!given.ok) {
      this.#end(attempt, given.error.type);
      return;
    }
    await this.#devices.join(given.value, origin);
    this.#finish(attempt);
  }

  #finish(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.#rest(null);
    this.#stage = 'done';
  }

  #end(attempt: number, trouble: PairingTrouble): void {
    if (attempt === this.#attempt) this.#rest(trouble);
  }

  #rest(trouble: PairingTrouble | null): void {
    this.#trouble = trouble;
    this.#stage = 'rest';
    this.#digits = '';
    this.#code = '';
  }
}
