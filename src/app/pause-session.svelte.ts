import { breathAt, fourSix, wholeBreathsMs } from '../kernel/breath.ts';
import { slotOf } from '../features/pauses/engine-state.ts';
import {
  beginPause,
  pauseChoices,
  movePause,
  pauseFacts,
  type PauseChoice,
  type PauseFlow,
  type PauseMove,
  type PauseSource,
} from '../features/pauses/pause-flow.ts';
import { promptIdOf, type Prompt } from '../features/pauses/prompt.ts';
import { promptOrFirst } from '../features/pauses/rules.ts';
import { DraftState } from '../features/journal/draft.svelte.ts';
import type { JournalState } from '../features/journal/journal.svelte.ts';
import type { DrawnLine } from '../features/practices/drawing.ts';
import type { DecksState } from '../features/practices/decks.svelte.ts';
import type { Comma } from './comma.svelte.ts';
import { journalOf } from './journal.ts';
import { comingUp } from './prompt-decks.ts';

/** One pause on the screen: the flow, its breath, and what it leaves in the journal. */
export class PauseSession {
  readonly #comma: Comma;
  readonly #decks: DecksState;
  readonly #journal: JournalState;
  readonly #draft: DraftState;
  #flow = $state.raw<PauseFlow>(beginPause('', 'app', 0));
  #elapsed = $state(0);
  #line = $state.raw<DrawnLine | null>(null);
  #written = false;
  #told = false;
  #ending: Promise<void> = Promise.resolve();

  constructor(comma: Comma, decks: DecksState, source: PauseSource, slot?: string) {
    this.#comma = comma;
    this.#decks = decks;
    this.#journal = journalOf(comma);
    this.#draft = new DraftState(comma.vault, 'pause', (result) => comma.kept(result));
    const at = this.#now();
    this.#flow = beginPause(slot ?? slotOf(at, 'own'), source, at);
  }

  /** Tells the engine, brings the first kind line, and whatever was being written when a window closed. */
  async begin(choice?: Exclude<PauseChoice, 'day'>): Promise<void> {
    void this.#comma.pauses.tell({ type: 'opened', slot: this.#flow.slot });
    const first = choice ?? this.#prompt.practice;
    const known = pauseChoices.find((each) => each === first);
    if (known && known !== 'day') this.#flow = { ...this.#flow, step: known, choice: known };
    await this.anotherLine();
  }

  /** What looks after this pause. */
  get #prompt(): Prompt {
    return promptOrFirst(this.#comma.pauses.rules, promptIdOf(this.#flow.slot));
  }

  get flow(): PauseFlow {
    return this.#flow;
  }

  get line(): DrawnLine | null {
    return this.#line;
  }

  /** What is being written, also before a window closed too early; saved as a draft meanwhile. */
  get words(): string {
    return this.#draft.value.text;
  }

  set words(text: string) {
    this.#draft.edit({ text });
  }

  /** Follows the draft while the pause is on screen. */
  watch(): () => void {
    return this.#draft.watch();
  }

  get breath(): ReturnType<typeof breathAt> {
    return breathAt(fourSix, this.#elapsed);
  }

  /** 0 to 1 of the breathing time; whole breaths, so that it ends on an out-breath. */
  get breathed(): number {
    return Math.min(1, this.#elapsed / this.breathMs);
  }

  get breathMs(): number {
    return wholeBreathsMs(fourSix, this.#prompt.lengthSeconds * 1000);
  }

  /**
   * Whether it ended without a word from here: a call began, a sleep was the rest of it, or it was left in a page
   * that the lock closed. Words that are being written are taken from under the hand by a call alone.
   */
  get endedWithoutUs(): boolean {
    const ending = this.#comma.pauses.endingOf(this.#flow.slot);
    if (this.#told) return false;
    if (ending === 'interrupted') return true;
    return (ending === 'taken' || ending === 'left early') && this.words === '';
  }

  /** Moves the breath on; call it for each frame. */
  look(): void {
    if (this.#flow.step !== 'breathe') return;
    this.#elapsed = this.#now() - this.#flow.stepAt;
    if (this.#elapsed >= this.breathMs) this.move({ type: 'here' });
  }

  move(move: PauseMove): void {
    const before = this.#flow;
    this.#flow = movePause(before, move, this.#now());
    if (this.#flow.step !== before.step) this.#elapsed = 0;
    if (this.#flow.step === 'end' && !this.#told) this.#ending = this.#end();
  }

  async anotherLine(): Promise<void> {
    const { vault } = this.#comma;
    this.#line = await this.#decks.draw(await comingUp(vault, this.#prompt.decks));
  }

  async keepLine(): Promise<void> {
    const line = this.#line;
    if (!line) return;
    const favourite = !line.favourite;
    if (this.#comma.kept(await this.#decks.change(line.deck, line.id, { favourite })))
      this.#line = { ...line, favourite };
  }

  /** When it cannot be kept the words stay in the field, and a banner says why. */
  async write(text: string): Promise<void> {
    if (await this.#draft.handOver(() => this.#keep(text))) this.move({ type: 'done' });
  }

  /** A window that closes in the middle has still paused. Resolves once the engine has heard of it, and the journal has its words. */
  leave(): Promise<void> {
    if (this.#flow.step !== 'end') this.move({ type: 'leave' });
    return this.#ending;
  }

  async #keep(text: string): Promise<boolean> {
    const { startedAt, feelings } = this.#flow;
    const entry = {
      ...{ at: startedAt, zone: this.#comma.ports.clock.zone(), feelings },
      // What one says to oneself in a harsh minute is nobody's to meet on a list.
      isPrivate: this.#flow.choice === 'comma',
    };
    this.#written = this.#comma.kept(await this.#journal.add(text, entry, 'pause', 'pause'));
    return this.#written;
  }

  async #end(): Promise<void> {
    this.#told = true;
    const { slot, seconds, how, feelings } = pauseFacts(this.#flow, this.#now());
    const told = this.#comma.pauses.tell({ type: 'finished', slot, seconds, how });
    if (feelings.length > 0 && !this.#written)
      await this.#draft.handOver(({ text }) => this.#keep(text));
    await told;
  }

  #now(): number {
    return this.#comma.ports.clock.wall();
  }
}
