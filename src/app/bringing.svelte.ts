/** Bringing one file, from choosing it to having it: what is read, what is asked, what would come, and one yes. */
import type { Answers, Found, Reading } from '../features/anchors/imports/found.ts';
import { Histories, type Brought } from '../features/anchors/imports/histories.svelte.ts';
import type { Planned } from '../features/anchors/imports/plan.ts';
import type { Trouble } from '../features/anchors/imports/trouble.ts';
import { dayOf } from '../kernel/civil-time.ts';
import { letPaint } from '../ui/let-paint.ts';
import type { Comma } from './comma.svelte.ts';
import type { AskHistory } from './history.worker.ts';
import { runWorker } from './run-worker.ts';

/** How a file or an import ended. */
export type Ending =
  | { readonly type: 'trouble'; readonly trouble: Trouble }
  | { readonly type: 'unread' }
  | { readonly type: 'stopped' }
  | { readonly type: 'full' }
  | { readonly type: 'brought'; readonly found: Found; readonly plan: readonly Planned[] }
  | { readonly type: 'back'; readonly stay: number };

export type Phase =
  | { readonly type: 'choose'; readonly ending?: Ending }
  | { readonly type: 'reading' }
  | { readonly type: 'ask'; readonly asking: Extract<Reading, { type: 'ask' }> }
  | { readonly type: 'preview'; readonly found: Found; readonly plan: readonly Planned[] }
  | { readonly type: 'writing'; readonly back: boolean };

/** A page that lives has a frame between two pieces of work (chosen). */
const frameMs = 40;

export class Bringing {
  readonly #comma: Comma;
  readonly histories: Histories;
  phase = $state.raw<Phase>({ type: 'choose' });
  /** 0 to 1 of what is being read or written. */
  share = $state(0);
  answers = $state.raw<Answers>({});
  #file: File | null = null;
  #stop = new AbortController();

  constructor(comma: Comma) {
    this.#comma = comma;
    this.histories = new Histories(comma.vault);
  }

  choose(file: File): Promise<void> {
    this.#file = file;
    this.answers = {};
    return this.#read();
  }

  answer(answers: Answers): Promise<void> {
    this.answers = answers;
    return this.#read();
  }

  leave(ending?: Ending): void {
    this.#file = null;
    this.phase = { type: 'choose', ...(ending && { ending }) };
  }

  stop(): void {
    this.#stop.abort();
  }

  async take(found: Found, plan: readonly Planned[]): Promise<void> {
    const { clock } = this.#comma.ports;
    const day = dayOf(clock.wall(), clock.zone(), this.#comma.pauses.rules.dayStart);
    await this.#run({ type: 'writing', back: false }, async (step) => {
      const done = await this.histories.take(found.from, plan, day, step);
      this.leave(this.#endingOf(done) ?? { type: 'brought', found, plan });
    });
  }

  async takeBack(brought: Brought): Promise<void> {
    await this.#run({ type: 'writing', back: true }, async (step) => {
      const done = await this.histories.takeBack(brought, step);
      const ending = done ? this.#endingOf(done.outcome) : ({ type: 'stopped' } as const);
      this.leave(ending ?? { type: 'back', stay: done?.stay ?? 0 });
    });
  }

  #endingOf(done: Awaited<ReturnType<Histories['take']>>): Ending | undefined {
    if (done.ok) return undefined;
    if (done.error.type === 'Stopped') return { type: 'stopped' };
    this.#comma.kept({ ok: false, error: done.error });
    return { type: 'full' };
  }

  async #read(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    await this.#run({ type: 'reading' }, async (step, signal) => {
      const asked: AskHistory = { file, answers: this.answers };
      let reading: Reading;
      try {
        reading = await runWorker<Reading>('history', asked, {
          signal,
          heard: (share) => (this.share = share / 2),
        });
      } catch {
        this.leave({ type: signal.aborted ? 'stopped' : 'unread' });
        return;
      }
      if (reading.type === 'trouble') this.leave(reading);
      else if (reading.type === 'ask') this.phase = { type: 'ask', asking: reading };
      else {
        const { found } = reading;
        const plan = await this.histories.plan(found, (share) => step((1 + share) / 2));
        if (plan) this.phase = { type: 'preview', found, plan };
        else this.leave({ type: 'stopped' });
      }
    });
  }

  async #run(
    phase: Phase,
    does: (step: (share: number) => Promise<boolean>, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { mono } = this.#comma.ports.clock;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.share = 0;
    this.phase = phase;
    let painted = mono();
    const step = async (share: number): Promise<boolean> => {
      if (mono() - painted > frameMs) {
        this.share = share;
        await letPaint();
        painted = mono();
      }
      return !signal.aborted;
    };
    try {
      await does(step, signal);
    } catch (failure) {
      this.leave({ type: 'unread' });
      throw failure; // a bug, which is not hidden; nothing of the file is half there
    }
  }
}
