/** Keeps the PWA's journal in step with the extension's on this computer. */
import { alone } from '#core/app/alone.ts';
import type { Comma } from '#core/app/comma.svelte.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { createBridgePeer, type BridgePeer } from '#core/sync/bridge/client.ts';
import { askToPair, type Pairing } from '#core/sync/pairing/ask-to-pair.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { audit, syncRound } from '#core/sync/engine.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { adoptSeed } from '#core/vault/adopt.ts';

import { connectBridge } from './adapters/bridge-connect.ts';

/** Keys pressed close together are one round (chosen: shorter than anybody sees). */
const gatherMs = 40;
/** A round that could not finish is tried again after this long (chosen). */
const againMs = 5_000;

/** `alone`: never met. `waiting`: met before, and not in touch now. */
export type StepState = 'alone' | 'inStep' | 'waiting';

export class InStep {
  readonly #comma: Comma;
  readonly #onmerged: () => void;
  #peer: BridgePeer;
  #state = $state<StepState>('alone');
  #connected = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One round at a time; a poke meanwhile makes one more. */
  #running = false;
  #again = false;

  /** `onmerged` is called when something of the other shell's has arrived. */
  constructor(comma: Comma, onmerged: () => void) {
    this.#comma = comma;
    this.#onmerged = onmerged;
    this.#peer = this.#connect();
    comma.vault.onWrite(() => {
      // The line may rest while the page is out of sight; what was just written opens it again.
      if (this.#state === 'waiting') this.#peer.stayConnected(true);
      this.poke();
    });
    document.addEventListener('visibilitychange', () => {
      this.#peer.stayConnected(document.visibilityState === 'visible');
      this.poke();
    });
    void this.#recall();
  }

  get state(): StepState {
    return this.#state;
  }

  /** True while the extension answers: then it is the one that offers pauses. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Asks for a round soon; several calls are one. Without a line there is nobody to ask. */
  poke(afterMs = gatherMs): void {
    if (!this.#connected || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#running) this.#again = true;
      else void this.#round(syncRound);
    }, afterMs);
  }

  pair(): Pairing {
    return askToPair(connectBridge, { random: systemRandom, schedule: systemSchedule });
  }

  /** Unites this journal with the extension's: nothing is replaced. */
  async join(seed: Bytes): Promise<void> {
    // Not while a round goes on, with the extension or with a relay.
    await alone(() => adoptSeed(this.#comma.vault, seed));
    this.#meet();
  }

  /** Compares every row with the extension's and mends what differs. False when it could not be done now. */
  async check(): Promise<boolean> {
    return this.#connected && (await this.#round(audit));
  }

  /** Starts over under the keys of now. */
  #meet(): void {
    this.#peer.close();
    this.#peer = this.#connect();
  }

  #connect(): BridgePeer {
    const peer = createBridgePeer(connectBridge, this.#comma.vault.keys, {
      random: systemRandom,
      schedule: systemSchedule,
    });
    peer.onState(() => {
      this.#connected = peer.state === 'Connected';
      if (this.#connected) this.poke(0);
      // It has another journal by now, with a key of its own: the two have to meet again.
      else if (peer.state === 'DifferentJournal') this.#state = 'alone';
      else if (this.#state === 'inStep') this.#state = 'waiting';
    });
    peer.onChange(() => {
      this.poke(0);
    });
    peer.stayConnected(document.visibilityState === 'visible');
    return peer;
  }

  async #recall(): Promise<void> {
    const { vault } = this.#comma;
    const known = await createVaultStore(vault.db, vault.keys.vault).readPeer(this.#peer.name);
    if (known.lastOk !== null && this.#state === 'alone') this.#state = 'waiting';
  }

  async #round(run: typeof syncRound): Promise<boolean> {
    const { vault, ports } = this.#comma;
    if (vault.readOnly) return false;
    this.#running = true;
    try {
      const done = await alone(async () => {
        // Another tab may have joined this journal to the extension's meanwhile.
        if (await vault.reloadKeyring()) this.#meet();
        return run(this.#peer, createVaultStore(vault.db, vault.keys.vault), {
          keys: vault.keys,
          bodies: await ports.bodies(),
          random: systemRandom,
          wall: ports.clock.wall,
        });
      });
      // What arrived before the line was cut is here all the same.
      if ((done.ok ? done.value : done.error.report).merged > 0) this.#onmerged();
      if (done.ok) this.#state = 'inStep';
      else
        setTimeout(() => {
          this.poke(0);
        }, againMs);
      return done.ok;
    } finally {
      this.#running = false;
      if (this.#again) this.poke(0);
      this.#again = false;
    }
  }
}
