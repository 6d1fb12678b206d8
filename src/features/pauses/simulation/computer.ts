/**
 * A computer as the engine meets it: clocks, one alarm that only knocks, an idle notice, and surfaces on
 * which a person answers. It decides nothing.
 */
import { currentSlot, freshState, type EngineState, type Moment } from '../engine-state.ts';
import { type PauseEffect, type PauseEvent } from '../events.ts';
import { type LedgerRow } from '../ledger.ts';
import { graceMs, promptIdOf } from '../prompt.ts';
import { promptOrFirst, type PauseRules } from '../rules.ts';
import { step, type Step } from '../step.ts';
import { knownMoment } from '../wake.ts';
import { SimulatedClock } from './clock.ts';
import { SimulatedPerson } from './person.ts';
import { type Answer, type Scenario } from './scenario.ts';

/** What one step did. */
export interface Stepped extends Step {
  readonly event: PauseEvent;
  readonly at: Moment;
}

type Settings = Pick<Scenario, 'rules' | 'answer' | 'answerAfterMs' | 'alarms'>;

export interface ComputerSetup extends Settings {
  readonly at: Moment;
  readonly state?: EngineState;
  /** Nothing unforeseen can happen: it knocks only when something is known to come. */
  readonly foreseen?: boolean;
  readonly watch?: ((stepped: Stepped) => void) | undefined;
}

type Timer = 'alarm' | 'idle' | 'answer' | 'finish';
export type Told = { readonly answer: Answer; readonly minutes?: number };

/** How long what waits may go without a look when nothing unforeseen can happen (chosen). */
const waitingLookMs = 10 * 60_000;
const quietMs = 30_000;

export class SimulatedComputer {
  readonly rows: LedgerRow[] = [];
  readonly clock: SimulatedClock;
  readonly person: SimulatedPerson;
  /** Answers to offers that have not come yet. */
  readonly told: Told[] = [];
  state: EngineState;
  closed = false;
  #stored: EngineState;
  #storedAt = -Infinity;
  readonly #setup: ComputerSetup;
  readonly #timers = new Map<Timer, number>();
  readonly #visible = new Set<string>();
  #alarm: number | null = null;

  constructor(setup: ComputerSetup) {
    this.#setup = setup;
    this.state = setup.state ?? freshState(setup.at);
    this.#stored = this.state;
    this.clock = new SimulatedClock(setup.at);
    this.person = new SimulatedPerson(this.clock);
  }

  get rules(): PauseRules {
    return this.#setup.rules;
  }

  get runs(): boolean {
    return !this.clock.asleep && !this.closed;
  }

  /** Lets true time pass up to `until`; everything that was set to ring by then rings in order. */
  run(until: number): void {
    while (this.ring(until));
    this.clock.now = Math.max(this.clock.now, until);
  }

  /** Goes on to what rings next, if that is not after `until`. */
  ring(until: number): boolean {
    if (!this.runs) return false;
    const [next] = [...this.#timers].sort(([, a], [, b]) => a - b);
    if (!next || next[1] > until) return false;
    const [timer, at] = next;
    this.clock.now = Math.max(this.clock.now, at);
    this.#timers.delete(timer);
    if (timer === 'alarm') this.knock();
    else if (timer === 'idle') this.#noticeIdle();
    else if (timer === 'answer') this.#answer(this.told.shift() ?? { answer: this.#setup.answer });
    else this.#finish();
    return true;
  }

  /** The shell looks around and tells the engine. */
  knock(): void {
    this.send({ type: 'heartbeat', presence: this.person.presence });
  }

  /** Something about the person or their surroundings changed. */
  see(): void {
    if (this.runs) this.send({ type: 'presence', presence: this.person.presence });
  }

  #noticeIdle(): void {
    this.person.idleNoticed = true;
    this.see();
  }

  /** The idle notice comes when nobody has touched anything for long enough; not at all with `off`. */
  awaitIdle(off = false): void {
    if (off) this.#timers.delete('idle');
    else this.#timers.set('idle', this.clock.now + this.rules.idleMinutes * 60_000);
  }

  send(event: PauseEvent): void {
    const { foreseen, watch } = this.#setup;
    const { at } = this.clock;
    const taken = step(this.state, event, at, this.rules);
    const { state, effects } = taken;
    // Nobody slept through the knocks that were left out.
    this.state = foreseen ? { ...state, promised: null } : state;
    this.#store(taken);
    watch?.({ event, at, ...taken });
    // What an offer brings about comes after everything else this step asked for.
    for (const effect of effects) if (effect.type !== 'offer') this.#carryOut(effect);
    for (const effect of effects) if (effect.type === 'offer') this.#show(effect);
  }

