import { createSubscriber } from 'svelte/reactivity';

import type { Ports } from '../../ports.ts';
import { live, type Live } from '../../vault/live.svelte.ts';
import type { SettingsState } from '../../vault/settings.svelte.ts';
import type { Vault } from '../../vault/vault.ts';
import { engineStateKey, type EngineState, type Moment } from './engine-state.ts';
import type { PauseEvent } from './events.ts';
import type { Ending } from './ledger.ts';
import { nextPause, type NextPause } from './next.ts';
import { besideNext, type Beside } from './next-words.ts';
import { parseState } from './parse-state.ts';
import { type StoredPrompt } from './prompt-fields.ts';
import { promptRows } from './prompt-rows.ts';
import type { QuietChoice } from './quiet.ts';
import { parseRules } from './rules-fields.ts';
import type { PauseRules } from './rules.ts';

/** How often a screen looks at the clock: the minutes shown are never more than this old (chosen). */
const lookMs = 5_000;

/** Where the timing engine stands, for a screen; what the person does goes to the one running engine. */
export class PausesState {
  readonly #settings: SettingsState;
  readonly #ports: Ports;
  readonly #state: Live<EngineState | null>;
  readonly #prompts: Live<readonly StoredPrompt[]>;
  readonly #clock: () => void;

  constructor(vault: Vault, settings: SettingsState, ports: Ports) {
    this.#settings = settings;
    this.#ports = ports;
    this.#state = live(
      () => vault.db.meta.get(engineStateKey),
      (kept) => (kept ? parseState(kept.value, this.#now()).state : null),
      null,
    );
    this.#prompts = live(
      () => promptRows(vault.db),
      (rows) => vault.openRows(rows),
      [],
    );
    this.#clock = createSubscriber((update) => {
      const timer = setInterval(update, lookMs);
      return () => {
        clearInterval(timer);
      };
    });
  }

  get rules(): PauseRules {
    return parseRules(this.#settings.fields, this.#prompts.current).rules;
  }

  /** Null until the engine has run once in this shell. */
  get state(): EngineState | null {
    return this.#state.current;
  }

  /** Moves on by itself while a screen looks. */
  get now(): Moment {
    this.#clock();
    return this.#now();
  }

  get next(): NextPause | null {
    const { state, now } = this;
    return state ? nextPause(state, this.rules, now) : null;
  }

  /** What goes on beside it. */
  get beside(): Beside {
    const { state, now } = this;
    return state ? besideNext(this.next, state, this.rules, now) : {};
  }

  /** How a slot ended, while that is remembered. */
  endingOf(slot: string): Ending | undefined {
    return this.#state.current?.settled.find(([settled]) => settled === slot)?.[1];
  }

  tell(event: PauseEvent): Promise<void> {
    return this.#ports.tell(event);
  }

  async quiet(choice: QuietChoice): Promise<void> {
    const { quietKind, quietUntil } = await import('./quiet.ts');
    const until = quietUntil(choice, this.#now(), this.rules);
    await this.tell({ type: 'quiet', until, by: quietKind(choice) });
  }

  #now(): Moment {
    const { clock } = this.#ports;
    return { wall: clock.wall(), mono: clock.mono(), zone: clock.zone(), boot: 'page' };
  }
}
