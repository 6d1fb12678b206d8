import type { Practice } from '../content/practice.ts';
import type { JournalState } from '../features/journal/journal.svelte.ts';
import { opensAtOf } from '../features/journal/letters.ts';
import {
  hasWords,
  journalText,
  sealChoice,
  type Saying,
} from '../features/practices/play-texts.ts';
import {
  beginPlay,
  elapsedMs,
  movePlay,
  passTime,
  type Play,
  type PlayMove,
} from '../features/practices/play.ts';
import { answersBefore, type Earlier } from '../features/practices/earlier.svelte.ts';
import { halfMs } from '../features/practices/play-time.ts';
import {
  draftPlaceOf,
  parsePlay,
  runFields,
  runKind,
  runRecordId,
  sheetOf,
  serialisePlay,
} from '../features/practices/runs.ts';
import { dayOf } from '../kernel/civil-time.ts';
import type { Json } from '../kernel/json.ts';
import { onLeaving } from '../ui/leaving.ts';
import { allSaved, Autosave } from '../vault/autosave.ts';
import { editDraft, readDraft } from '../vault/draft-box.ts';
import type { Comma } from './comma.svelte.ts';
import { journalOf } from './journal.ts';
import { noteSafety } from './note-safety.ts';

/** What becomes of the person's words: asked, or answered; null where there are none. */
type Keeping = 'asked' | 'kept' | 'closed' | 'gone' | null;

interface Options {
  /** With the pages of its cards in it, and the person's breath. */
  readonly practice: () => Practice;
  /** An entry whose answers it may begin with; empty for the last one's. */
  readonly from?: string;
  readonly saying: () => Saying;
  /** A time is over, or half over where something is said then. */
  readonly onmark: () => void;
}

/** One practice on the screen: the way through it, kept as a draft meanwhile, and what it leaves behind. */
export class PracticeSession {
  readonly #options: Options;
  readonly #comma: Comma;
  readonly #journal: JournalState;
  readonly #autosave = new Autosave<Play>((play) => this.#save(play));
  #opened = $state(false);
  #waiting = $state.raw<Play | null>(null);
  #earlier = $state.raw<Earlier | null>(null);
  #play = $state.raw<Play | null>(null);
  #elapsed = $state(0);
  #keeping = $state<Keeping>(null);
  #helped = $state<number | null>(null);

  constructor(comma: Comma, options: Options) {
    this.#options = options;
    this.#comma = comma;
    this.#journal = journalOf(comma);
  }

  get practice(): Practice {
    return this.#options.practice();
  }

