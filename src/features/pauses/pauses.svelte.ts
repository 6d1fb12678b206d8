import { createSubscriber } from 'svelte/reactivity';

import { dayOf } from '../../kernel/civil-time.ts';
import type { Ports } from '../../ports.ts';
import type { Ahead } from '../../vault/ahead.svelte.ts';
import { liveRows, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import type { SettingsFields } from '../../vault/settings-record.ts';
import type { SettingsState } from '../../vault/settings.svelte.ts';
import { metaView } from '../../vault/view.ts';
import { engineStateKey, type EngineState, type Moment } from './engine-state.ts';
import type { PauseEvent } from './events.ts';
import type { Ending } from './ledger.ts';
import { nextPause, type NextPause } from './next.ts';
import { besideNext, type Beside } from './next-words.ts';
import { parseState } from './parse-state.ts';
import { type StoredPrompt } from './prompt-fields.ts';
import { promptViews } from './prompt-rows.ts';
import type { QuietChoice } from './quiet.ts';
import { parseRules } from './rules-fields.ts';
import type { PauseRules } from './rules.ts';
import type { RuleRepair } from './stored-fields.ts';
import { isShared } from './whereabouts.ts';

/** How often a screen looks at the clock: the minutes shown are never more than this old (chosen). */
const lookMs = 5_000;

/** Where the timing engine stands, for a screen; what the person does goes to the one running engine. */
export class PausesState {
  readonly #settings: SettingsState;
  readonly #ports: Ports;
  /** Undefined until it was read. */
  readonly #state: Live<EngineState | null | undefined>;
  readonly #prompts: { readonly current: readonly StoredPrompt[] };
  readonly #clock: () => void;
  /** The rules as they were last read: a screen asks for them many times over. */
  #read:
    | ({
        readonly fields: SettingsFields;
        readonly prompts: readonly StoredPrompt[];
      } & ReturnType<typeof parseRules>)
    | undefined;

  constructor(vault: Readable, ahead: Ahead, settings: SettingsState, ports: Ports) {
    this.#settings = settings;
    this.#ports = ports;
    this.#state = liveRows(
      vault,
      [metaView(engineStateKey)],
      ([kept]) => (kept ? parseState(kept.value, this.#now()).state : null),
      undefined,
    );
    this.#prompts = ahead.follow(promptViews, []);
    this.#clock = createSubscriber((update) => {
      const timer = setInterval(update, lookMs);
      // A page that was out of sight, or asleep, looks at once.
      document.addEventListener('visibilitychange', update);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', update);
      };
    });
  }

  get rules(): PauseRules {
    return this.#parsed().rules;
  }

  /** What is stored and makes no sense, with what stands in for it. */
  get repairs(): readonly RuleRepair[] {
    return this.#parsed().repairs;
  }

  #parsed(): ReturnType<typeof parseRules> {
    const { fields } = this.#settings;
    const prompts = this.#prompts.current;
    if (this.#read?.fields !== fields || this.#read.prompts !== prompts)
      this.#read = { fields, prompts, ...parseRules(fields, prompts) };
    return this.#read;
  }

  /** Whether it has been read where the engine stands. */
  get known(): boolean {
    return this.#state.current !== undefined;
  }

  /** Null until the engine has run once in this shell. */
  get state(): EngineState | null {
    return this.#state.current ?? null;
  }

  /** Others see this screen, as far as the engine knows. */
  get shared(): boolean {
    const { state } = this;
    return state !== null && isShared(state);
  }

  /** Moves on by itself while a screen looks. */
  get now(): Moment {
    this.#clock();
    return this.#now();
  }

  /** The person's day; turns over by itself while a screen looks. */
  get today(): string {
    const { wall, zone } = this.now;
    return dayOf(wall, zone, this.rules.dayStart);
  }

  /** Undefined until it is known; null when there is no engine to ask. */
  get next(): NextPause | null | undefined {
    const state = this.#state.current;
    return state ? nextPause(state, this.rules, this.now) : state;
  }

  /** What goes on beside it. */
  besideOf(next: NextPause | null | undefined): Beside {
    const { state, now } = this;
    return state ? besideNext(next, state, this.rules, now) : {};
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