  /** As a shell does: what may wait is written twice a minute at most. */
  #store({ state, keep }: Step): void {
    if (keep === 'soon' && this.clock.now - this.#storedAt < quietMs) return;
    this.#stored = state;
    this.#storedAt = this.clock.now;
  }

  #carryOut(effect: Exclude<PauseEffect, { type: 'offer' }>): void {
    switch (effect.type) {
      case 'ledger':
        this.rows.push(effect.row);
        break;
      case 'withdraw':
        if (this.#visible.delete(effect.slot)) this.#putAway();
        break;
      case 'wake':
        this.#setAlarm(this.#setup.foreseen ? this.#foreseenWake() : effect.at);
        break;
      case 'facts':
      case 'sign':
        break; // there is no other computer
    }
  }

  #foreseenWake(): number | null {
    const { wall } = this.clock;
    const known = knownMoment(this.state, this.rules, this.clock.at) ?? Infinity;
    const waits = this.state.slots.map(({ prompt, dueAt, heldUntil }) => {
      const tooLate = Math.max(dueAt, heldUntil) + graceMs(promptOrFirst(this.rules, prompt)) + 1;
      return tooLate > wall ? Math.min(tooLate, wall + waitingLookMs) : wall + waitingLookMs;
    });
    const next = Math.min(known, ...waits);
    return Number.isFinite(next) ? next : null;
  }

  #setAlarm(at: number | null): void {
    this.#alarm = at;
    if (at === null) this.#timers.delete('alarm');
    else if (this.#setup.alarms === 'elapsed') this.#timers.set('alarm', this.clock.trueTime(at));
    else this.#timers.set('alarm', this.clock.trueTimeUnrepeated(at));
  }

  /** Somebody sets the wall clock; nobody is told. */
  setClock(byMs: number): void {
    this.clock.set(byMs);
    if (this.#setup.alarms === 'wall') this.#setAlarm(this.#alarm);
  }

  /** The background dies: a new context finds what was stored, as JSON, and the alarm. */
  die(): void {
    this.state = JSON.parse(JSON.stringify(this.#stored)) as EngineState;
    this.clock.bootAnew();
  }

  /** The browser is closed: nothing is left on the screen and nothing rings. */
  close(): void {
    this.closed = true;
    this.#visible.clear();
    this.#timers.clear();
  }

  open(): void {
    this.closed = false;
    this.die();
    this.send({ type: 'started', alone: true });
  }

  #show({ slot, level }: Extract<PauseEffect, { type: 'offer' }>): void {
    if (this.#visible.has(slot)) return;
    this.#visible.add(slot);
    this.#timers.set('answer', this.clock.now + this.#setup.answerAfterMs);
    this.send({ type: 'shown', slot, surface: level === 'badge' ? 'badge' : 'popup' });
  }

  #putAway(): void {
    this.#timers.delete('answer');
    this.#timers.delete('finish');
  }

  /** An answer to the offer on the screen, or to the next one. */
  tell(told: Told): void {
    this.told.push(told);
    const waits = currentSlot(this.state)?.phase === 'shown' && this.#visible.size > 0;
    if (waits) this.#timers.set('answer', this.clock.now);
  }

  #answer({ answer, minutes }: Told): void {
    const [slot] = this.#visible;
    if (slot === undefined) return;
    switch (answer) {
      case 'take':
        this.#timers.set('finish', this.clock.now + this.#lengthMs(slot));
        this.send({ type: 'opened', slot });
        break;
      case 'snooze':
        this.send({ type: 'snoozed', slot, ...(minutes !== undefined && { minutes }) });
        break;
      case 'not now':
        this.send({ type: 'notNow', slot });
        break;
      case 'not today':
        this.send({ type: 'notToday', slot });
        break;
      case 'ignore':
        break;
    }
  }

  #lengthMs = (slot: string): number =>
    promptOrFirst(this.rules, promptIdOf(slot)).lengthSeconds * 1000;

  #finish(): void {
    const open = currentSlot(this.state);
    if (open?.phase !== 'open') return;
    const seconds = this.#lengthMs(open.slot) / 1000;
    this.send({ type: 'finished', slot: open.slot, seconds, how: 'done' });
  }

  /** What is on the screen at the beginning is answered like every other. */
  takeUp(): void {
    const current = currentSlot(this.state);
    if (!current) return;
    this.#visible.add(current.slot);
    if (current.phase === 'open')
      this.#timers.set(
        'finish',
        Math.max(this.clock.now, current.at + this.#lengthMs(current.slot)),
      );
    else this.#timers.set('answer', this.clock.now + this.#setup.answerAfterMs);
  }
}
