/** Keeps the PWA's journal in step with the extension's on this computer. */
import type { Comma } from '#core/app/comma.svelte.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { createBridgePeer, type BridgePeer } from '#core/sync/bridge/client.ts';
import { pairWithExtension, type Pairing } from '#core/sync/bridge/pairing-page.ts';
import { systemSchedule } from '#core/sync/bridge/schedule.ts';
import { syncRound } from '#core/sync/engine.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { adoptSeed } from '#core/vault/adopt.ts';

import { connectBridge } from './adapters/bridge-connect.ts';

/** Keys pressed close together are one round (chosen: shorter than anybody sees). */
const gatherMs = 40;
/** A round that could not finish is tried again after this long (chosen). */
const againMs = 5_000;

export type StepState = 'alone' | 'inStep' | 'waiting';

export class InStep {
  readonly #comma: Comma;
  readonly #onmerged: () => void;
  #peer: BridgePeer | null = null;
  #state = $state<StepState>('alone');
  #connected = $state(false);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(comma: Comma, onmerged: () => void) {
    this.#comma = comma;
    this.#onmerged = onmerged;
    comma.vault.onWrite(() => {
      this.poke();
    });
    document.addEventListener('visibilitychange', () => {
      this.#peer?.stayConnected(document.visibilityState === 'visible');
      if (document.visibilityState === 'visible') this.poke(0);
    });
    this.#meet();
  }

  get state(): StepState {
    return this.#state;
  }

  /** True while the extension answers: then it is the one that offers pauses. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Asks for a round soon; several calls are one. */
  poke(afterMs = gatherMs): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      void this.#round();
    }, afterMs);
  }

  pair(): Pairing {
    return pairWithExtension(connectBridge, { random: systemRandom, schedule: systemSchedule });
  }

  /** Unites this journal with the extension's: nothing is replaced. */
  async join(seed: Uint8Array<ArrayBuffer>): Promise<void> {
    await adoptSeed(this.#comma.vault, seed);
    this.#meet();
  }

  #meet(): void {
    this.#peer?.close();
    const peer = createBridgePeer(connectBridge, this.#comma.vault.keys, {
      random: systemRandom,
      schedule: systemSchedule,
    });
    this.#peer = peer;
    peer.onState(() => {
      this.#connected = peer.state === 'Connected';
      if (this.#state === 'inStep' && !this.#connected) this.#state = 'waiting';
    });
    peer.onChange(() => {
      this.poke(0);
    });
    peer.stayConnected(document.visibilityState === 'visible');
    this.poke(0);
  }

  #round(): Promise<void> {
    if (this.#running) this.#again = true;
    this.#running ??= this.#runOnce().finally(() => {
      this.#running = null;
      if (this.#again) this.poke(0);
      this.#again = false;
    });
    return this.#running;
  }

  async #runOnce(): Promise<void> {
    const { vault, ports } = this.#comma;
    const peer = this.#peer;
    if (!peer || vault.readOnly) return;
    // One tab at a time: the marks of the round belong to the whole journal.
    await navigator.locks.request('comma-sync', async () => {
      const store = createVaultStore(vault.db, vault.keys.vault);
      const bodies = await ports.bodies();
      const done = await syncRound(peer, store, {
        keys: vault.keys,
        bodies,
        random: systemRandom,
        wall: ports.clock.wall,
      });
      if (done.ok) {
        this.#state = 'inStep';
        if (done.value.merged > 0) this.#onmerged();
      } else if (peer.state === 'DifferentJournal' || peer.state === 'NotPaired') {
        this.#state = 'alone';
      } else if (this.#state !== 'alone') {
        this.#state = 'waiting';
        setTimeout(() => {
          this.poke(0);
        }, againMs);
      }
    });
  }
}