  /** Looks for what was left in the middle. */
  async open(): Promise<void> {
    // Whoever leaves and comes straight back meets what was just typed.
    await allSaved();
    const kept = await readDraft(this.#comma.vault, draftPlaceOf(this.practice.id));
    const waiting = kept === '' ? null : parsePlay(kept, this.practice, this.#steady());
    if (waiting?.ended) {
      // All that is left of it is whether the words are wanted.
      this.#play = waiting;
      this.#keeping = 'asked';
    } else this.#waiting = waiting;
    this.#earlier = await answersBefore(this.#comma.vault, this.practice, this.#options.from);
    this.#opened = true;
  }

  /** True once it is known whether something waits. */
  get opened(): boolean {
    return this.#opened;
  }

  get waits(): boolean {
    return this.#waiting !== null;
  }

  /** Null before it begins. */
  get play(): Play | null {
    return this.#play;
  }

  /** Milliseconds that the step has run, as of the last look. */
  get elapsed(): number {
    return this.#elapsed;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  get helped(): number | null {
    return this.#helped;
  }

  /** Whether there is something from last time to begin with. */
  get hasEarlier(): boolean {
    return this.#earlier !== null;
  }

  begin(short: boolean, from: 'nothing' | 'earlier' = 'nothing'): void {
    const { wall } = this.#comma.ports.clock;
    const earlier = from === 'earlier' ? this.#earlier : null;
    const now = { wall: wall(), at: this.#steady() };
    this.#play = beginPlay(this.practice, short, now, earlier?.answers, earlier?.entry);
  }

  goOn(): void {
    const waiting = this.#waiting;
    if (waiting) this.#play = { ...waiting, stepAt: this.#steady() };
  }

  /** Moves its time on; call it for each frame, and now and then while there are none. */
  look(): void {
    const play = this.#play;
    if (!play || play.ended) return;
    const at = this.#steady();
    const before = this.#elapsed;
    const passed = passTime(play, this.practice, at);
    const step = this.practice.steps[play.step];
    const half = step && halfMs(step, play.short);
    this.#took(play, passed);
    if (this.#play) this.#elapsed = elapsedMs(this.#play, at);
    const isHalf = typeof half === 'number' && before < half && this.#elapsed >= half;
    if (passed !== play || isHalf) this.#options.onmark();
  }

  move(move: PlayMove): void {
    const play = this.#play;
    if (play) this.#took(play, movePlay(play, move, this.practice, this.#steady()));
  }

  #took(before: Play, play: Play): void {
    if (play === before) return;
    this.#play = play;
    if (play.step !== before.step) this.#elapsed = 0;
    if (play.ended) void this.#end(play);
    else if (this.#isKept) {
      this.#autosave.edit(play);
      if (play.step !== before.step) void this.#autosave.flush();
    }
  }

  /** Saves when the page may go; the returned function saves once more. */
  watch(): () => void {
    const stop = onLeaving(() => void this.#autosave.flush());
    return () => {
      stop();
      void this.#autosave.flush();
    };
  }

  /** What two people say to each other is nobody's record. */
  get #isKept(): boolean {
    return this.practice.kind !== 'together' && !this.practice.traceless;
  }

  async #end(play: Play): Promise<void> {
    const { wall, zone } = this.#comma.ports.clock;
    const asked = !this.practice.traceless && hasWords(this.practice, play.answers);
    if (asked) this.#keeping = 'asked';
    if (!this.#isKept) return;
    this.#autosave.edit(play);
    await this.#autosave.flush();
    const endedAt = wall();
    const day = dayOf(endedAt, zone(), this.#comma.pauses.rules.dayStart);
    const { level } = this.practice;
    await this.#write(play, runFields(play, { endedAt, zone: zone(), day, level }));
    if (!asked) await this.#clear();
  }

  async help(helped: number): Promise<void> {
    const play = this.#play;
    if (!play) return;
    this.#helped = this.#helped === helped ? null : helped;
    if (this.#isKept) await this.#write(play, { helped: this.#helped });
  }

  /** When it cannot be kept the question stays, and a banner says why. */
  async keep(): Promise<void> {
    const play = this.#play;
    if (!play) return;
    const { id, title, level } = this.practice;
    const text = journalText(this.practice, play.answers, this.#options.saying());
    const zone = this.#comma.ports.clock.zone();
    const opensAt = this.#opensAt(play);
    const sheet = sheetOf(this.practice, play.answers);
    const entry = { at: play.startedAt, zone, title, practice: { id, level }, opensAt, sheet };
    const kept = await this.#journal.add(text, entry, 'practice', draftPlaceOf(id));
    if (!this.#comma.kept(kept)) return;
    this.#keeping = opensAt === null ? 'kept' : 'closed';
    if (kept.ok) await noteSafety(this.#comma, play, kept.value);
    if (this.#isKept && kept.ok) await this.#write(play, { entry: kept.value, after: play.after });
  }

  /** Null for what stays open. */
  #opensAt({ answers }: Play): number | null {
    const choice = sealChoice(this.practice, answers);
    if (choice === undefined) return null;
    const { clock } = this.#comma.ports;
    const { dayStart } = this.#comma.pauses.rules;
    return opensAtOf(choice, { now: clock.wall(), zone: clock.zone(), dayStart });
  }

  async letGo(): Promise<void> {
    if (await this.#clear()) this.#keeping = 'gone';
  }

  /** The same record for the same run, however often its window closes at the end. */
  async #write(
    { practice, startedAt }: Play,
    fields: Readonly<Record<string, Json>>,
  ): Promise<void> {
    const id = runRecordId(`${practice}:${startedAt}`);
    this.#comma.kept(await this.#comma.vault.write({ id, kind: runKind, fields }));
  }

  async #save(play: Play): Promise<void> {
    const { vault } = this.#comma;
    const place = draftPlaceOf(play.practice);
    this.#comma.kept(await editDraft(vault, place, () => serialisePlay(play)));
  }

  async #clear(): Promise<boolean> {
    await this.#autosave.drop();
    const place = draftPlaceOf(this.practice.id);
    return this.#comma.kept(await editDraft(this.#comma.vault, place, () => ''));
  }

  #steady(): number {
    return this.#comma.ports.clock.mono();
  }
}
